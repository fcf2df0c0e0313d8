import Domain
import Terminal

/// Rows that scroll, with a mark on those that lead somewhere; the body of every window.
struct Page: Sendable {
  private(set) var lines: [PageLine] = []
  /// The row that is marked first where it is there.
  var begins: PageLine.Target?
  private(set) var top = 0
  /// The row that is marked; nil while no row leads anywhere.
  private(set) var selected: Int?
  private(set) var height = 1
  /// The columns that the rows were made for; 0 before there were any.
  private(set) var width = 0

  /// Takes over new rows; what is marked stays marked as long as it is there.
  mutating func show(_ lines: [PageLine], width: Int, height: Int) {
    self.width = width
    let marked = selected.flatMap { self.lines.indices.contains($0) ? self.lines[$0] : nil }
    let before = selected
    self.lines = lines
    self.height = max(1, height)
    selected = nil
    if let marked, let before, lines.indices.contains(before), lines[before].isSame(as: marked) {
      selected = before
    } else if let marked {
      selected = lines.firstIndex { $0.isSame(as: marked) }
    }
    selected = selected ?? beginning
    top = max(0, min(top, lines.count - self.height))
  }

  private var marked: PageLine? { selected.flatMap { lines.indices.contains($0) ? lines[$0] : nil } }
  var target: PageLine.Target? { marked?.target }
  /// Whether any of its lines opens something.
  var leadsAnywhere: Bool { lines.contains { $0.target != nil } }
  /// The field under the mark.
  var field: FieldPlace? { marked?.field }

  /// What is marked first: a row that leads on, else a field.
  private var beginning: Int? {
    begins.flatMap { wanted in lines.firstIndex { $0.target == wanted } } ?? lines.firstIndex {
      $0.target != nil
    } ?? lines.firstIndex(where: \.leads)
  }

  /// The rows that are on the screen.
  var shown: Range<Int> { top..<min(lines.count, top + height) }

  /// Brings a row onto the screen, a screen further at most, so that nothing on the way is passed over.
  mutating func reveal(_ row: Int) {
    guard row >= top + height else { return }
    scroll(min(row - top - height + 1, height - 1))
  }

  /// Goes by an action of the keymap; false when it is none for a page.
  mutating func move(_ action: String) -> Bool {
    switch action {
    case "move.down": step(1)
    case "move.up": step(-1)
    case "move.page-down": scroll(height - 1)
    case "move.page-up": scroll(1 - height)
    case "move.first": toEnd(-1)
    case "move.last": toEnd(1)
    default: return false
    }
    return true
  }

  mutating func wheel(_ mouse: Mouse) -> Bool {
    guard mouse.action == .wheelDown || mouse.action == .wheelUp else { return false }
    scroll(mouse.action == .wheelDown ? 3 : -3)
    return true
  }

  /// Marks the row that was clicked; false where it leads nowhere.
  mutating func click(line: Int) -> Bool {
    guard line >= 0, line < height, lines.indices.contains(top + line), lines[top + line].leads else {
      return false
    }
    selected = top + line
    return true
  }

  private var last: Int { max(0, lines.count - height) }

  /// To the next row that leads somewhere when it is near, else one row on.
  private mutating func step(_ way: Int) {
    if let selected {
      var next = selected + way
      while lines.indices.contains(next), !lines[next].leads { next += way }
      if lines.indices.contains(next), next >= top - 1, next <= top + height {
        self.selected = next
        top = min(max(top, next - height + 1), next)
        return
      }
    }
    top = max(0, min(last, top + way))
  }

  private mutating func scroll(_ rows: Int) {
    top = max(0, min(last, top + rows))
    guard let selected, !(top..<top + height).contains(selected) else { return }
    let seen = lines.indices.filter { top <= $0 && $0 < top + height && lines[$0].leads }
    self.selected = (rows > 0 ? seen.first : seen.last) ?? selected
  }

  private mutating func toEnd(_ way: Int) {
    top = way < 0 ? 0 : last
    let leading = lines.indices.filter { lines[$0].leads }
    selected = way < 0 ? leading.first : leading.last
  }

  func draw(on canvas: inout Canvas, in rect: Rect) {
    let first = max(0, min(top, lines.count - rect.height))
    for (row, number) in lines.indices.dropFirst(first).prefix(rect.height).enumerated() {
      let isMarked = number == selected
      let point = Point(column: rect.column, row: rect.row + row)
      canvas.put(isMarked ? "▌" : " ", at: point, style: StyleRole.hintKey.style)
      lines[number].draw(
        on: &canvas, at: point.moved(columns: 1), width: rect.width - 1, isSelected: isMarked)
    }
  }

  /// `8-24 of 60` where not everything is seen.
  func place(height: Int) -> String? {
    lines.count > height && height > 0
      ? "\(min(top, lines.count - height) + 1)-\(min(top + height, lines.count)) of \(lines.count)" : nil
  }
}

extension PageLine {
  /// Whether it stands for the same thing, though its words may have changed.
  fileprivate func isSame(as other: PageLine) -> Bool {
    leads && target == other.target && field == other.field
  }
}
