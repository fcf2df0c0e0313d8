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
    let isNew = work.equipment != nil && work.equipment == provisionalEquipment?.id
    try moment.office.checkReferences(
      customer: work.customer, site: work.site, equipment: isNew ? nil : work.equipment, new: provisionalSite)
    var logged = work
    var told: [Event] = []
    if !moment.office.isFree(logged.number, for: moment.stamp.console) {
      logged.number = moment.office.numbersFollow ? moment.office.standIn : moment.office.nextNumber
      if Office.numbers.contains(work.number) {
        told = [.workOrder(work.id, .anomalyFound(.otherNumber, detail: "told as \(work.number)"))]
      }
    }
    return made(in: moment.office) + [.workOrder(logged.id, .logged(logged))] + told
  }

  /// The records that come with it and are not there yet.
  private func made(in office: Office) -> [Event] {
    let site = provisionalSite.flatMap { office.site($0.id) == nil ? $0 : nil }
    let equipment = provisionalEquipment.flatMap { office.equipment($0.id) == nil ? $0 : nil }
    return [site.map { .site($0.id, .added($0)) }, equipment.map { .equipment($0.id, .added($0)) }]
      .compactMap(\.self)
  }

  public func inverse(in moment: Moment) -> [Command] {
    let undone = CancelWorkOrder(reason: .notNeeded, words: "undone", onlyUntouched: true)
    return [.cancelWorkOrder(work.id, undone)]
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
