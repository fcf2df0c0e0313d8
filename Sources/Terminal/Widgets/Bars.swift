/// Values side by side as bars, in one row or in several.
public struct Bars: Hashable, Sendable {
  private static let eighths: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  /// Nil stands for no value: a blank, which is not the same as none of something.
  public let values: [Int?]
  private let top: Int

  /// Bars up to `top`, the largest value unless it is given.
  public init(_ values: [Int?], top: Int? = nil) {
    self.values = values
    self.top = max(1, top ?? values.compactMap(\.self).max() ?? 1)
  }

  /// One character for each value: `▁▂▅▇`; what is not nothing is seen.
  public var line: String {
    String(
      values.map { value -> Character in
        guard let value else { return " " }
        return Self.eighths[min(7, max(0, min(value, top) * 7 / top))]
      })
  }

  /// Bars of so many rows, each so many columns wide, with a column between them where they are wider than one.
  public func draw(on canvas: inout Canvas, in rect: Rect, columns: Int, style: Style = .plain) {
    guard rect.height > 0, columns > 0 else { return }
    for (index, value) in values.enumerated() {
      guard let value, value > 0 else { continue }
      let eighths = max(1, min(value, top) * rect.height * 8 / top)
      let width = columns > 1 ? columns - 1 : 1
      let left = rect.column + index * columns
      guard left + width <= rect.endColumn else { return }
      for row in 0..<rect.height {
        let left8 = eighths - row * 8
        guard left8 > 0 else { break }
        let cell = Rect(column: left, row: rect.endRow - 1 - row, width: width, height: 1)
        canvas.fill(cell, with: Self.eighths[min(8, left8) - 1], style: style)
      }
    }
  }
}
