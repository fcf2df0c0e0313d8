/// Reports something about an order that contradicts what is known and changes nothing of it.
public struct ReportAnomaly: WorkOrderCommand {
  public static let permission = Permission.reportWork
  public static let kind = CommandKind.fact

  public var anomaly: Anomaly.Kind
  public var detail: String

  public init(_ anomaly: Anomaly.Kind, detail: String) {
    self.anomaly = anomaly
    self.detail = detail
  }

  public func decide(on order: WorkOrder, in moment: Moment) throws(Refusal) -> [WorkOrderEvent] {
    if detail.trimmed.isEmpty { throw .missing(.order(order.number), fields: ["detail"]) }
    return [.anomalyFound(anomaly, detail: detail)]
  }
}
