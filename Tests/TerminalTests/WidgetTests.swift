import Terminal
import TestSupport
import Testing

@Suite("Text field")
struct TextFieldTests {
  private func typed(_ keys: String..., in start: String = "") -> TextField {
    var field = TextField(start)
    for name in keys {
      if let key = Key(name: name) { _ = field.handle(key) }
    }
    return field
  }

  @Test("edits by characters as people see them")
  func graphemes() {
    var field = typed("Left", "Backspace", in: "a👨‍👩‍👧é")
    #expect(field.text == "aé")
    field.insert("e")
    field.insert("\u{301}")
    #expect(field.text == "aéé")
    #expect(field.textBeforeCursor == "aé")
  }

  @Test("knows words and ends")
  func words() {
    #expect(typed("C-w", in: "walk-in warm").text == "walk-in ")
    #expect(typed("M-b", "M-b", "C-k", in: "one two three").text == "one ")
    #expect(typed("Home", "M-d", in: "one two").text == " two")
    #expect(typed("C-a", "x", "C-e", "y", in: "-").text == "x-y")
    #expect(typed("Left", "C-u", in: "abc").text == "c")
    #expect(typed("Home", "Delete", "C-d", in: "abc").text == "c")
  }

  @Test("leaves other keys to others", arguments: ["Enter", "Esc", "Tab", "Up", "C-s", "F1", "M-x"])
  func others(name: String) {
    var field = TextField("abc")
    let handled = Key(name: name).map { field.handle($0) }
    #expect(handled == false)
    #expect(field == TextField("abc"))
  }

  @Test("keeps line ends, or makes blanks of them where it is one line, up to its limit, and says so")
  func limit() {
    var field = TextField(limit: 5, isOneLine: true)
    let fitted = field.insert("a\nb")
    #expect(fitted && field.text == "a b")
    let fittedMore = field.insert("cdefg")
    #expect(!fittedMore && field.text == "a bcd")
    #expect(TextField("a\r\nb\rc\nd").text == "a\nb\nc\nd")
  }

  @Test("always shows the cursor, whatever the width", arguments: 1...12)
  func scrolls(width: Int) {
    var field = TextField("ab東京cdé👨‍👩‍👧 and more text")
    for _ in 0...30 {
      var canvas = Canvas(width: width + 2, height: 1)
      canvas.fill(canvas.bounds, with: "#")
      field.draw(on: &canvas, at: Point(column: 1, row: 0), width: width)
      #expect(canvas.cursor != nil)
      #expect(canvas.rows[0].first == "#" && canvas.rows[0].last == "#")
      field.move(.left)
    }
    #expect(field.cursor == 0)
  }

  @Test("hides a secret")
  func secret() {
    var canvas = Canvas(width: 6, height: 1)
    TextField("1234").draw(on: &canvas, at: .zero, width: 6, isSecret: true)
    #expect(canvas.text == "****")
  }
}

@Suite("Text area")
struct TextAreaTests {
  @Test("breaks and joins lines and loses nothing")
  func lines() {
    var area = TextArea("one\ntwo")
    for key in [Key.up, .enter, .character("x"), .down, .named(.home), .backspace] {
      let handled = area.handle(key)
      #expect(handled)
    }
    #expect(area.text == "one\nxtwo")
    #expect(area.row == 1)
    area.insert("\r\nend\n")
    #expect(area.text == "one\nx\nend\ntwo")
  }

  @Test("goes from line to line with the arrows and stops at the ends")
  func arrows() {
    var area = TextArea("ab\nc")
    let wentLeft = [area.handle(.left), area.handle(.left)]
    #expect(wentLeft == [true, true])
    #expect(area.row == 0 && area.line.cursor == 2)
    let wentRight = area.handle(.right)
    #expect(wentRight && area.row == 1)
    let vertical = [area.handle(.down), area.handle(.up), area.handle(.up)]
    #expect(vertical == [false, true, false])
  }

  @Test("keeps to its number of lines without losing words")
  func limit() {
    var area = TextArea("a\nb\nc\nd", lineLimit: 2)
    #expect(area.text == "a\nb\nc\nd")
    let handled = area.handle(.enter)
    #expect(handled && area.text == "a\nb\nc\nd\n")
  }

  @Test("wraps long lines and shows the cursor", arguments: [(1, 1), (5, 2), (12, 3), (40, 10)])
  func draws(width: Int, height: Int) {
    var area = TextArea("Compressor contactor burnt, fitting the spare one\n東京 left")
    for _ in 0..<80 {
      var canvas = Canvas(width: width, height: height)
      area.draw(on: &canvas, in: canvas.bounds)
      #expect(canvas.cursor != nil)
      _ = area.handle(.left)
    }
    var canvas = Canvas(width: 12, height: 3)
    area.draw(on: &canvas, in: canvas.bounds)
    #expect(canvas.text == "Compressor\ncontactor\nburnt,")
  }
}

