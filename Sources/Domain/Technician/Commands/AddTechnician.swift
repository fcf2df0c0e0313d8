/// Takes a technician on, together with the person who signs in as him.
public struct AddTechnician: CommandRule {
  public static let permission = Permission.managePeople
  public static let kind = CommandKind.fact

  public var technician: Technician
  public var person: Person.ID

  public init(_ technician: Technician, person: Person.ID) {
    self.technician = technician
    self.person = person
  }

  public func decide(in moment: Moment) throws(Refusal) -> [Event] {
    if moment.office.technician(technician.id) != nil { return [] }
    if technician.name.words.trimmed.isEmpty {
      throw .missing(.technician(technician.handle), fields: ["name"])
    }
    try moment.office.checkHandle(technician.handle)
    if let known = moment.office.person(person) { throw .taken(.person(known.handle)) }
    try technician.skills.check()
    try technician.checkHours()
    let person = Person(
      id: person, handle: technician.handle, name: technician.name, role: .technician,
      technician: technician.id)
    return [.technician(technician.id, .added(technician)), .person(person.id, .added(person))]
  }

  public func inverse(in moment: Moment) -> [Command] {
    [.editTechnician(technician.id, EditTechnician(isActive: false))]
  }
}

extension Technician {
  /// Refuses a day whose shifts or breaks overlap.
  func checkHours() throws(Refusal) {
    let weeks =
      (hours.map { Array($0.weekly.values) + $0.specialDays.map(\.intervals) } ?? []) + Array(shifts.values)
    let twice = weeks.compactMap { $0.sorted().firstOverlap }.min()
    if let twice {
      throw .fault(FieldFault(field: "shift", word: twice.text, expected: "hours that do not overlap"))
    }
    if let twice = breaks.sorted().firstOverlap {
      throw .fault(FieldFault(field: "breaks", word: twice.text, expected: "breaks that do not overlap"))
    }
  }
}

extension Office {
  /// A handle is one word of letters, digits, `.`, `-` and `_`, and nobody else's.
  func checkHandle(
    _ handle: String, except person: Person.ID? = nil, _ technician: Technician.ID? = nil
  )
    throws(Refusal)
  {
    let isWord = handle.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "." || $0 == "-" || $0 == "_"
    }
    guard isWord, !handle.isEmpty, handle.unicodeScalars.count <= 40 else {
      throw .fault(FieldFault(field: "handle", word: handle, expected: "one word of letters and digits"))
    }
    if people.unordered.contains(where: { $0.handle == handle && $0.id != person }) {
      throw .taken(.person(handle))
    }
    if technicians.unordered.contains(where: { $0.handle == handle && $0.id != technician }) {
      throw .taken(.technician(handle))
    }
  }
}
