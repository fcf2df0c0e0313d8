import Domain

/// A site with what a made-up call needs to know of it.
struct Place: Sendable {
  let site: Site
  let customer: Customer
  let equipment: [Equipment]
  /// The trade that looks after each piece of equipment, in the same order.
  let trades: [Trade]

  var tier: Tier { customer.tier }

  /// The equipment that a fault of a trade is about, if the site has any on the books.
  func thing(_ trade: Trade) -> Equipment? {
    trades.firstIndex(of: trade).map { equipment[$0] }
  }
}
