import Terminal
import Testing

@Suite("Rect")
struct RectTests {
  let screen = Rect(column: 0, row: 0, width: 20, height: 10)

  @Test("splits rows into fixed and flexible parts that fill it")
  func splitsRows() {
    let parts = screen.split(rows: [.cells(1), .flexible(weight: 2), .flexible(), .cells(2)])
    #expect(parts.map(\.height) == [1, 4, 3, 2])
    #expect(parts.map(\.row) == [0, 1, 5, 8])
  }

  @Test("lets neighbours share a border when parts overlap")
  func overlaps() {
    let parts = screen.split(columns: [.flexible(), .flexible()], overlap: 1)
    #expect(parts.map(\.column) == [0, 9])
    #expect(parts.map(\.endColumn) == [10, 20])
  }

  @Test("never hands out cells it does not have", arguments: 0..<12)
  func neverTooMuch(height: Int) {
    let rect = Rect(column: 0, row: 3, width: 5, height: height)
    for part in rect.split(rows: [.cells(4), .flexible(atLeast: 3), .cells(4)], overlap: 1) {
      #expect(part.endRow <= rect.endRow)
      #expect(part.row >= rect.row)
    }
  }

  @Test("keeps flexible parts at their least while there is room")
  func least() {
    #expect(screen.split(rows: [.flexible(weight: 9), .flexible(atLeast: 4)]).map(\.height) == [5, 5])
  }

  @Test("intersects to nothing where rectangles do not meet")
  func intersects() {
    #expect(screen.intersection(Rect(column: 30, row: 0, width: 4, height: 4)).isEmpty)
    #expect(
      screen.intersection(Rect(column: 15, row: -2, width: 10, height: 4))
        == Rect(column: 15, row: 0, width: 5, height: 2))
  }

  @Test("centres and insets without growing")
  func centres() {
    #expect(screen.centred(Size(width: 10, height: 4)) == Rect(column: 5, row: 3, width: 10, height: 4))
    #expect(screen.centred(Size(width: 99, height: 99)) == screen)
    #expect(Rect(column: 0, row: 0, width: 1, height: 1).inset().isEmpty)
  }
}
