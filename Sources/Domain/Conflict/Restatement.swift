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

extension Command {
  /// Whether it sets what another one sets, of the same order or of the same visit of it: of the two the later one is
  /// wanted.
  fileprivate func replacesWish(of earlier: Command) -> Bool {
    switch (self, earlier) {
    case (.setPriority(let id, _), .setPriority(let other, _)): id == other
    case (.claimWorkOrder(let id, _), .claimWorkOrder(let other, _)): id == other
    case (.postponeWorkOrder(let id, _), .postponeWorkOrder(let other, _)): id == other
    case (.pinVisit(let id, _), .pinVisit(let other, _)): id == other
    case (.assignVisit(let id, let mine), .assignVisit(let other, let theirs)):
      id == other && mine.furtherVisit == theirs.furtherVisit
    case (.sendMessage(let id, let mine), .sendMessage(let other, let theirs)):
      id == other && mine.tellsAnew(theirs)
    default: false
    }
  }
}

extension SendMessage {
  /// Whether it tells the same party by now what an earlier one told with an earlier action.
  fileprivate func tellsAnew(_ earlier: SendMessage) -> Bool {
    guard case .with = cause, case .with = earlier.cause else { return false }
    return to == earlier.to && person == earlier.person && content == earlier.content
  }
}

extension Conflict {
  /// All that was wanted, to be submitted again on what is there now; nil where a part has to be given anew by hand.
  public func restated(on office: Office) -> [Command]? {
    let wanted = commands.enumerated().filter { place, command in
      !commands.dropFirst(place + 1).contains { $0.replacesWish(of: command) }
    }
    var (office, restated) = (office, [Command]())
    for (_, command) in wanted {
      guard let again = command.restated(on: office) else { return nil }
      restated.append(again)
      office = wish(again, on: office)
    }
    return restated.isEmpty ? nil : restated
  }

  /// Whether there is a way to do it all the same: not where the work it is about has ended since, which only facts are
  /// told of.
  public func canBeRedone(on office: Office) -> Bool {
    guard let again = restated(on: office) else { return false }
    let submission = Submission(
      id: id, stamp: Stamp(by: person, at: at, console: console), commands: again, override: "again",
      acceptsWarnings: true, acceptsClaims: true)
    do throws(Refusal) {
      _ = try office.decide(submission)
      return true
    } catch {
      switch error {
      case .workEnded: return false
      // Somebody has settled it otherwise, and that stays.
      case .changedSince(.conflict, _, _): return false
      // It has left the day, or is not here: a fact is told of it all the same.
      case .notFound: return isFact
      // It is entered by itself once its visit is here, and not before.
      case .notAllowed: return !isAwaiting(in: office)
      default: return true
      }
    }
  }

  /// The office as it would be after a part of it, which is what the next part replaces; as it is where the rules refuse
  /// that, which the office will say.
  private func wish(_ command: Command, on office: Office) -> Office {
    let stamp = Stamp(by: person, at: at, console: console)
    let submission = Submission(
      id: id, stamp: stamp, commands: [command], override: "again", acceptsWarnings: true, acceptsClaims: true
    )
    do throws(Refusal) { return try office.decide(submission).after } catch { return office }
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
