import Crypto
import Domain
import Storage
import TUI

/// Half-filled forms as the file keeps them: the fields as compact bytes, by an id made from what the form is of.
extension Draft {
  private struct Content: Codable {
    /// Whose it is; nil in a file of before there were several people at a desk: anybody's.
    var person: Person.ID?
    var subject: String
    var begunAt: Timestamp
    var names: [String]
    var texts: [String]
  }

  /// Everybody's own, also of the same form of the same thing.
  static func id(of key: FormDraft.Key, by person: Person.ID) -> Draft.ID {
    let digest = SHA256.hash(data: Array("\(key.form)\u{1F}\(key.subject)\u{1F}\(person)".utf8))
    let halves = digest.prefix(16).reduce(into: [UInt64](repeating: 0, count: 2)) { halves, byte in
      halves = [halves[0] << 8 | halves[1] >> 56, halves[1] << 8 | UInt64(byte)]
    }
    return Draft.ID(high: halves[0], low: halves[1])
  }

  init(_ form: FormDraft, by person: Person.ID, savedAt: Timestamp) throws(StorageError) {
    let content = Content(
      person: person, subject: form.key.subject, begunAt: form.begunAt, names: form.fields.map(\.name),
      texts: form.fields.map(\.text))
    do {
      self.init(
        id: Self.id(of: form.key, by: person), form: form.key.form,
        content: try CompactEncoder().encode(content),
        savedAt: savedAt)
    } catch {
      throw .coding(error, path: "draft")
    }
  }

  /// What the form is about and the first words in it, for a list.
  func title(in office: Office) -> String {
    guard let draft = formDraft else { return "written by another version" }
    let words = draft.fields.filter { !$0.name.contains("#") && !$0.text.trimmed.isEmpty }.prefix(3)
    return ([draft["#number"] ?? Self.name(of: draft.key.subject, in: office)] + words.map(\.text.trimmed))
      .compactMap(\.self).joined(separator: " · ")
  }

  /// An order by its number, a record by its name; nil for a new call, which has none yet.
  private static func name(of subject: String, in office: Office) -> String? {
    if let number = Int(subject), office.order(number: number) != nil { return subject }
    return Customer.ID(subject).flatMap { office.customer($0)?.name }
      ?? Site.ID(subject).flatMap { office.site($0)?.name }
      ?? Equipment.ID(subject).flatMap { office.equipment($0)?.name }
      ?? Person.ID(subject).flatMap { office.person($0)?.name.words }
      ?? Technician.ID(subject).flatMap { office.technician($0)?.name.words }
  }

  /// The form again; nil when another version wrote it in a way this one cannot read. It stays in the file.
  var formDraft: FormDraft? {
    readable.map { content in
      FormDraft(
        key: FormDraft.Key(form: form, subject: content.subject),
        fields: zip(content.names, content.texts).map { FormDraft.Field(name: $0, text: $1) },
        begunAt: content.begunAt)
    }
  }

  /// Whose it is; nil for anybody's.
  var person: Person.ID? { readable?.person }

  private var readable: Content? {
    do { return try CompactDecoder().decode(Content.self, from: content) } catch { return nil }
  }
}

extension FormDraft {
  /// All that was typed into the form, in one line, for when it can be kept nowhere else.
  var words: String {
    let typed = fields.filter { !$0.name.contains("#") && !$0.text.trimmed.isEmpty }
    return ([key.form] + typed.map { "\($0.name) \"\($0.text.trimmed)\"" }).joined(separator: " · ")
  }
}
