/// All that an office knows of its running day, as one value: a copy or a prediction costs microseconds.
///
/// It holds the work that has not ended, the work that ended since the last day's end or in the night before, and what they refer
/// to. Older work lives in the rows and is put in with `restore(_:)` when a command touches it.
public struct Office: Hashable, Sendable {
  public var profile: OfficeProfile
  public var limits = Limits()
  public var trades = Taxonomy.usual
  public var zones = Register<String, ZoneRules>()
  public var orders = Register<WorkOrder.ID, WorkOrder>()
  public var orderIDs = Register<Int, WorkOrder.ID>()
  public var customers = NamedRegister<Customer.ID, Customer>()
  public var sites = NamedRegister<Site.ID, Site>()
  public var equipment = NamedRegister<Equipment.ID, Equipment>()
  public var technicians = Register<Technician.ID, Technician>()
  public var people = Register<Person.ID, Person>()
  public var contracts = Register<Contract.ID, Contract>()
  /// Who answers out of hours, oldest turn first.
  public var onCall: [OnCallTurn] = []
  /// The office's own texts of messages, by name and variant.
  public var templates: [MessageTemplate] = []
  /// The office's own rules on who is sent to certain work, by name.
  public var sendingRules: [SendingRule] = []
  /// What one shift leaves to the next.
  public var handover = Handover()
  /// What consoles wanted and the office refused, the oldest first; what is settled stays until the day ends.
  public var conflicts: [Conflict] = []
  /// What a technician reported in vain, in the part of an office that his own console holds; none in a whole one, whose
  /// orders have it.
  public var unheeded: [UnheededStep] = []
  /// The consoles that the ledger tells of, those that were turned away too, in the order in which they came in.
  public var consoles: [KnownConsole] = []
  /// Consoles whose folders were copied from others that take part, the oldest first.
  public var copiedConsoles: [CopiedConsole] = []
  /// The numbers that joined consoles may give by themselves, in the order in which they were granted.
  public var leases: [NumberLease] = []
  /// Whether an order without a number stands under a stand-in: only the office gives one. No part of the ledger.
  public var numbersFollow = false
  /// What is known of the roads beside distance; no part of the ledger.
  public var roads: Roads?
  /// The number the next order gets.
  public var nextNumber: Int
  /// When the running day began: the last day's end, or the office's beginning.
  public var dayOpenedAt: Timestamp
  /// Work that ended from here on stays in the running day until the next one ends: whoever has the desk hands it over,
  /// and the night that it was done in is on the boards. Nil before the first day's end, and where an older one kept none.
  public var keptFrom: Timestamp?
  /// Since when there is somebody at a console; nil before the first one was opened.
  public var deskOpenedAt: Timestamp?

  public init(profile: OfficeProfile, firstNumber: Int, at: Timestamp) {
    self.profile = profile
    nextNumber = firstNumber
    dayOpenedAt = at
  }

  /// An office before its first event: everything empty, round the clock in UTC.
  public static let unfounded = Office(
    profile: OfficeProfile(name: "", zone: ZoneRules.utc.name, currency: "EUR"), firstNumber: 1,
    at: Timestamp(seconds: 0))

  /// The zone rules of the office itself.
  public var zone: ZoneRules { zones[profile.zone] ?? .utc }

  /// Rules by IANA name, the office's own for nil or a name nobody has brought.
  public func zone(_ name: String?) -> ZoneRules { name.flatMap { zones[$0] } ?? zone }
}

extension Office {
  public func order(_ id: WorkOrder.ID) -> WorkOrder? { orders[id] }
  public func order(number: Int) -> WorkOrder? { orderIDs[number].flatMap { orders[$0] } }
  public func customer(_ id: Customer.ID?) -> Customer? { id.flatMap { customers[$0] } }
  public func site(_ id: Site.ID?) -> Site? { id.flatMap { sites[$0] } }
  public func equipment(_ id: Equipment.ID?) -> Equipment? { id.flatMap { equipment[$0] } }
  public func technician(_ id: Technician.ID?) -> Technician? { id.flatMap { technicians[$0] } }
  public func person(_ id: Person.ID?) -> Person? { id.flatMap { people[$0] } }
  public func contract(_ id: Contract.ID?) -> Contract? { id.flatMap { contracts[$0] } }

  /// The customer of an order: the one it names, else the one of its site.
  public func customer(of order: WorkOrder) -> Customer? {
    customer(order.customer) ?? customer(site(order.site)?.customer)
  }

  /// The contract that an order is under: the customer's own, a parent's, or the one of the tier.
  public func contract(of order: WorkOrder) -> Contract? {
    let customer = customer(of: order)
    var holder = customer
    var seen: Set<Customer.ID> = []
    while let one = holder, seen.insert(one.id).inserted {
      if let own = contract(one.contract) { return own }
      holder = self.customer(one.parent)
    }
    let tier = customer?.tier ?? .standard
    return contracts.unordered.filter { $0.tier == tier }.min { $0.id < $1.id }
  }

  /// Puts an older order back from its row, before a command that touches it is decided.
  public mutating func restore(_ order: WorkOrder) { restore(Boxed(order)) }

  public mutating func restore(_ order: Boxed<WorkOrder>) {
    orders.keep(order, as: order.value.id)
    orderIDs[order.value.number] = order.value.id
  }

  /// The first day of work, local to the office.
  public func today(at now: Timestamp) -> CivilDate { zone.date(at: now) }
}
