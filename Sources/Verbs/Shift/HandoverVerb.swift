public import Domain

/// `handover`: what the next dispatcher must know, made from the record.
public struct HandoverVerb: Verb {
  public static let name = "handover.show"
  public static let words = ["handover"]
  public static let help = "Show what the next shift must know, made from the record"
  public static let permission: Permission? = .seeAllWork
  public static let parameters: [Parameter] = []

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {}

  public func act(in context: VerbContext) throws(Refusal) -> Act { .ask(.handover) }
}

/// `handover add WORDS`: a line by hand for whoever comes next.
public struct HandoverAddVerb: Verb {
  public static let name = "handover.add"
  public static let words = ["handover", "add"]
  public static let help = "Add a line to the handover by hand"
  public static let permission: Permission? = ChangeHandover.permission
  public static let parameters: [Parameter] = [.needed("words", .longText)]

  let words: String

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    words = try arguments.needed("words")
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    Self.proposal([.changeHandover(ChangeHandover(.add(context.newID(), words: words)))])
  }
}

/// `handover drop N`: takes a line added by hand away again.
public struct HandoverDropVerb: Verb {
  public static let name = "handover.drop"
  public static let words = ["handover", "drop"]
  public static let help = "Take a line that was added by hand out of the handover"
  public static let permission: Permission? = ChangeHandover.permission
  public static let parameters: [Parameter] = [.needed("line", .number, "1 is the first of them")]

  let line: HandoverLine.ID

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    let number = try arguments.number("line") ?? 0
    let lines = context.office.handover.lines
    guard lines.indices.contains(number - 1) else {
      let there = lines.isEmpty ? "none was added" : "there are 1 to \(lines.count)"
      throw UsageFault("The handover has no line \(number) by hand: \(there).", word: String(number))
    }
    line = lines[number - 1].id
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    Self.proposal([.changeHandover(ChangeHandover(.remove(line)))])
  }
}

/// `handover read [SECTION|all]`: says that one has read it.
public struct HandoverReadVerb: Verb {
  public static let name = "handover.read"
  public static let words = ["handover", "read"]
  public static let help = "Say that you have read a part of the handover, else the next one"
  public static let permission: Permission? = ChangeHandover.permission
  public static let parameters: [Parameter] = [
    .optional("section", .choice(HandoverSection.allCases.map(\.rawValue) + ["all"]))
  ]

  let sections: [HandoverSection]

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    let unread = context.person.map { context.office.handover.unread(by: $0) } ?? []
    if arguments.text("section")?.folded == "all" {
      sections = HandoverSection.allCases
    } else if let section = try arguments.choice("section", HandoverSection.self) {
      sections = [section]
    } else {
      sections = Array(unread.prefix(1))
    }
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    Self.proposal([.changeHandover(ChangeHandover(.read(sections)))])
  }
}

/// `handover take`: the desk is mine from now on, and the alerts with it.
public struct HandoverTakeVerb: Verb {
  public static let name = "handover.take"
  public static let words = ["handover", "take"]
  public static let help = "Take the desk over, once all of the handover is read"
  public static let permission: Permission? = ChangeHandover.permission
  public static let parameters: [Parameter] = []

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {}

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    .submit(Self.taking(in: context))
  }

  /// So many alerts that nobody has are taken with the desk; the rest is said.
  static let mostTaken = 100

  /// Taking over, together with every alert that whoever had the desk still has, put off as it is, and those that
  /// nobody has, the worst first; where nobody has taken it over before, those that others have, too.
  public static func taking(in context: VerbContext) -> Proposal {
    let office = context.office
    var commands: [Command] = [.changeHandover(ChangeHandover(.take))]
    var left = 0
    for alert in Board(office, now: context.now).alerts where alert.canBeOwned {
      let owner = alert.standing.owner
      if owner == context.person { continue }
      if let owner, owner != office.handover.taken?.by ?? owner { continue }
      if owner == nil, commands.count > mostTaken {
        left += 1
        continue
      }
      commands.append(.changeAlert(alert.id, ChangeAlert(.owned(context.person), replacing: owner)))
      if case .returns(let until) = alert.standing.next {
        commands.append(
          .changeAlert(alert.id, ChangeAlert(.snoozed(until: until), replacing: context.person)))
      }
    }
    let more = left == 0 ? [] : ["\(left) more alerts stay with nobody: o takes one, marked ones together."]
    return Proposal(verb: name, commands: commands, warnings: more)
  }
}

extension Alert {
  /// Whether it is about something that remembers whose it is.
  fileprivate var canBeOwned: Bool {
    id.order != nil || id.customer != nil || id.conflict != nil || id.console != nil
  }
}