@Suite("List cursor")
struct ListCursorTests {
  @Test("keeps the selected row and its line when rows come and go")
  func identity() {
    var rows = Array(0..<100)
    var cursor = ListCursor<Int>(height: 10)
    cursor.rowsChanged(rows)
    cursor.move(to: 50, in: rows)
    let line = cursor.index - cursor.top
    rows.removeAll { $0 < 20 }
    rows.insert(-1, at: 0)
    cursor.rowsChanged(rows)
    #expect(cursor.selected == 50)
    #expect(cursor.index == 31)
    #expect(cursor.index - cursor.top == line)
  }

  @Test("stays at its first row while the selected one fits, and where nobody has gone anywhere")
  func onTop() {
    var cursor = ListCursor<Int>(height: 4)
    cursor.rowsChanged([10, 11, 12])
    cursor.move(by: 1, in: [10, 11, 12])
    cursor.rowsChanged([1, 2, 10, 11, 12])
    #expect(cursor.selected == 11 && cursor.index == 3 && cursor.top == 0)
    cursor.rowsChanged([1, 2, 3, 10, 11, 12])
    #expect(cursor.selected == 11 && cursor.top == 1)
    cursor.rowsChangedAside([0, 1, 2, 3, 10, 11, 12])
    #expect(cursor.selected == 11, "somebody has gone there")
    var untouched = ListCursor<Int>(height: 2)
    untouched.rowsChanged([10, 11])
    untouched.rowsChangedAside([1, 2, 3, 10, 11])
    #expect(untouched.selected == 1 && untouched.top == 0)
  }

  @Test("shows its first rows while somebody is elsewhere, and the selected one when he comes back")
  func aside() {
    var cursor = ListCursor<Int>(height: 3)
    cursor.rowsChanged([10, 11])
    cursor.move(by: 1, in: [10, 11])
    let rows = Array(1...11)
    cursor.rowsChangedAside(rows)
    cursor.fit(height: 3)
    cursor.showTop()
    #expect(cursor.visible == 0..<3 && cursor.selected == 11)
    cursor.fit(height: 3)
    #expect(cursor.visible == 8..<11 && cursor.selected == 11)
    #expect(cursor.visible == 8..<11)
  }

  @Test("begins at its first row again when a screen that was small grows")
  func regrown() {
    let rows = Array(0..<30)
    var cursor = ListCursor<Int>(height: 12)
    cursor.rowsChanged(rows)
    cursor.move(by: 5, in: rows)
    cursor.fit(height: 3)
    #expect(cursor.top == 3)
    cursor.fit(height: 12)
    #expect(cursor.top == 0 && cursor.selected == 5)
    cursor.move(to: 25, in: rows)
    cursor.fit(height: 40)
    #expect(cursor.top == 0 && cursor.selected == 25)
  }

  @Test("takes the row that took the place of one that went")
  func gone() {
    var cursor = ListCursor<String>(height: 3)
    cursor.rowsChanged(["a", "b", "c"])
    cursor.move(by: 1, in: ["a", "b", "c"])
    cursor.rowsChanged(["a", "c"])
    #expect(cursor.selected == "c")
    cursor.rowsChanged(["a"])
    #expect(cursor.selected == "a")
    cursor.rowsChanged([])
    #expect(cursor.selected == nil && cursor.visible.isEmpty)
    cursor.rowsChanged(["z"])
    #expect(cursor.selected == "z" && cursor.visible == 0..<1)
  }

