/// Keeps a board up to date by looking only at what was touched and at what has reached its next change.
///
/// At any time it equals `Board(office, now)`. Rows are read once a minute; a day's end starts it afresh.
public struct BoardKeeper: Sendable {
  public internal(set) var board: Board

  var office: Office
  var now: Timestamp
  var day: BoardDay
  var book: ContractBook
  var orders: [WorkOrder.ID: OrderEntry] = [:]
  var technicians: [Technician.ID: TechnicianEntry] = [:]
  /// The orders with a visit of his, over ones included.
  var work: [Technician.ID: Set<WorkOrder.ID>] = [:]
  var byEquipment: [Equipment.ID: Set<WorkOrder.ID>] = [:]
  /// Open orders by place and what they say.
  var sayings: [Saying: [WorkOrder.ID]] = [:]
  var agenda = Agenda<Thing>()
  var tally = Tally.zero
  /// What the rules have to do now, by order.
  var due: [WorkOrder.ID: [AutomaticStep]] = [:]
  /// When an alert about a customer or a conflict comes back or is passed on.
  var looseTurn: Timestamp?

  struct OrderEntry: Sendable {
    var sheet: OrderSheet
    var view: OrderView
    var tally: Tally
  }

  struct TechnicianEntry: Sendable {
    var sheet: TechnicianSheet
    var view: TechnicianView
  }

  struct Saying: Hashable, Sendable {
    let site: Site.ID
    let words: String
  }

  enum Thing: Sendable {
    case order(WorkOrder.ID)
    case technician(Technician.ID)
    case looseAlerts
  }

  /// What one update has to put in its place.
  struct Round {
    var rows = SortedChanges<QueueRow>()
    var elsewhere = SortedChanges<QueueRow>()
    var alerts = SortedChanges<Alert>()
    /// Those whose work or record changed, and those who only must be read again.
    var changed: Set<Technician.ID> = []
    var due: Set<Technician.ID> = []
  }

  public init(office: Office, now: Timestamp, _ processing: some Processing = OneByOne()) {
    self.office = office
    self.now = now
    day = BoardDay(office, at: now)
    book = ContractBook(office)
    board = Board(queue: [], technicians: [], lanes: [], alerts: [], counts: Board.Counts())
    fill(processing)
  }

  /// When the board changes next if nothing happens.
  public var nextChange: Timestamp { agenda.next.map { min($0, day.ends) } ?? day.ends }

  /// What the rules have to do now, the earliest first.
  public var dueSteps: [AutomaticStep] {
    let loose = board.alerts.filter(\.isLoose)
    return
      (due.values.flatMap(\.self) + technicians.values.flatMap(\.view.steps) + loose.dueSteps(at: now))
      .sorted(by: [AutomaticStep].isBefore)
  }

  /// Brings the board to a later state of the same office and to a later time.
  public mutating func update(office: Office, touched: Touched, now: Timestamp) {
    if touched.isEverything || now < self.now || !day.contains(now) || concernsAll(touched, in: office) {
      self = BoardKeeper(office: office, now: now)
      return
    }
    var round = Round()
    let stale = dependents(of: touched, in: office)
    round.changed = technicians(concernedBy: touched)
    if !touched.sites.isEmpty || !touched.customers.isEmpty { book = ContractBook(office) }
    self.office = office
    self.now = now
    for id in stale { renew(id, &round) }
    if !touched.customers.isEmpty { renewLooseAlerts(&round) }
    takeDue(&round)
    renewTechnicians(&round)
    settle(round)
  }

  /// The same when nobody knows what happened in between.
  public mutating func update(office: Office, now: Timestamp) {
    update(office: office, touched: Touched(from: self.office, to: office), now: now)
  }
}

extension Board {
  /// The whole board, from nothing.
  public init(_ office: Office, now: Timestamp) { self = BoardKeeper(office: office, now: now).board }
}
