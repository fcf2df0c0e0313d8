import Domain
import Verbs

/// Calls work off for good, with the reason and what it costs; leaving it is Esc.
struct CancelForm: OrderFormContent {
  let order: WorkOrder
  var others: [WorkOrder] = []
  let verb = CancelVerb.name
  var name: String { "Cancel \(objectWords)" }

  func titles(_ texts: FormTexts, _ model: Model) -> [String] {
    titles([model.siteName(of: order), "it ends for good"], model)
      + (others.isEmpty ? [] : ["they end for good"])
  }

  func fields(_ model: Model) -> [FormField] {
    [
      FormField("reason", label: "Why", kind: .choice(CancelReason.allCases.map(\.spoken))),
      FormField("words", label: "In words", note: "what was said; other needs it")
    ]
  }

  func lines(_ texts: FormTexts, _ model: Model, width: Int) -> [PageLine] {
    let order = current(model)
    var lines = others.isEmpty ? [] : model.lines(of: orders.map(\.id), width: width)
    let currency = model.office.profile.currency
    if let reason = reason(texts) {
      let fees = orders.compactMap { model.office.cancelFee(of: $0, reason: reason) }
      let sum = fees.reduce(Money.zero, +)
      let fee = fees.isEmpty ? nil : "\(sum.text) \(currency)"
      let words =
        fee
        ?? (model.office.limits.cancelFees[reason] == nil
          ? "none for this reason" : "none: nobody was told yet")
      lines += PageLine.fact("Fee", words, width: width, fee == nil ? .fieldNote : .resultWarning)
    } else {
      let fees = CancelReason.allCases.compactMap { reason in
        model.office.limits.cancelFees[reason].map { "\(reason.spoken) \($0.text)" }
      }
      let words =
        fees.isEmpty
        ? "none in this office" : "\(fees.joined(separator: ", ")) \(currency), once somebody was told"
      lines += PageLine.fact("Fee", words, width: width, .fieldNote)
    }
    if others.isEmpty, let holder = model.technicianName(order.technician) {
      let isOut = order.openVisit?.activeAssignment?.status.isUnderWay ?? false
      let words = isOut ? "\(holder) is out for it: call him first" : "\(holder) is free of it"
      lines += PageLine.fact("Then", words, width: width, isOut ? .resultWarning : .fieldNote)
    }
    let told = orders.count { model.office.canBeTold(.customer, of: $0) }
    if told > 0 {
      let who =
        others.isEmpty
        ? model.office.recipient(.customer, of: order).map { model.wording.recipient($0) } ?? "the customer"
        : told == 1 ? "one customer" : "\(told) customers"
      lines += PageLine.fact(
        "Told", "\(who), in \(model.office.limits.messageWait.seconds) s; what waits to go out is taken back",
        width: width, .fieldNote)
    }
    return lines
  }

  func arguments(_ texts: FormTexts, _ model: Model) -> Arguments {
    var arguments = plainArguments(texts, ["words"])
    arguments.set("reason", to: reason(texts).map { [$0.rawValue] } ?? [])
    return arguments
  }

  private func reason(_ texts: FormTexts) -> CancelReason? {
    texts.fields["reason"]?.choiceIndex.map { CancelReason.allCases[$0] }
  }
}
