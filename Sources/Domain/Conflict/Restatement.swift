/// What becomes of a refused wish that is given again on what is there now.
enum Restatement {
  /// It says nothing that can be out of date.
  case asItIs
  /// The same with what is there now as what it replaces.
  case anew(Command)
  /// Nothing but the person can say what it would replace: he gives it by hand.
  case byHand

  /// Facts stay what they are; what a claim replaces it has to say itself.
  static func usual(for kind: CommandKind) -> Restatement {
    switch kind {
    case .fact: .asItIs
    case .claim: .byHand
    }
  }
}

extension Command {
  /// The same wish with what is there now as what it replaces; nil where nothing but the person can say what that
  /// would be, and he gives it anew.
  public func restated(on office: Office) -> Command? {
    switch rule.restated(on: office) {
    case .asItIs: self
    case .anew(let command): command
    case .byHand: nil
    }
  }
}

extension Conflict {
  /// All that was wanted, to be submitted again on what is there now; nil where a part has to be given anew by hand.
  public func restated(on office: Office) -> [Command]? {
    let restated = commands.compactMap { $0.restated(on: office) }
    return restated.count == commands.count && !restated.isEmpty ? restated : nil
  }
}

extension Array {
  /// The same changes of fields, from what a record has now.
  func restated<R: Record>(on record: R) -> [FieldChange<R.Field>] where Element == FieldChange<R.Field> {
    map { change in
      let now = record.text(of: change.field)
      return FieldChange(
        change.field, from: now.map { (change.from ?? change.to)?.saying($0) ?? .plain($0) }, to: change.to)
    }
  }
}

extension FieldText {
  /// Other words of the same field: what is about a person stays erasable.
  fileprivate func saying(_ words: String) -> FieldText {
    switch self {
    case .plain: .plain(words)
    case .personal(let text): .personal(PersonalText(id: text.id, words: words))
    }
  }
}
