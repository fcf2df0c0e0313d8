public import Domain

extension Listing {
  /// Done work that nobody has closed or sent back, done longest ago first.
  public static func review(in office: Office, at now: Timestamp) -> Listing {
    let wording = Wording(office: office, now: now)
    return Listing(
      columns: [
        .right("Order"), "Done", "P", "By", "Site", "Problem", "Work", "To look at"
      ],
      keys: "order doneAt priority technician site summary did reworks remarks",
      rows: office.reviewQueue.map { order in
        let remarks = wording.remarks(on: order)
        let report = order.report
        var object = JSONObject()
        object.add("order", order.number)
        object.add("doneAt", order.doneAt?.rfc3339)
        object.add("priority", order.priority.text)
        object.add("technician", office.technician(order.doneBy)?.handle)
        object.add("site", office.site(order.site)?.name)
        object.add("summary", order.summary)
        object.add("did", report?.did)
        object.add("reworks", order.reworks.count)
        object.add("remarks", remarks.map { .string($0) })
        return Row(
          [
            String(order.number), order.doneAt.map { wording.time($0) } ?? "", order.priority.text,
            wording.technician(order.doneBy), office.site(order.site)?.name ?? "", order.summary,
            report?.did ?? "", remarks.joined(separator: ", ")
          ], object.value)
      })
  }
}

extension Wording {
  /// What a reviewer looks at first: promises that were missed, who did not sign, what was not said, what it came to.
  public func remarks(on order: WorkOrder) -> [String] {
    let report = order.report
    var remarks = office.clocks(of: order, at: now).filter { $0.remaining < .zero }.map { clock in
      "\(clock.kind.rawValue) missed by \(TimeWords.length(.zero - clock.remaining))"
    }
    switch report?.signature {
    case .refused(let reason): remarks.append("signature refused: \(reason)")
    case nil: remarks.append("not signed")
    case .by: break
    }
    switch report?.proof {
    case .wrongCode: remarks.append("signed with a code that the customer was never told")
    case .without(let reason): remarks.append("signed without the code: \(reason)")
    case .code, nil: break
    }
    if let stars = order.customerRating, stars < 3 { remarks.append("rated \(stars) of 5 by the customer") }
    if report?.cause?.trimmed.isEmpty ?? true { remarks.append("no cause") }
    if let work = report?.work, work > order.estimate * 3 / 2 {
      remarks.append("took \(TimeWords.length(work)) of \(TimeWords.length(order.estimate))")
    }
    if let cost = report?.cost, let limit = order.moneyLimit, cost > limit {
      remarks.append("cost \(cost.text), limit \(limit.text)")
    }
    // What was let go without a word says nothing of the work.
    let waived = order.stillUnasked.filter { $0.reason != nil }
    if !waived.isEmpty { remarks.append("not asked: \(Self.unasked(waived))") }
    if !order.reworks.isEmpty {
      let times = order.reworks.count == 1 ? "once" : "\(order.reworks.count) times"
      remarks.append("sent back \(times) before")
    }
    return remarks
  }
}
