public import Domain

extension Sheets {
  /// `50 orders, 8 technicians, 61 h for 52 h`, the same per trade, and what does not fit.
  public static func morning(on day: CivilDate, in office: Office, at now: Timestamp) -> [String] {
    let capacity = office.capacity(on: day, at: now)
    var lines = [Wording(office: office, now: now).morning(capacity)] + trades(capacity)
    guard !capacity.left.isEmpty else {
      lines.append("All of it fits; travel is not counted.")
      return lines
    }
    let numbers = capacity.left.compactMap { office.order($0)?.number }.map(String.init)
    let next = office.openDays(after: day, atMost: 1, at: now).first?.day
    let word = next.map { $0 == office.today(at: now).adding(days: 1) ? "tomorrow" : $0.iso }
    return lines + putOff(capacity, to: next, in: office, at: now)
      + [
        word.map { "postpone \(numbers.joined(separator: " ")) \($0)" }
          ?? "Nobody works in the fortnight after it."
      ]
  }

  /// The hours of each trade, a line each.
  public static func trades(_ capacity: DayCapacity) -> [String] {
    var lines: [String] = []
    for line in capacity.lines {
      let name = (line.trade?.name ?? "no trade").padded(14)
      let left = line.left == 0 ? "" : ", \(line.left) \(line.left == 1 ? "does" : "do") not fit"
      lines.append(
        "  \(name)\(counted(line.orders, "order")) \(hours(line.needed)), "
          + "\(counted(line.technicians, "technician")) \(hours(line.free)) free\(left)")
    }
    if capacity.lines.count > 1 { lines.append("  Who has several trades counts in each of them.") }
    return lines
  }

  /// What does not fit, each with the clocks that it misses when it is put off to a day, else to the one after.
  public static func putOff(
    _ capacity: DayCapacity, to day: CivilDate?, in office: Office, at now: Timestamp
  ) -> [String] {
    let wording = Wording(office: office, now: now)
    let count = capacity.left.count
    let head = "\(count) \(count == 1 ? "does" : "do") not fit, the most urgent first; travel is not counted:"
    return [head]
      + capacity.left.compactMap { office.order($0) }.map { order in
        let missed = wording.missed(order, byPuttingOffTo: day ?? capacity.day.adding(days: 1))
        let site = office.site(order.site)?.name ?? ""
        return "  \(order.number) \(order.priority.text) "
          + (missed.isEmpty ? "" : "misses \(missed.joined(separator: " and ")) · ")
          + "\(site) · \(order.summary.clipped(48))"
      }
  }

  private static func hours(_ span: Span) -> String { Wording.hours(span) }
  private static func counted(_ count: Int, _ noun: String) -> String {
    Wording.counted(count, noun)
  }
}

extension Wording {
  /// The morning in one line.
  public func morning(_ capacity: DayCapacity) -> String {
    let orders =
      "\(Wording.counted(capacity.orders, "order")), \(Wording.counted(capacity.technicians, "technician"))"
    let hours = "\(Wording.hours(capacity.needed)) for \(Wording.hours(capacity.free))"
    return "\(day(capacity.day)): \(orders), \(hours)"
  }

  /// How many of something: `1 order`, `3 orders`.
  public static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }

  /// Hours as people plan with them: `61 h`, `1.5 h`.
  public static func hours(_ span: Span) -> String {
    let tenths = (span.seconds + 180) / 360
    return tenths % 10 == 0 ? "\(tenths / 10) h" : "\(tenths / 10).\(tenths % 10) h"
  }
}

extension Objects {
  public static func morning(on day: CivilDate, in office: Office, at now: Timestamp) -> JSONValue {
    let capacity = office.capacity(on: day, at: now)
    var object = JSONObject()
    object.add("day", day.iso)
    object.add("orders", capacity.orders)
    object.add("technicians", capacity.technicians)
    object.add("neededSeconds", JSONValue.integer(capacity.needed.seconds))
    object.add("freeSeconds", JSONValue.integer(capacity.free.seconds))
    object.add(
      "trades",
      capacity.lines.map { line in
        var object = JSONObject()
        object.add("trade", line.trade?.name)
        object.add("orders", line.orders)
        object.add("neededSeconds", JSONValue.integer(line.needed.seconds))
        object.add("technicians", line.technicians)
        object.add("freeSeconds", JSONValue.integer(line.free.seconds))
        object.add("left", line.left)
        return object.value
      })
    object.add("left", capacity.left.compactMap { office.order($0)?.number }.map { JSONValue($0) })
    return object.value
  }
}

extension String {
  func padded(_ count: Int) -> String {
    self + String(repeating: " ", count: max(1, count - self.count))
  }
}
