import Domain
import Verbs

/// Why work cannot go on, what it takes, and when somebody looks again.
struct HoldForm: OrderFormContent {
  let order: WorkOrder
  var others: [WorkOrder] = []
  let verb = HoldVerb.name
  let quickField: String? = "note"
  var name: String { "Hold \(objectWords)" }

  func titles(_ texts: FormTexts, _ model: Model) -> [String] {
    titles([model.siteName(of: order), model.clockWords(of: current(model), .fix)], model)
  }

  func fields(_ model: Model) -> [FormField] {
    [
      FormField("reason", label: "Why", kind: .choice(HoldReason.allCases.map(\.rawValue))),
      FormField("note", label: "Found"), FormField("next", label: "Next step"),
      FormField("options", label: "Options"), FormField("review", label: "Review"),
      FormField("owner", label: "Owner", note: "\(model.personName) unless said")
    ]
  }

  func refresh(_ texts: inout FormTexts, _ model: Model) {
    guard var review = texts.fields["review"] else { return }
    review.note = ""
    if review.value == nil, let reason = reason(texts) {
      let usual = model.office.usualReview(of: reason, at: model.now)
      review.note = "\(model.words(usual)) unless said"
    }
    texts.fields["review"] = review
  }

  func matches(_ name: String, _ text: String, _ texts: FormTexts, _ model: Model) -> [FormMatch] {
    name == "owner" ? model.personMatches(text) : []
  }

  func lines(_ texts: FormTexts, _ model: Model, width: Int) -> [PageLine] {
    guard others.isEmpty else { return model.lines(of: orders.map(\.id), width: width) }
    let order = current(model)
    var then: [String] = []
    if let reason = reason(texts), let contract = model.office.contract(of: order) {
      for clock in model.office.clocks(of: order, at: model.now) where clock.isTicking {
        let stops = contract.stops(clock.kind, reason)
        then.append("\(clock.word) clock \(stops ? "pauses" : "runs on") (contract \(contract.name))")
      }
    }
    if order.openVisit?.activeAssignment?.status == .onSite,
      let holder = model.office.technician(order.technician)
    {
      then.append("\(holder.name.words)'s visit ends not done, a new one opens on release")
    }
    if reason(texts) != nil, model.office.canBeTold(.customer, of: order),
      let recipient = model.office.recipient(.customer, of: order)
    {
      let wait = model.office.limits.messageWait.seconds
      then.append("message to \(model.wording.recipient(recipient, of: order)) waits \(wait) s")
    }
    return PageLine.fact("Then", then.joined(separator: " · "), width: width, .fieldNote)
  }

  func arguments(_ texts: FormTexts, _ model: Model) -> Arguments {
    plainArguments(texts, ["reason", "note", "next", "options", "review", "owner"])
  }

  private func reason(_ texts: FormTexts) -> HoldReason? {
    texts.fields["reason"]?.choiceIndex.map { HoldReason.allCases[$0] }
  }
}
