/// What it means that somebody comes from another company: what the visit would cost, and whether it is insured.
public struct VendorTerms: Hashable, Sendable {
  public let company: String
  /// The call-out and the time that the work takes; nil where the company asks for neither.
  public let price: Money?
  /// What may be spent on the order without asking, where the price is more than that.
  public let limit: Money?
  /// The last day of its insurance; nil where nobody knows of any.
  public let insuredUntil: CivilDate?
  /// Whether that holds on the day of the visit.
  public let isInsured: Bool
}

extension Office {
  /// What stands with a technician of another company where he takes an order at a time; nil for the office's own people.
  public func vendorTerms(
    of technician: Technician, for order: WorkOrder, in range: TimeRange
  ) -> VendorTerms? {
    guard let company = technician.company else { return nil }
    let price = technician.price(of: range.length)
    let day = zone.date(at: range.start)
    return VendorTerms(
      company: company, price: price,
      limit: order.moneyLimit.flatMap { limit in price.map { limit < $0 } ?? false ? limit : nil },
      insuredUntil: technician.insuredUntil,
      isInsured: technician.insuredUntil.map { day <= $0 } ?? false)
  }
}

extension Technician {
  /// What a visit of a length costs, every minute of it; nil where nothing is asked for.
  func price(of length: Span) -> Money? {
    guard rate != nil || callOut != nil else { return nil }
    let (work, isTooMuch) = (rate?.hundredths ?? 0).multipliedReportingOverflow(by: max(0, length.seconds))
    let time = isTooMuch ? Int64.max / 2 : saturatingSum(work, 1_800) / 3_600
    return Money(hundredths: time) + (callOut ?? .zero)
  }
}
