/// What a customer thought of closed work, as whoever did it keeps it.
public struct CustomerRating: Codable, Hashable, Sendable {
  /// The number of the order.
  public let order: Int
  public let customer: Customer.ID?
  /// 1 to 5, the more the better.
  public let stars: Int

  public static let range = 1...5

  public init(order: Int, customer: Customer.ID?, stars: Int) {
    self.order = order
    self.customer = customer
    self.stars = stars
  }

  /// So many of the latest are kept with a technician.
  static let mostKept = 60
}

extension WorkOrder {
  /// What the customer thought of the work: what he told the office, else what he said where it was signed.
  public var customerRating: Int? { rating ?? report?.rating }
}

extension Technician {
  /// What a customer thinks of him, on average: the customer's own ratings, else everybody's; nil without any. With it
  /// of how many that is.
  public func rating(by customer: Customer.ID?) -> (stars: Double, count: Int)? {
    let all = ratings ?? []
    let own = customer.map { id in all.filter { $0.customer == id } } ?? []
    let counted = own.isEmpty ? all : own
    guard !counted.isEmpty else { return nil }
    return (Double(counted.map(\.stars).reduce(0, +)) / Double(counted.count), counted.count)
  }

  /// Keeps what the customer thought of a closed order, in the place of what was kept of it before.
  mutating func keep(ratingOf order: WorkOrder, by customer: Customer.ID?) {
    forget(ratingOf: order)
    guard let stars = order.customerRating else { return }
    let kept = (ratings ?? []) + [CustomerRating(order: order.number, customer: customer, stars: stars)]
    ratings = Array(kept.suffix(CustomerRating.mostKept))
  }

  mutating func forget(ratingOf order: WorkOrder) {
    guard var kept = ratings else { return }
    kept.removeAll { $0.order == order.number }
    ratings = kept.isEmpty ? nil : kept
  }
}
