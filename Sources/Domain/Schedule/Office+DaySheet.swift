extension Office {
  /// A technician's day: his visits in order with travel, and what he must know for each.
  public func daySheet(of technician: Technician, on day: CivilDate, at now: Timestamp) -> DaySheet {
    let midnights = TimeRange(start: zone.startOfDay(day), end: zone.startOfDay(day.adding(days: 1)))
    let reach = reach(of: technician, on: day, isToday: day == today(at: now))
    let stops = schedule(of: technician, in: reach, ScheduleIndex(self, at: now, only: technician.id))
    return DaySheet(
      technician: technician.id, handle: technician.handle, name: technician.name.words,
      phone: technician.phone?.words, day: day, working: workingRanges(of: technician, in: reach),
      away: awayRanges(of: technician, in: reach, around: stops.map(\.engagement)),
      onCall: onCall.filter {
        $0.technician == technician.id && TimeRange(start: $0.from, end: $0.to).overlaps(midnights)
      },
      visits: stops.compactMap(sheetVisit))
  }

  /// A site's day: everybody's visits there, by start.
  public func daySheet(of site: Site, on day: CivilDate, at now: Timestamp) -> SiteDaySheet {
    let index = ScheduleIndex(self, at: now)
    let stops = technicians.inOrder.flatMap { schedule(of: $0, on: day, in: index) }
      .filter { $0.visit.site == site.id }
      .sorted { ($0.visit.range.start, $0.visit.number) < ($1.visit.range.start, $1.visit.number) }
    return SiteDaySheet(
      site: site.id, place: sheetPlace(site), day: day, visits: stops.compactMap(sheetVisit))
  }

  private func sheetVisit(_ stop: ScheduleStop) -> DaySheetVisit? {
    guard let order = order(stop.visit.order) else { return nil }
    return DaySheetVisit(
      id: stop.visit.id, order: order.id, number: order.number,
      technician: technician(stop.visit.technician)?.handle ?? "", status: stop.visit.status,
      hold: order.hold?.reason, range: stop.visit.range, travel: stop.travel, priority: order.priority,
      trade: order.trade, problem: order.summary, description: order.description, window: order.window,
      moneyLimit: order.moneyLimit, place: site(order.site).map(sheetPlace),
      equipment: equipment(order.equipment).map(sheetEquipment))
  }

  private func sheetPlace(_ site: Site) -> DaySheetPlace {
    DaySheetPlace(
      name: site.name, customer: customer(site.customer)?.name, address: site.address,
      contact: site.contact?.words,
      phone: site.phone?.words, access: site.details[.access],
      hasAccessCode: site.details[.accessCode] != nil,
      parking: site.details[.parking], hazards: site.details[.hazards], hours: site.hours)
  }

  private func sheetEquipment(_ equipment: Equipment) -> DaySheetEquipment {
    let fields: [Equipment.Field] = [.building, .floor, .area]
    return DaySheetEquipment(
      name: equipment.name, maker: equipment.details[.maker], model: equipment.details[.model],
      serial: equipment.details[.serial], location: fields.compactMap { equipment.details[$0] })
  }
}
