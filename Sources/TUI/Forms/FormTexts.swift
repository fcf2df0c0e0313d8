import Domain
import Terminal

/// All that stands in a form, and what of it was picked from a list.
struct FormTexts: Hashable, Sendable {
  /// A thing picked by its name, so that two of one name stay apart.
  struct Picked: Hashable, Sendable {
    let text: String
    let id: String
  }

  var fields: FormFields
  private(set) var picked: [String: Picked] = [:]
  /// What was filled in and not typed, by field: what is typed there takes its place.
  private var filled: [String: Filled] = [:]

  private struct Filled: Hashable, Sendable {
    let text: String
    /// The field that it followed from; nil for what was proposed from the start.
    let source: String?
  }

  init(_ fields: FormFields) {
    self.fields = fields
    for field in fields.fields where field.isProposed && field.value != nil {
      filled[field.name] = Filled(text: field.text.text, source: nil)
    }
  }

  /// What is in a field, as it was typed; nil for nothing.
  func value(_ name: String) -> String? { fields.value(name) }

  /// The id of what was picked, as long as the field still says its name.
  func id(_ name: String) -> String? {
    guard let one = picked[name], one.text == fields[name]?.text.text else { return nil }
    return one.id
  }

  /// What a verb is told: the id where one was picked, else the words.
  func word(_ name: String) -> String? { id(name) ?? value(name) }

  /// Puts a text into a field.
  mutating func set(_ name: String, to text: String) {
    guard var field = fields[name] else { return }
    field.text.replace(with: text)
    field.fault = nil
    fields[name] = field
  }

  mutating func pick(_ name: String, _ text: String, id: String?) {
    set(name, to: text)
    // What somebody has picked himself is not filled in, though it says the same.
    filled[name] = nil
    picked[name] = id.map { Picked(text: fields[name]?.text.text ?? text, id: $0) }
  }

  /// Fills in what follows from another field, where nobody has said otherwise.
  mutating func fill(_ name: String, _ text: String?, id: String? = nil, from source: String) {
    guard value(name) == nil || isFilled(name) else { return }
    guard let text else {
      if isFilled(name) { set(name, to: "") }
      filled[name] = nil
      return
    }
    pick(name, text, id: id)
    filled[name] = Filled(text: fields[name]?.text.text ?? text, source: source)
  }

  /// Whether a field says what was filled in.
  func isFilled(_ name: String) -> Bool { filled[name].map { $0.text == fields[name]?.text.text } ?? false }

  /// Whether it says what followed from another field.
  func isFilled(_ name: String, from source: String) -> Bool {
    isFilled(name) && filled[name]?.source == source
  }

  /// Takes away what followed from a field, as that is not so; what followed from others stays.
  mutating func unfill(from source: String) {
    for (name, one) in filled where one.source == source { fill(name, nil, from: source) }
  }
}

extension FormTexts {
  private static let idMark = "#"

  /// Everything for a draft: texts as they are, and under `name#` what was picked.
  var draftFields: [FormDraft.Field] {
    let texts = fields.fields.filter { !$0.isShown }.map { field in
      FormDraft.Field(name: field.name, text: field.text.text)
    }
    let ids = fields.fields.compactMap { field in
      id(field.name).map { FormDraft.Field(name: field.name + FormTexts.idMark, text: $0) }
    }
    return texts + ids
  }

  /// Takes over what an earlier draft holds.
  mutating func restore(_ draft: FormDraft) {
    for field in fields.fields where !field.isShown {
      guard let text = draft[field.name] else { continue }
      pick(field.name, text, id: draft[field.name + FormTexts.idMark])
    }
  }

  /// Nothing that can be typed has anything in it.
  var isEmpty: Bool { fields.fields.allSatisfy { $0.isShown || $0.text.isEmpty } }
}
