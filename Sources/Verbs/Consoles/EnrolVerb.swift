public import Domain

/// `enrol HANDLE`: a code that one person may join with, once; with `--role` of somebody who is new here.
public struct EnrolVerb: Verb {
  public static let name = "office.enrol"
  public static let words = ["enrol"]
  public static let help = "Make a code that a person's console can join with, once"
  public static let permission: Permission? = .managePeople
  public static let parameters: [Parameter] = [
    .needed("person", .person),
    .choice("role", Role.self, .option, help: "lets somebody act who is not known yet, by that handle"),
    .option("name", .longText, "what he is called; his handle unless said")
  ]

  let enrolment: Enrolment

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    let word = try arguments.needed("person")
    let wanted: Role? = try arguments.choice("role")
    let known = context.office.people.unordered.first { $0.handle == word }
    guard let role = wanted, known == nil else {
      let person = try context.person(word)
      if let role = wanted { try Self.refuseOther(role, than: context.office.person(person)) }
      if let name = arguments.text("name"), name != context.office.person(person)?.name.words {
        throw UsageFault(
          "\(word) is known already: person edit \(word) name=NAME changes what somebody is called.",
          word: name)
      }
      enrolment = Enrolment(person: person)
      return
    }
    let name = PersonalText(id: context.newID(), words: arguments.text("name") ?? word)
    let newcomer = Person(
      id: context.newID(), handle: word, name: name, role: role,
      technician: role == .technician ? try Self.technician(word, in: context) : nil)
    enrolment = Enrolment(person: newcomer.id, newcomer: newcomer)
  }

  /// A technician's console holds his own work: without one it would hold none.
  private static func technician(
    _ word: String, in context: VerbContext
  ) throws(UsageFault) -> Technician.ID {
    if let known = context.office.technicians.unordered.first(where: { $0.handle == word }) {
      return known.id
    }
    throw UsageFault(
      "Nobody's work is \(word)'s yet: technician add NAME --handle \(word) makes the technician, then enrol \(word).",
      word: word)
  }

  /// A role is a claim about who somebody is, and none that a code changes.
  private static func refuseOther(_ role: Role, than known: Person?) throws(UsageFault) {
    guard let known, known.role != role else { return }
    throw UsageFault(
      "\(known.handle) is \(Wording.article(known.role.rawValue)): person edit \(known.handle) "
        + "role=\(role.rawValue) changes that.", word: role.rawValue)
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act {
    let person: Person
    if let newcomer = enrolment.newcomer {
      person = newcomer
    } else {
      person = try context.office.acting(enrolment.person)
    }
    if let maker = context.person { try context.office.authorize(enrolling: person, by: maker) }
    return .chore(.enrol(enrolment))
  }
}
