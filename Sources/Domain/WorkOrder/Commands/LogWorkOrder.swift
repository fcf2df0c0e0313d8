/// Writes down what somebody asked for, as a new work order with a number.
public struct LogWorkOrder: CommandRule {
  public static let permission = Permission.logWork
  public static let kind = CommandKind.fact

  /// The number in it is the one that was promised; should it be taken meanwhile, the next free one is given and
  /// the order says which one was told.
  public var work: LoggedWork
  /// A site that nobody knows yet, made with the order and to be completed later.
  public var provisionalSite: Site?
  /// What the call is about, where nobody knows it yet.
  public var provisionalEquipment: Equipment?

  public init(
    _ work: LoggedWork, provisionalSite: Site? = nil, provisionalEquipment: Equipment? = nil
  ) {
    self.work = work
    self.provisionalSite = provisionalSite
    self.provisionalEquipment = provisionalEquipment
  }

  public func decide(in moment: Moment) throws(Refusal) -> [Event] {
    if moment.office.order(work.id) != nil { return [] }
    if work.summary.trimmed.isEmpty { throw .missing(.order(work.number), fields: ["summary"]) }
    try work.check()
    let unknown = try unknownEquipment(moment.office)
    try moment.office.checkReferences(
      customer: work.customer, site: work.site, equipment: unknown == nil ? work.equipment : nil,
      new: provisionalSite)
    // Somebody may have put it on record meanwhile.
    let twin = unknown.flatMap { moment.office.twin(of: $0) }
    var logged = work
    logged.equipment = twin ?? work.equipment
    var told: [Event] = []
    if !moment.office.isFree(logged.number, for: moment.stamp.console) {
      logged.number = moment.office.numbersFollow ? moment.office.standIn : moment.office.nextNumber
      if Office.numbers.contains(work.number) {
        told = [.workOrder(work.id, .anomalyFound(.otherNumber, facts: Anomaly.Facts(number: work.number)))]
      }
    }
    let made = made(twin == nil ? unknown : nil, in: moment.office)
    return made + [.workOrder(logged.id, .logged(logged))] + told
  }

  /// What the call is about, where the register does not have it yet and could take it.
  private func unknownEquipment(_ office: Office) throws(Refusal) -> Equipment? {
    guard let equipment = provisionalEquipment, equipment.id == work.equipment,
      office.equipment(equipment.id) == nil
    else { return nil }
    if equipment.name.trimmed.isEmpty { throw .missing(.equipment(equipment.name), fields: ["name"]) }
    try office.checkReferences(
      customer: nil, site: equipment.site, equipment: equipment.parent, new: provisionalSite)
    return equipment
  }

  /// The records that come with it and are not there yet.
  private func made(_ equipment: Equipment?, in office: Office) -> [Event] {
    let site = provisionalSite.flatMap { office.site($0.id) == nil ? $0 : nil }
    return [site.map { .site($0.id, .added($0)) }, equipment.map { .equipment($0.id, .added($0)) }]
      .compactMap(\.self)
  }

  public func inverse(in moment: Moment) -> [Command] {
    let undone = CancelWorkOrder(reason: .notNeeded, words: "undone", onlyUntouched: true)
    return [.cancelWorkOrder(work.id, undone)]
  }

  func permissions(of person: Person.ID, in office: Office) -> [Permission] {
    [Self.permission] + (work.moneyLimit == nil ? [] : [.setPrice])
  }
}

extension Office {
  /// Refuses references to records that the office does not have; `new` is about to be made.
  func checkReferences(
    customer: Customer.ID?, site: Site.ID?, equipment: Equipment.ID?, new: Site? = nil
  ) throws(Refusal) {
    if let customer, customers[customer] == nil { throw .notFound(.customer(customer.description)) }
    if let site, site != new?.id, sites[site] == nil { throw .notFound(.site(site.description)) }
    if let equipment, self.equipment[equipment] == nil { throw .notFound(.equipment(equipment.description)) }
  }
}
