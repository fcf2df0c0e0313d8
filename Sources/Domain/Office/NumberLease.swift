/// A block of numbers that one console alone gives to orders, with the network or without.
public struct NumberLease: Codable, Hashable, Sendable {
  public let console: ConsoleID
  public let first: Int
  public let last: Int

  /// How many numbers are in a block.
  public static let size = 200
  /// A console asks for the next block when it has no more left than this.
  public static let refillAt = 50
  /// How many blocks of a console the office knows of: a console that asks has all but the last one used up.
  static let kept = 2

  public init(console: ConsoleID, first: Int, last: Int) {
    self.console = console
    self.first = first
    self.last = last
  }

  /// Numbers that no order may have are none that anybody was granted.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    console = try container.decode(ConsoleID.self, forKey: .console)
    first = try container.decode(Int.self, forKey: .first)
    last = try container.decode(Int.self, forKey: .last)
    guard Office.numbers.contains(first), first <= last, last <= Office.numbers.upperBound else {
      throw DecodingError.dataCorruptedError(
        forKey: .last, in: container, debugDescription: "a block of numbers that orders may have")
    }
  }

  func contains(_ number: Int) -> Bool { first <= number && number <= last }
}

extension Office {
  /// The next number that a console may give; nil where it has none left. `taken` is the last one that it gave.
  public func nextLeased(to console: ConsoleID, after taken: Int) -> Int? {
    leases.lazy.filter { $0.console == console && $0.last > taken }.map { max($0.first, taken + 1) }.min()
  }

  /// How many numbers a console has left.
  public func numbersLeft(to console: ConsoleID, after taken: Int) -> Int {
    leases.reduce(0) { sum, lease in
      lease.console == console ? sum + max(0, lease.last - max(lease.first - 1, taken)) : sum
    }
  }

  /// Whether an order that comes from a console may have this number.
  func isFree(_ number: Int, for console: ConsoleID) -> Bool {
    guard Office.numbers.contains(number), orderIDs[number] == nil else { return false }
    if leases.contains(where: { $0.console != console && $0.contains(number) }) { return false }
    // Whoever has numbers of his own knows of none that the office has yet to give.
    return number < nextNumber || !leases.contains { $0.console == console }
  }

  /// What an order stands under that has no number yet: -1, -2 …
  var standIn: Int {
    var number = -1
    while orderIDs[number] != nil { number -= 1 }
    return number
  }

  /// Numbers that were another console's are this one's alone from now on.
  mutating func apply(_ lease: NumberLease) {
    leases.removeAll { $0.first <= lease.last && lease.first <= $0.last }
    leases.append(lease)
    if let old = leases.lazy.filter({ $0.console == lease.console }).dropLast(NumberLease.kept).last {
      leases.removeAll { $0 == old }
    }
    goOn(after: lease.last)
  }
}
