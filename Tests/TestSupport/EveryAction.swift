public import Domain

/// Random commands of every kind for an office as it is, good ones and bad ones; the same for the same seed.
public struct EveryAction: Sendable {
  /// What may be asked for; each is one command of the catalogue, or one way to use it.
  public enum Kind: String, CaseIterable, Sendable {
    // Dispatch actions: an undo brings back what was before.
    case log, edit, promise, triage, priority, raise, flag, claim
    case assign, unassign, postpone, move, handOn, pin, crew, further
    case hold, release, close, reopen, rework, cancel, duplicate
    case explainBreach, ownAlert, snoozeAlert, resolveAlert, message, recall
    case limits, profile, contract, onCall, template, addLine, removeLine, takeOver
    case newTechnician, technician, shift, absence, presence
    case person, customer, settleComplaint, site, equipment
    // Facts: they have happened, and are corrected instead.
    case tell, reportDispatch, see, accept, decline, travel, arrive, complete, notDone, noAccess, slip
    case note, chase, part, say, read, anomaly, file, messageFared, importWork, complaint, readHandover
    case newPerson, newCustomer, newSite, newEquipment, pinCode, secret, phone, openDesk, closeDay

    /// Whether it is something that has happened rather than something that is wanted.
    public var isFact: Bool {
      switch self {
      case .log, .edit, .promise, .triage, .priority, .raise, .flag, .claim, .assign, .unassign, .postpone,
        .move, .handOn, .pin, .crew, .further, .hold, .release, .close, .reopen, .rework, .cancel, .duplicate,
        .explainBreach,
        .ownAlert, .snoozeAlert, .resolveAlert, .message, .recall, .limits, .profile, .contract, .onCall,
        .template, .addLine, .removeLine, .takeOver, .newTechnician, .technician, .shift, .absence, .presence,
        .person, .customer, .settleComplaint, .site, .equipment:
        false
      case .tell, .reportDispatch, .see, .accept, .decline, .travel, .arrive, .complete, .notDone, .noAccess,
        .slip,
        .note, .chase, .part, .say, .read, .anomaly, .file, .messageFared, .importWork, .complaint,
        .readHandover,
        .newPerson,
        .newCustomer, .newSite, .newEquipment, .pinCode, .secret, .phone, .openDesk, .closeDay:
        true
      }
    }

    /// What can be undone.
    public static let undoable = allCases.filter { !$0.isFact }
  }

  public var numbers: RepeatableNumbers

  public init(seed: UInt64) { numbers = RepeatableNumbers(seed: seed) }

  /// A kind at random, of those that are given.
  public mutating func kind(of kinds: [Kind] = Kind.allCases) -> Kind? {
    kinds.randomElement(using: &numbers)
  }

  /// A command of a kind; nil where the office has nothing that it could be about.
  public mutating func command(
    _ kind: Kind, in office: Office, at now: Timestamp, by person: Person.ID
  ) -> Command? {
    if let command = record(kind, in: office, at: now) { return command }
    if kind == .log { return .logWorkOrder(LogWorkOrder(work(in: office, at: now))) }
    if kind == .importWork {
      return .importWorkOrder(ImportWorkOrder(ImportedWork(logged: work(in: office, at: now))))
    }
    guard let order = pick(office.orders.inOrder) else { return nil }
    return plan(kind, order, in: office, at: now) ?? change(kind, order, in: office, at: now)
      ?? report(kind, order, in: office, by: person) ?? ownEnd(kind, order, in: office, at: now)
  }

  mutating func pick<Value>(_ values: [Value]) -> Value? { values.randomElement(using: &numbers) }
  mutating func id<Subject>() -> Identifier<Subject> {
    Identifier(high: numbers.next() | 1 << 63, low: numbers.next())
  }
  mutating func flip() -> Bool { Bool.random(using: &numbers) }
  mutating func word() -> String { pick(["red", "green", "blue"]) ?? "" }
  mutating func text(_ words: String) -> PersonalText { PersonalText(id: id(), words: words) }
  mutating func hours(_ range: ClosedRange<Int64>) -> Span {
    .minutes(.random(in: range, using: &numbers) * 30)
  }

  /// A field that becomes another word, or none.
  mutating func field<Field>(_ field: Field, from before: String?) -> FieldChange<Field> {
    FieldChange(field, from: before.map { .plain($0) }, to: .plain(word()))
  }
}
