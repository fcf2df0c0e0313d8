import Domain

/// How the office came to be on its made-up first night: its people, places, things and rota.
struct Opening {
  let staff: Staff
  let crew: Crew
  let town: Town
  let zone: ZoneRules
  /// When the office was founded.
  let at: Timestamp
  let now: Timestamp

  func submissions(console: ConsoleID, _ numbers: inout SeededNumbers) -> [Submission] {
    var script = Script(now: now)
    var instant = at
    for command in commands(&numbers) {
      script.add(command, by: staff.bea.id, at: instant)
      instant += .seconds(1)
    }
    return script.told(console: console, &numbers)
  }
}

extension Opening {
  private func commands(_ numbers: inout SeededNumbers) -> [Command] {
    let week = OpeningHours.week(of: zone.date(at: now))
    let usual = Contract.usual(gold: numbers.id(), silver: numbers.id(), standard: numbers.id())
    let contracts = usual.map { one in
      var contract = one
      if contract.hours == .officeWeek { contract.hours = week }
      return contract
    }
    let profile = OfficeProfile(name: "Riverside", zone: zone.name, currency: "GBP")
    let found = FoundOffice(
      profile: profile, zone: zone, firstNumber: 1, contracts: contracts, owner: staff.bea)
    var limits = Limits()
    limits.cancelFees = [.customer: Money(hundredths: 4_500), .noAccess: Money(hundredths: 6_000)]
    let people = [staff.sam, staff.nia].map { Command.addPerson(AddPerson($0)) }
    let customers = town.customers.map { Command.addCustomer(AddCustomer($0)) }
    let sites = town.places.map { Command.addSite(AddSite($0.site)) }
    let things = town.places.flatMap(\.equipment).map { Command.addEquipment(AddEquipment($0)) }
    let technicians = crew.members.map {
      Command.addTechnician(AddTechnician($0.technician, person: $0.person))
    }
    return [.foundOffice(found), .changeOffice(ChangeOffice(limits: limits))] + people + customers + sites
      + things
      + technicians + rota
  }

  /// The week's turn for every trade, and the coming nights for lifts and plumbing.
  private var rota: [Command] {
    let today = zone.date(at: now)
    let week = turn(crew.members[crew.members.count - 1], nil, from: today.adding(days: -3), days: 7, hour: 8)
    let nights = (0...2).flatMap { day in
      [
        turn(crew.member("tom"), Trade("lift"), from: today.adding(days: day), days: 1, hour: 18),
        turn(crew.member("amara"), Trade("plumbing"), from: today.adding(days: day), days: 1, hour: 18)
      ]
    }
    return ([week] + nights).map { .setOnCall(SetOnCall($0)) }
  }

  private func turn(
    _ member: Crew.Member, _ trade: Trade?, from day: CivilDate, days: Int, hour: Int64
  ) -> OnCallTurn {
    let from = zone.startOfDay(day) + .hours(hour)
    return OnCallTurn(
      technician: member.id, trade: trade, from: from, to: zone.startOfDay(day.adding(days: days)) + .hours(8)
    )
  }
}
