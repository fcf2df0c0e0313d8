import Domain
import TUI
import Terminal
import Verbs

/// Ana's own face on an office where others have work too.
enum PocketDesk {
  static let ana = Person.ID(high: 1, low: 7)
  static let ines = Technician.ID(high: 3, low: 1)

  /// 20418 at 11:00 and 20421 at 13:00 are Ana's and told; 20391 is planned for tomorrow; 20404 is Inés's.
  static func office() throws -> Office {
    var office = FormOffice.made()
    var person = FormOffice.person(ana, "ana", "Ana Ruiz", .technician)
    person.technician = FormOffice.ana
    office.people[ana] = person
    office.technicians[FormOffice.ana]?.presence = .available
    try give(20_418, to: FormOffice.ana, at: Story.at(11, 0), &office)
    try give(20_421, to: FormOffice.ana, at: Story.at(13, 0), &office)
    try give(20_391, to: FormOffice.ana, at: Story.at(8, 0, day: 1), isTold: false, &office)
    try give(20_404, to: ines, at: Story.at(11, 0), &office)
    return office
  }

  static func give(
    _ number: Int, to technician: Technician.ID, at: Timestamp, isTold: Bool = true, _ office: inout Office
  ) throws {
    let visit = Visit.ID(high: 21, low: UInt64(number))
    try decide(
      .assignVisit(
        Story.order(number),
        AssignVisit(
          visit: visit, technician: technician, start: at, length: .minutes(60), replacing: nil,
          isTold: isTold)),
      by: Story.bea, &office)
  }

  static func decide(_ command: Command, by person: Person.ID, _ office: inout Office) throws {
    let stamp = Stamp(by: person, at: Story.now - .minutes(5), console: ConsoleID(high: 9, low: 1))
    office = try office.decide(
      Submission(
        id: Identifier(high: 22, low: UInt64(office.orders.count)), stamp: stamp, commands: [command],
        override: "for the story", acceptsWarnings: true)
    ).after
  }

  static func made(
    _ width: Int = 80, _ height: Int = 24, office: Office? = nil, keymap: String = "default"
  ) throws -> FormDesk {
    var desk = FormDesk(
      width, height, office: try office ?? self.office(), keymap: Keymaps.shipped(keymap), person: ana,
      face: .pocket(Pocket(FormOffice.ana)))
    desk.tick(0)
    return desk
  }
}

extension FormDesk {
  var selectedNumber: Int? { model.selectedOrder.flatMap { office.order($0)?.number } }

  func status(_ number: Int) -> AssignmentStatus? { order(number)?.visits.last?.assignment?.status }

  /// The commands of the last submission.
  var lastCommands: [Command] { submitted.last?.commands ?? [] }
}
