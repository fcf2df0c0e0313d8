import Domain
import TestSupport
import Testing

@Suite("Pins")
struct PinTests {
  @Test("what is pinned asks people for a yes before it is changed", .verifies("TML-14"))
  func asks() throws {
    var town = try Town()
    let order = try town.assigned(from: Town.at(13))
    func move(_ start: Timestamp?, to technician: Technician.ID? = nil) -> Command {
      .moveVisit(
        order.id,
        MoveVisit(
          start: start, technician: technician, replacingStart: Town.at(13), replacingTechnician: Town.ana))
    }
    let later = move(Town.at(14))
    let other = move(Town.at(13), to: Town.bo)
    let taken = Command.unassignVisit(order.id, UnassignVisit(replacing: Town.ana))
    for (pin, refused) in [
      (Pin.time, [true, false, false]), (.technician, [false, true, true]), (.both, [true, true, true]),
      (.nothing, [false, false, false])
    ] {
      var pinned = town
      try pinned.submit(.pinVisit(order.id, PinVisit(pin, replacing: nil)))
      for (command, isRefused) in zip([later, other, taken], refused) {
        let refusal = pinned.refusal(of: command)
        #expect((refusal?.code == "pinned") == isRefused, "\(pin) \(command)")
        #expect(pinned.refusal(of: command, yes: true) == nil)
      }
      let longer = Command.moveVisit(
        order.id,
        MoveVisit(
          start: Town.at(13), length: .minutes(90), replacingStart: Town.at(13), replacingTechnician: Town.ana
        ))
      #expect(pinned.refusal(of: longer) == nil, "the length is not pinned")
    }
  }

  @Test(
    "a move that passed a pin is taken back without being asked of it again", .verifies("UX-05", "TML-14"))
  func takenBack() throws {
    for (start, technician) in [(Town.at(14), nil), (Town.at(13), Town.bo)] as [(Timestamp, Technician.ID?)] {
      var town = try Town()
      let order = try town.assigned(from: Town.at(13))
      try town.submit(.pinVisit(order.id, PinVisit(.both, replacing: nil)))
      let moved = try town.submit(
        .moveVisit(
          order.id,
          MoveVisit(
            start: start, technician: technician, replacingStart: Town.at(13), replacingTechnician: Town.ana)),
        override: "he asked")
      func undo(on office: Office) throws -> Decision {
        try office.decide(
          Submission(
            id: Identifier(high: 8, low: 2),
            stamp: Stamp(by: Town.dispatcher, at: town.now, console: ConsoleID(high: 7, low: 1)),
            commands: moved.inverse, reversal: .undoes(Identifier(high: 8, low: 1))))
      }
      let back = try undo(on: town.office).after.order(order.id)
      #expect(back?.openVisit?.start == Town.at(13) && back?.technician == Town.ana)
      // Another pin than the one that was passed is somebody's word since.
      try town.submit(
        .pinVisit(order.id, PinVisit(technician == nil ? .time : .technician, replacing: .both)))
      #expect(throws: Refusal.self) { try undo(on: town.office) }
    }
  }

  @Test("a time that keeps a promise pins itself until somebody says otherwise", .verifies("TML-14"))
  func promised() throws {
    var town = try Town()
    let order = try town.log { $0.window = Town.range(Town.at(13), Town.at(14)) }
    try town.submit(Town.assign(order, Town.ana, Town.at(15)), override: "for the test")
    #expect(try town.order(order).effectivePin == .nothing, "it does not keep the promise")
    try town.submit(
      .moveVisit(
        order.id, MoveVisit(start: Town.at(13), replacingStart: Town.at(15), replacingTechnician: Town.ana)))
    #expect(try town.order(order).effectivePin == .time)
    try town.submit(.pinVisit(order.id, PinVisit(.technician, replacing: nil)))
    #expect(try town.order(order).effectivePin == .both)
    try town.submit(.pinVisit(order.id, PinVisit(.nothing, replacing: .technician)))
    #expect(try town.order(order).effectivePin == .nothing)
  }

  @Test("a rule that acts by itself leaves alone what is pinned or promised", .verifies("TML-14"))
  func automation() throws {
    var town = try Town()
    let order = try town.log { $0.window = Town.range(Town.at(13), Town.at(14)) }
    try town.submit(Town.assign(order, Town.ana, Town.at(13)))
    let stamp = Stamp(by: Town.owner, at: town.now, console: ConsoleID(high: 7, low: 1))
    func refusal(_ start: Timestamp, _ technician: Technician.ID) throws -> Refusal? {
      let moment = Moment(office: town.office, stamp: stamp, acceptsWarnings: true, isAutomatic: true)
      let move = MoveVisit(
        start: start, technician: technician, replacingStart: Town.at(13), replacingTechnician: Town.ana)
      do {
        _ = try move.decide(on: town.order(order), in: moment)
        return nil
      } catch let refusal as Refusal { return refusal }
    }
    #expect(try refusal(Town.at(13, 30), Town.ana)?.code == "pinned", "its time is promised")
    #expect(try refusal(Town.at(13), Town.bo) == nil, "who comes is not")
    try town.submit(.pinVisit(order.id, PinVisit(.technician, replacing: nil)))
    #expect(try refusal(Town.at(13), Town.bo)?.code == "pinned")
    try town.submit(.pinVisit(order.id, PinVisit(.nothing, replacing: .technician)))
    #expect(try refusal(Town.at(13, 30), Town.bo) == nil)
  }

  @Test("a pin says what it replaces, and needs a visit")
  func claims() throws {
    var town = try Town()
    let order = try town.log()
    let pin = Command.pinVisit(order.id, PinVisit(.time, replacing: nil))
    #expect(town.refusal(of: pin)?.code == "wrongState")
    try town.submit(Town.assign(order, Town.ana, Town.at(13)))
    try town.submit(pin)
    #expect(try town.submit(pin).events.isEmpty)
    let late = Command.pinVisit(order.id, PinVisit(.both, replacing: nil))
    #expect(town.refusal(of: late) == .changedSince(.order(order.number), field: "pin", now: "time"))
  }
}
