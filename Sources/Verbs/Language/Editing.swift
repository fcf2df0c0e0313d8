public import Domain

/// `FIELD=VALUE` words as changes of a record, each saying what it replaces.
enum Editing {
  /// The fields and values of the words; a value that is empty clears the field.
  static func pairs(_ words: [String]) throws(UsageFault) -> [(field: String, value: String?)] {
    var pairs: [(field: String, value: String?)] = []
    for word in words {
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 2, !parts[0].isEmpty else {
        throw UsageFault("\"\(word.clipped(24))\" is no FIELD=VALUE.", word: word)
      }
      pairs.append((parts[0], parts[1].isEmpty ? nil : parts[1]))
    }
    return pairs
  }

  /// The field of a name, or of an unambiguous beginning of it.
  static func field<Field: RawRepresentable & CaseIterable>(
    _ name: String, _: Field.Type = Field.self
  )
    throws(UsageFault) -> Field where Field.RawValue == String
  {
    let folded = name.folded
    let all = Field.allCases.map(\.rawValue)
    if let exact = Field.allCases.first(where: { $0.rawValue.folded == folded }) { return exact }
    let beginning = Field.allCases.filter { !folded.isEmpty && $0.rawValue.folded.hasPrefix(folded) }
    if beginning.count == 1, let field = beginning.first { return field }
    throw UsageFault(
      "\"\(name.clipped(24))\" is no field here. The fields are \(all.joined(separator: ", ")).", word: name,
      nearest: beginning.isEmpty ? Nearness.words(to: name, in: all) : beginning.map(\.rawValue))
  }

  /// The changes that lead from a record to what was typed. `value` turns names into ids and times into instants.
  static func changes<R: Record>(
    of record: R, _ words: [String], in context: VerbContext,
    value: (R.Field, String) throws(UsageFault) -> String = { _, text in text }
  ) throws(UsageFault) -> [FieldChange<R.Field>] {
    var changes: [FieldChange<R.Field>] = []
    for (name, typed) in try pairs(words) {
      let field: R.Field = try Editing.field(name)
      var wanted: String?
      if let typed { wanted = try value(field, typed) }
      changes.append(try change(of: record, field, to: wanted, in: context))
    }
    return changes
  }

  /// What two lists of settings by name differ in, each with what it was and what it is now.
  static func differences(
    from old: [(name: String, value: String)], to new: [(name: String, value: String)]
  ) -> [(name: String, was: String?, now: String?)] {
    let before = Dictionary(old.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    let names = Set(new.map(\.name))
    let changed = new.filter { before[$0.name] != $0.value }.map {
      (name: $0.name, was: before[$0.name], now: Optional($0.value))
    }
    return changed + old.filter { !names.contains($0.name) }.map { (name: $0.name, was: $0.value, now: nil) }
  }

  /// One change; the value is checked and brought into the form in which the record keeps it.
  static func change<R: Record>(
    of record: R, _ field: R.Field, to text: String?, in context: VerbContext
  )
    throws(UsageFault) -> FieldChange<R.Field>
  {
    let after = try changed(record, field, to: text)
    return FieldChange(
      field, from: record.text(of: field).map { fieldText($0, field, context) },
      to: after.text(of: field).map { fieldText($0, field, context) })
  }

  /// The record with the text in its field; one that is no free words is read without the blanks around it.
  private static func changed<R: Record>(
    _ record: R, _ field: R.Field, to text: String?
  ) throws(UsageFault) -> R {
    var after = record
    do throws(FieldFault) {
      try after.set(field, to: text)
      return after
    } catch {
      if let text, text.trimmed != text, !text.trimmed.isEmpty {
        return try changed(record, field, to: text.trimmed)
      }
      let word = error.word.clipped(24)
      throw UsageFault(
        word.isEmpty
          ? "The \(Wording.bareField(error.field)) is empty. It is \(error.expected)."
          : "\"\(word)\" is no \(Wording.bareField(error.field)). It is \(error.expected).",
        word: word.isEmpty ? error.field : error.word)
    }
  }

  /// What may be wrong with new values that are kept as they were said.
  static func doubts<Field: RecordField>(_ changes: [FieldChange<Field>]) -> [String] {
    changes.filter { $0.field.rawValue == Customer.Field.phone.rawValue }
      .compactMap { $0.to.flatMap { Wording.phoneDoubt($0.words) } }
  }

  private static func fieldText<Field: RecordField>(
    _ text: String, _ field: Field, _ context: VerbContext
  )
    -> FieldText
  {
    field.isPersonal ? .personal(PersonalText(id: context.newID(), words: text)) : .plain(text)
  }
}

extension VerbContext {
  /// Words about a person, under an id of their own.
  public func personal(_ words: String?) -> PersonalText? {
    words.map { PersonalText(id: newID(), words: $0) }
  }
}
