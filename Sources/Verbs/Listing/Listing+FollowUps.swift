public import Domain

extension Listing {
  /// What is flagged for follow-up, by its day; what is due is marked.
  public static func followUps(in office: Office, at now: Timestamp) -> Listing {
    let wording = Wording(office: office, now: now)
    let today = office.today(at: now)
    return Listing(
      columns: [
        "Day", "", .right("Order"), "P", "Status", "Flagged by", "Site", "Problem"
      ],
      keys: "order until isDue priority status by at site summary",
      rows: office.followUps.compactMap { order in
        order.flag.map { flag in
          var object = JSONObject()
          object.add("order", order.number)
          object.add("until", flag.until?.iso)
          object.add("isDue", flag.isDue(on: today))
          object.add("priority", order.priority.text)
          object.add("status", order.status.rawValue)
          object.add("by", office.person(flag.by)?.handle)
          object.add("at", flag.at.rfc3339)
          object.add("site", office.site(order.site)?.name)
          object.add("summary", order.summary)
          return Row(
            [
              flag.until.map { wording.day($0) } ?? "whenever", flag.isDue(on: today) ? "due" : "",
              String(order.number), order.priority.text, order.status.rawValue, wording.person(flag.by),
              office.site(order.site)?.name ?? "", order.summary
            ], object.value)
        }
      })
  }
}
