import Domain
import Terminal
import Verbs

/// One row of a window: words in their styles, and what Enter on it opens.
struct PageLine: Sendable {
  struct Part: Sendable {
    let text: String
    let style: Style

    init(_ text: String, _ style: Style) {
      self.text = text
      self.style = style
    }
  }

  /// What a row leads to.
  enum Target: Hashable, Sendable {
    case view(ViewAction)
    /// The access code of a site, which is put on record when it is shown.
    case secret(Site.ID)
    /// The number of a technician, likewise.
    case phone(Technician.ID)
    case draft(FormDraft.Key)
    /// Something that the window itself does.
    case action(String)
  }

  var parts: [Part]
  var target: Target?
  /// The field that it shows, if it shows one.
  var field: FieldPlace?

  /// The number of the part of its page that ends with it.
  var endOfPart: Int?

  /// Whether the mark stops on it.
  var leads: Bool { target != nil || field != nil }

  init(_ text: String = "", _ role: StyleRole = .plain, target: Target? = nil) {
    parts = [Part(text, role.style)]
    self.target = target
  }

  init(_ parts: [(String, StyleRole)], target: Target? = nil) {
    self.parts = parts.map { Part($0.0, $0.1.style) }
    self.target = target
  }

  var text: String { parts.map(\.text).joined() }

  func draw(on canvas: inout Canvas, at point: Point, width: Int, isSelected: Bool = false) {
    var column = 0
    for part in parts {
      guard column < width else { return }
      let room = width - column
      let wanted = displayWidth(of: part.text)
      column += canvas.put(
        part.text, at: point.moved(columns: column), style: part.style.selected(isSelected),
        width: min(wanted, room),
        ellipsis: true)
    }
    if isSelected, column < width {
      canvas.put(
        "", at: point.moved(columns: column), style: StyleRole.plain.style.selected(), width: width - column)
    }
  }
}

extension PageLine {
  static let labelWidth = 12

  /// A label and a text beside it, on as many rows as the text takes; nothing where there is no text.
  static func fact(
    _ label: String, _ text: String?, width: Int, _ role: StyleRole = .plain, target: Target? = nil,
    field: FieldPlace? = nil
  ) -> [PageLine] {
    guard let text, !text.isEmpty else { return [] }
    let column = max(labelWidth, displayWidth(of: label) + 1)
    let rows = wrapped(text, width: max(8, width - column))
    return rows.enumerated().map { index, row in
      let label = index == 0 ? label : ""
      var line = PageLine(
        [(label.padded(to: column), .fieldLabel), (row, role)], target: index == 0 ? target : nil)
      if index == 0 { line.field = field }
      return line
    }
  }

  /// A text on as many rows as it takes, set in by so many columns.
  static func text(_ text: String, width: Int, indent: Int = 0, _ role: StyleRole = .plain) -> [PageLine] {
    wrapped(text, width: max(8, width - indent)).map {
      PageLine([(String(repeating: " ", count: indent), .plain), ($0, role)])
    }
  }

  static func heading(_ words: String) -> PageLine { PageLine(words, .heading) }
}

extension String {
  /// The text with blanks behind it up to so many columns.
  func padded(to columns: Int) -> String {
    self + String(repeating: " ", count: max(0, columns - displayWidth(of: self)))
  }

  /// At most so many columns, an ellipsis in place of the rest, filled with blanks.
  func fitted(to columns: Int) -> String {
    guard displayWidth(of: self) > columns else { return padded(to: columns) }
    var kept = ""
    var used = 0
    for character in self {
      let width = displayWidth(of: String(character))
      guard used + width < columns else { break }
      kept.append(character)
      used += width
    }
    return (kept + "…").padded(to: columns)
  }
}
