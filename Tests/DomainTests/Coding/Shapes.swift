import Domain

enum Subject {}

/// Shapes that commands and events come in.
struct Shape: Codable, Equatable {
  enum Kind: String, Codable { case phone, mail, walkIn, somethingNew }
  indirect enum Event: Codable, Equatable {
    case plain
    case noted(String)
    case moved(from: Timestamp, to: Timestamp?)
    case group([Event])
    case nested(Inner)
  }
  struct Inner: Codable, Equatable {
    var text: String
    var number: Int?
    var list: [String?]
  }
  struct Empty: Codable, Equatable {}

  var id: Identifier<Subject>
  var other: Identifier<Subject>?
  var digest: Digest
  var bytes: Bytes
  var kind: Kind
  var event: Event
  var flag: Bool
  var small: Int8
  var large: UInt64
  var signed: Int64
  var real: Double
  var float: Float
  var words: [String]
  var table: [String: Inner]
  var numbered: [Int: Bool]
  var keyed: [Identifier<Subject>: Int]
  var tags: Set<String>
  var empty: Empty
  var aFieldThatNoTableKnows: String?
  var matrix: [[Int]]
}

extension Shape {
  static func random(_ numbers: inout SeededNumbers) -> Shape {
    let id = Identifier<Subject>.random(&numbers)
    return Shape(
      id: id, other: [id, .random(&numbers), nil].randomElement(using: &numbers) ?? nil,
      digest: Digest(rawBytes: (0..<32).map { _ in .random(in: 0...255, using: &numbers) }) ?? .zero,
      bytes: Bytes((0..<Int.random(in: 0...40, using: &numbers)).map { UInt8($0) }),
      kind: [.phone, .mail, .walkIn, .somethingNew].randomElement(using: &numbers) ?? .phone,
      event: .random(&numbers, depth: 0), flag: .random(using: &numbers),
      small: .random(in: .min ... .max, using: &numbers),
      large: numbers.next() >> UInt64.random(in: 0...63, using: &numbers),
      signed: Int64(bitPattern: numbers.next()) >> Int64.random(in: 0...63, using: &numbers),
      real: [0, -1.5, 51.5074, 1e300, .random(in: -180...180, using: &numbers)].randomElement(using: &numbers)
        ?? 0,
      float: 2.5, words: (0..<Int.random(in: 0...50, using: &numbers)).map { _ in word(&numbers) },
      table: Dictionary(
        (0..<Int.random(in: 0...40, using: &numbers)).map { ("\(word(&numbers))\($0)", .random(&numbers)) }
      ) { $1 },
      numbered: [3: true, -7: false, .random(in: 0...9_999, using: &numbers): true],
      keyed: [id: 1, .random(&numbers): -70_000, .random(&numbers): 24],
      tags: Set((0..<6).map { _ in word(&numbers) }), empty: Empty(),
      aFieldThatNoTableKnows: [nil, word(&numbers)].randomElement(using: &numbers) ?? nil,
      matrix: [[], [1, 2], [23, 24, 255, 256, 65_536]])
  }
}

extension Shape.Event {
  static func random(_ numbers: inout SeededNumbers, depth: Int) -> Shape.Event {
    switch Int.random(in: 0...(depth < 4 ? 4 : 3), using: &numbers) {
    case 0: .plain
    case 1: .noted(word(&numbers))
    case 2: .moved(from: Timestamp(seconds: 1_795_516_920), to: Bool.random(using: &numbers) ? .epoch : nil)
    case 3: .nested(.random(&numbers))
    default: .group((0..<3).map { _ in .random(&numbers, depth: depth + 1) })
    }
  }
}

extension Shape.Inner {
  static func random(_ numbers: inout SeededNumbers) -> Shape.Inner {
    Shape.Inner(
      text: word(&numbers),
      number: Bool.random(using: &numbers) ? nil : .random(in: -300...300, using: &numbers),
      list: [nil, word(&numbers), word(&numbers)])
  }
}

extension Identifier {
  static func random(_ numbers: inout SeededNumbers) -> Identifier {
    Identifier(high: numbers.next(), low: numbers.next())
  }
}

func word(_ numbers: inout SeededNumbers) -> String {
  [
    "", "a", "parts", "lift dead, one person inside", "Łódź", "👩‍👩‍👧", "\u{0}\n\"\\",
    String(repeating: "x", count: 64),
    String(repeating: "long ", count: 60), "order", "e\u{301}", "\u{e9}", "status"
  ].randomElement(using: &numbers) ?? ""
}
