import Domain
import Verbs

/// A step that a technician reports by one key.
enum PocketStep: String, CaseIterable {
  case accept = "work-order.accept"
  case decline = "work-order.decline"
  case travel = "work-order.travel"
  case arrive = "work-order.on-site"
  case hold = "work-order.hold"
  case complete = "work-order.complete"
  case notDone = "work-order.not-done"
  case comeBack = "tech.return"

  /// The steps that may follow, the one that leads on first.
  ///
  /// A key that is pressed twice over a slow line so stamps once: the second time it is not the next step.
  static func next(after job: OwnVisit) -> [PocketStep] {
    if job.lead != nil { return [] }
    if job.isHeld, job.status != .onSite { return [.hold] }
    switch job.status {
    case .dispatched, .seen: return [.accept, .decline]
    case .accepted: return [.travel, .decline, .hold, .notDone, .comeBack]
    case .travelling: return [.arrive, .hold, .notDone, .comeBack]
    case .onSite: return [.complete, .hold, .notDone, .comeBack]
    case .tentative, .scheduled, .done, .notDone, .declined: return []
    }
  }

  var words: String {
    switch self {
    case .accept: "accept"
    case .decline: "decline"
    case .travel: "travelling"
    case .arrive: "on site"
    case .hold: "hold"
    case .complete: "complete"
    case .notDone: "not done"
    case .comeBack: "return visit"
    }
  }

  /// Whether the key alone reports it; the others are forms.
  var isOneKey: Bool { reached != nil }

  /// As it is meant for an order: a held one is released by the key that holds.
  func words(_ job: OwnVisit) -> String { self == .hold && job.isHeld ? "release" : words }

  /// So many of them stand on the card, the others with the keys below.
  static let mostOnCard = 3

  /// The status that it reports; nil for a form about more than that.
  private var reached: AssignmentStatus? {
    switch self {
    case .accept: .accepted
    case .travel: .travelling
    case .arrive: .onSite
    case .decline, .hold, .complete, .notDone, .comeBack: nil
    }
  }

  /// Why it is not the next one, and what is; nil where it is.
  func refusal(_ job: OwnVisit, _ model: Model) -> String? {
    let next = Self.next(after: job)
    guard !next.contains(self) else { return nil }
    if let lead = job.lead {
      return "\(job.number): you come along; \(PocketWords.name(of: lead, model)) reports its steps."
    }
    let already = reached == job.status ? "already " : ""
    let state = "\(job.number): \(already)\(PocketWords.state(of: job, model))"
    guard let step = next.first, let key = model.key(for: step.rawValue, in: KeyContexts.tech) else {
      return job.status == .scheduled
        ? "\(state). It stands once dispatch has told you; nothing is to be reported yet."
        : "\(state). No step follows."
    }
    return "\(state). \(key) \(step == .hold && job.isHeld ? "releases it" : "is next: \(step.words)")."
  }
}
