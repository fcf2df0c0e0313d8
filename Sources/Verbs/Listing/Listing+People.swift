public import Domain

extension Listing {
  public static func technicians(_ board: Board, in office: Office, at now: Timestamp) -> Listing {
    let columns: [Column] = [
      "St", "Handle", "Name", "Late", .right("Now"), "Until", .right("Next"), .right("Load"),
      .right("Seen"), "Zone", "Team", "Skills", "Last place"
    ]
    let wording = Wording(office: office, now: now)
    return Listing(
      columns: columns,
      keys: Objects.technicianKeys,
      rows: board.technicians.map { card in
        let today = office.today(at: now)
        let skills = card.skills.map { skill in
          let hasEnded = skill.expiresOn.map { $0 < today } ?? false
          return "\(skill.trade.name):\(skill.level)\(hasEnded ? " (ended)" : "")"
        }.joined(separator: " ")
        let place = card.lastPlace.map { name in
          name + (card.lastPlaceAt.map { ", \(TimeWords.length(now - $0)) ago" } ?? "")
        }
        let present = [String(card.shown.letter), card.handle, card.name, card.isLate ? "!" : ""]
        let until = card.until.map { wording.time($0) } ?? ""
        let work = [number(card.now), until, number(card.next), "\(card.utilisationPercent)%"]
        let seen = card.lastSeenAt.map { TimeWords.length(now - $0) } ?? ""
        let cells = present + work + [seen, card.zone ?? "", card.team ?? "", skills, place ?? ""]
        return Row(cells, Objects.technician(card, at: now))
      })
  }

  private static func number(_ order: Int?) -> String { order.map(String.init) ?? "" }

  /// Every visit of the day on the timeline, technician by technician.
  public static func timeline(_ board: Board, in office: Office, at now: Timestamp) -> Listing {
    let wording = Wording(office: office, now: now)
    var rows: [Row] = []
    for lane in board.lanes {
      for bar in lane.bars {
        var object = JSONObject()
        object.add("technician", office.technician(lane.id)?.handle ?? lane.name)
        object.add("order", bar.number)
        object.add("visit", bar.id.description)
        object.add("priority", bar.priority.text)
        object.add("trade", bar.trade?.name)
        object.add("status", bar.status.rawValue)
        object.add("held", bar.isHeld)
        object.add("start", bar.range.start.rfc3339)
        object.add("end", bar.range.end.rfc3339)
        object.add("overrunSeconds", bar.overrun.map { .integer($0.length.seconds) })
        object.add("travelSeconds", bar.travel.map { .integer($0.length.seconds) })
        object.add("conflict", bar.isConflict)
        let danger = board.dangers[bar.order]
        object.add("clock", danger?.rawValue)
        let cells = [
          lane.name, String(bar.number), bar.priority.text, Wording.status(bar.status),
          wording.time(bar.range.start),
          wording.time(bar.range.end),
          [bar.isConflict ? "conflict" : nil, danger.map(Wording.danger)].compactMap(\.self)
            .joined(separator: ", ")
        ]
        rows.append(Row(cells, object.value))
      }
    }
    let columns: [Column] = [
      "Technician", .right("Order"), "P", "Status", "Start", "End", ""
    ]
    return Listing(
      columns: columns,
      keys: """
        technician order visit priority trade status held start end overrunSeconds travelSeconds conflict clock
        """,
      rows: rows)
  }

  public static func people(in office: Office) -> Listing {
    let people = office.people.inOrder.sorted { $0.handle < $1.handle }
    return Listing(
      columns: [
        "Handle", "Name", "Role", "Team", "Technician", "Status", "PIN"
      ],
      keys: "id handle name role team technician status hasPIN",
      rows: people.map { person in
        var object = JSONObject()
        object.add("id", person.id.description)
        object.add("handle", person.handle)
        object.add("name", person.name.words)
        object.add("role", person.role.rawValue)
        object.add("team", person.team)
        object.add("technician", office.technician(person.technician)?.handle)
        object.add("status", person.text(of: .status))
        object.add("hasPIN", person.pin != nil)
        let technician = office.technician(person.technician)?.handle ?? ""
        let name = [person.handle, person.name.words, person.role.rawValue, person.team ?? "", technician]
        return Row(
          name + [person.text(of: .status) ?? "", person.pin == nil ? "" : "set"], object.value)
      })
  }
}

extension Objects {
  static let technicianKeys = """
    id handle name presence late skills now until next nextStart overrunSeconds utilisationPercent \
    lastSeenSeconds silent lastPlace lastPlaceSeconds onCall canTakeMore zone team
    """

  static func technician(_ card: TechnicianCard, at now: Timestamp) -> JSONValue {
    var object = JSONObject()
    object.add("id", card.id.description)
    object.add("handle", card.handle)
    object.add("name", card.name)
    object.add("presence", card.shown.rawValue)
    object.add("late", card.isLate)
    object.add("skills", card.skills.map { held($0) })
    object.add("now", card.now)
    object.add("until", card.until?.rfc3339)
    object.add("next", card.next)
    object.add("nextStart", card.nextStart?.rfc3339)
    object.add("overrunSeconds", card.overrun > .zero ? .integer(card.overrun.seconds) : nil)
    object.add("utilisationPercent", card.utilisationPercent)
    object.add("lastSeenSeconds", card.lastSeenAt.map { .integer((now - $0).seconds) })
    object.add("silent", card.isSilent)
    object.add("lastPlace", card.lastPlace)
    object.add("lastPlaceSeconds", card.lastPlaceAt.map { .integer((now - $0).seconds) })
    object.add("onCall", card.isOnCall)
    object.add("canTakeMore", card.canTakeMore)
    object.add("zone", card.zone)
    object.add("team", card.team)
    return object.value
  }
}
