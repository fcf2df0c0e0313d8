public import Domain

extension Listing {
  /// What waits, by reason and then by age; long ones are marked for review.
  public static func holds(_ board: Board, in office: Office, at now: Timestamp) -> Listing {
    let wording = Wording(office: office, now: now)
    let calendar = WorkCalendar(hours: .officeWeek, zone: office.zone)
    let held = office.orders.inOrder.filter { $0.hold != nil && !$0.isEnded }
      .sorted { left, right in
        guard let first = left.hold, let second = right.hold else { return left.number < right.number }
        if first.reason != second.reason { return first.reason.place < second.reason.place }
        return (first.since, left.number) < (second.since, right.number)
      }
    return Listing(
      columns: [
        "Reason", .right("Order"), .right("Age"), "", "Review", "Owner", "Site", "Found", "Next step"
      ],
      keys: "order reason since workingDays isLong reviewAt partDue owner note nextStep",
      rows: held.compactMap { order in
        order.hold.map { hold in
          let days = calendar.workingDays(from: office.today(at: hold.since), to: office.today(at: now))
          let isLong = days >= office.limits.longHoldWorkingDays
          var object = JSONObject()
          object.add("order", order.number)
          object.add("reason", hold.reason.rawValue)
          object.add("since", hold.since.rfc3339)
          object.add("workingDays", days)
          object.add("isLong", isLong)
          object.add("reviewAt", hold.reviewAt.rfc3339)
          object.add("partDue", hold.partDue?.rfc3339)
          object.add("owner", office.person(hold.owner)?.handle)
          object.add("note", hold.note)
          object.add("nextStep", hold.nextStep)
          return Row(
            [
              hold.reason.rawValue, String(order.number), TimeWords.length(now - hold.since),
              isLong ? "long" : "", wording.time(hold.reviewAt), wording.person(hold.owner),
              office.site(order.site)?.name ?? "", hold.note, hold.nextStep ?? ""
            ], object.value)
        }
      })
  }
}
