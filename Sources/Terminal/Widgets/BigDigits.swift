/// A number in digits of many cells, to be read from across a room.
public struct BigDigits: Hashable, Sendable {
  /// How many cells a dot of the digit takes.
  public struct Dot: Hashable, Sendable {
    public let width: Int
    public let height: Int

    public init(width: Int, height: Int) {
      self.width = width
      self.height = height
    }

    /// From the largest on, each about as wide as high on a terminal's cells.
    public static let all = [
      Dot(width: 6, height: 3), Dot(width: 4, height: 2), Dot(width: 2, height: 1), Dot(width: 1, height: 1)
    ]

    /// The rows that digits of such dots take.
    public var rows: Int { height * BigDigits.height }
  }

  static let width = 3
  static let height = 5

  private let digits: [Int]

  /// A number below zero is shown as zero: counts are none.
  public init(_ number: Int) { digits = String(max(0, number)).compactMap(\.wholeNumberValue) }

  /// The columns it takes.
  public func columns(_ dot: Dot) -> Int { digits.count * (Self.width + 1) * dot.width - dot.width }

  /// The largest dots with which every number finds room; the smallest where none does.
  public static func dot(for numbers: [BigDigits], columns: Int, rows: Int) -> Dot {
    Dot.all.first { dot in
      dot.rows <= rows && numbers.allSatisfy { $0.columns(dot) <= columns }
    } ?? Dot(width: 1, height: 1)
  }

  public func draw(on canvas: inout Canvas, at point: Point, _ dot: Dot, style: Style = .plain) {
    for (place, digit) in digits.enumerated() {
      let left = point.column + place * (Self.width + 1) * dot.width
      for (row, bits) in Self.shapes[digit].enumerated() {
        for column in 0..<Self.width where bits & (4 >> column) != 0 {
          let rect = Rect(
            column: left + column * dot.width, row: point.row + row * dot.height, width: dot.width,
            height: dot.height)
          canvas.fill(rect, with: "█", style: style)
        }
      }
    }
  }

  /// Five rows of three dots for each digit, the left dot in the highest bit.
  private static let shapes = [
    [7, 5, 5, 5, 7], [2, 6, 2, 2, 7], [7, 1, 7, 4, 7], [7, 1, 7, 1, 7], [5, 5, 7, 1, 1], [7, 4, 7, 1, 7],
    [7, 4, 7, 5, 7], [7, 1, 1, 1, 1], [7, 5, 7, 5, 7], [7, 5, 7, 1, 7]
  ]
}