  @Test("pages, scrolls and stops at the ends")
  func pages() {
    let rows = Array(0..<25)
    var cursor = ListCursor<Int>(height: 10)
    cursor.rowsChanged(rows)
    cursor.page(by: 1, in: rows)
    #expect(cursor.selected == 9 && cursor.top == 9)
    cursor.page(by: 9, in: rows)
    #expect(cursor.selected == 24 && cursor.top == 15)
    let moved = cursor.move(by: 1, in: rows)
    #expect(!moved)
    cursor.scroll(by: -15, in: rows)
    #expect(cursor.top == 0 && cursor.selected == 9)
    #expect(
      cursor.number(onLine: 3) == 3 && cursor.number(onLine: 10) == nil && cursor.number(onLine: -1) == nil)
  }

  @Test("brings a row beyond the edge to the middle, where the next steps move no row")
  func overTheEdge() {
    let rows = Array(0..<100)
    var cursor = ListCursor<Int>(height: 10)
    cursor.rowsChanged(rows)
    cursor.move(by: 9, in: rows)
    #expect(cursor.top == 0)
    cursor.move(by: 1, in: rows)
    #expect(cursor.top == 5)
    for _ in 0..<4 { cursor.move(by: 1, in: rows) }
    #expect(cursor.top == 5 && cursor.selected == 14)
    cursor.move(by: -10, in: rows)
    #expect(cursor.top == 0 && cursor.selected == 4)
  }

  @Test("always sees the selection", arguments: 0..<50)
  func invariant(seed: UInt64) {
    var random = Seeded(seed)
    var rows = Array(0..<Int(random.next() % 40))
    var cursor = ListCursor<Int>(height: 5)
    for _ in 0..<200 {
      switch random.next() % 5 {
      case 0: rows.shuffle(using: &random)
      case 1: if !rows.isEmpty { rows.remove(at: Int(random.next() % UInt64(rows.count))) }
      case 2: rows.append(1000 + Int(random.next() % 1_000_000))
      case 3: cursor.fit(height: Int(random.next() % 12))
      default: cursor.move(by: Int(random.next() % 21) - 10, in: rows)
      }
      cursor.rowsChanged(rows)
      #expect(cursor.visible.contains(cursor.index) || rows.isEmpty)
      #expect(cursor.selected == (rows.isEmpty ? nil : rows[cursor.index]))
      #expect(cursor.visible.upperBound <= rows.count)
    }
  }
}

@Suite("Table layout")
struct TableLayoutTests {
  let columns = [
    TableColumn("P", minimum: 1), TableColumn("Order", minimum: 5),
    TableColumn("Due", minimum: 7, alignment: .right),
    TableColumn("Wait", rank: 3, minimum: 5, alignment: .right), TableColumn("Trade", rank: 1, minimum: 6),
    TableColumn("Site · problem", minimum: 10, ideal: .max), TableColumn("Flags", rank: 2, minimum: 3)
  ]

  @Test("lets columns leave by rank, highest first")
  func ranks() {
    func titles(_ width: Int) -> [String] {
      TableLayout(columns, width: width).places.map { columns[$0.index].title }
    }
    #expect(titles(60).count == 7)
    #expect(titles(40) == ["P", "Order", "Due", "Trade", "Site · problem", "Flags"])
    #expect(titles(34) == ["P", "Order", "Due", "Trade", "Site · problem"])
    #expect(titles(27) == ["P", "Order", "Due", "Site · problem"])
  }

  @Test("never draws beyond its width", arguments: 0..<70)
  func fits(width: Int) {
    let layout = TableLayout(columns, width: width)
    let places = layout.places
    #expect(places.allSatisfy { $0.column + $0.width <= width })
    for (one, next) in zip(places, places.dropFirst()) { #expect(one.column + one.width < next.column) }
    if width >= 45 { #expect(places.last.map { $0.column + $0.width } == width) }
    #expect(width < 20 || layout.place(of: 1) != nil)
  }

  @Test("is a picture")
  func picture() {
    var canvas = Canvas(width: 52, height: 3)
    let layout = TableLayout(columns, width: 52)
    layout.drawTitles(on: &canvas, at: .zero, style: Style(role: 4))
    layout.draw(
      ["1", "20418", "0:38r▲", "0:22", "HVAC", "Mercy Hospital · AHU-3", "D?"], on: &canvas,
      at: Point(column: 0, row: 1))
    layout.draw(
      ["2", "20396", "-0:12r✗", "4:12", "Plumb", "Elm Court 4B · burst pipe", "@BL"], on: &canvas,
      at: Point(column: 0, row: 2), style: Style.plain.selected(), wholeWords: [5])
    expectScreen(canvas, "table") { _ in "table.title" }
  }
}

@Suite("Wrapped text")
struct WrappedTextTests {
  @Test("breaks at blanks, else between characters")
  func breaks() {
    #expect(wrapped("one two three", width: 7) == ["one two", "three"])
    #expect(wrapped("abcdefgh", width: 3) == ["abc", "def", "gh"])
    #expect(wrapped("a\n\nb", width: 3) == ["a", "", "b"])
    #expect(wrapped("東京都", width: 3) == ["東", "京", "都"])
    #expect(wrapped("東京", width: 1) == ["東", "京"])
    #expect(wrapped("x", width: 0).isEmpty)
  }

  @Test("fits whole words only")
  func wholeWords() {
    #expect(wordsFitting("freezer door", width: 9) == "freezer")
    #expect(wordsFitting("freezer door", width: 12) == "freezer door")
    #expect(wordsFitting("freezer", width: 4) == "fre…")
    #expect(wordsFitting("freezer", width: 0) == "")
  }
}
