import Terminal
import TestSupport
import Testing

@Suite("Figures to be read from across the room", .verifies("BRD-10"))
struct FigureTests {
  private func drawn(_ number: Int, _ dot: BigDigits.Dot, glyphs: GlyphSet = .unicode) -> [String] {
    var canvas = Canvas(width: 30, height: 10, glyphs: glyphs)
    BigDigits(number).draw(on: &canvas, at: .zero, dot)
    return canvas.rows
  }

  @Test("draw every digit with dots of any size")
  func digits() {
    let small = BigDigits.Dot(width: 1, height: 1)
    #expect(Array(drawn(42, small).prefix(5)) == ["█ █ ███", "█ █   █", "███ ███", "  █ █", "  █ ███"])
    let large = BigDigits.Dot(width: 2, height: 2)
    #expect(drawn(1, large).prefix(4) == ["  ██", "  ██", "████", "████"])
    #expect(Set((0...9).map { drawn($0, small) }).count == 10)
    #expect(drawn(7, small, glyphs: .ascii).first == "###")
  }

  @Test("take the largest dots that leave every number whole")
  func sizes() {
    let numbers = [BigDigits(2), BigDigits(118)]
    #expect(BigDigits.dot(for: numbers, columns: 38, rows: 11) == BigDigits.Dot(width: 2, height: 1))
    #expect(BigDigits.dot(for: [BigDigits(61)], columns: 38, rows: 11) == BigDigits.Dot(width: 4, height: 2))
    #expect(BigDigits.dot(for: [BigDigits(61)], columns: 48, rows: 15) == BigDigits.Dot(width: 6, height: 3))
    #expect(
      BigDigits.dot(for: [BigDigits(123_456)], columns: 14, rows: 5) == BigDigits.Dot(width: 1, height: 1))
    #expect(BigDigits(-3).columns(BigDigits.Dot(width: 1, height: 1)) == 3)
  }

  @Test("show a run of values in one row, nothing apart from none")
  func line() {
    #expect(Bars([0, 50, nil, 100], top: 100).line == "▁▄ █")
    #expect(Bars([]).line.isEmpty && Bars([0, 0]).line == "▁▁")
    #expect(Bars([5, 900], top: 100).line == "▁█")
  }

  @Test("show a run of values as bars that stay in their place")
  func bars() {
    var canvas = Canvas(width: 8, height: 3)
    Bars([1, 8, nil, 4], top: 8).draw(
      on: &canvas, in: Rect(column: 0, row: 0, width: 8, height: 2), columns: 2)
    #expect(canvas.rows == ["  █", "▂ █   █", ""])
    Bars([9, 9, 9]).draw(on: &canvas, in: Rect(column: 0, row: 2, width: 3, height: 1), columns: 2)
    #expect(canvas.rows[2] == "█ █")
  }
}
