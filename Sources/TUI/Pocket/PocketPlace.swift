import Domain
import Verbs

/// Where a technician was when his line was cut: the order in hand, and the form or window over it.
///
/// What he has typed is in the form's draft. Only what opens something is done again, never what reports.
public struct PocketPlace: Hashable, Sendable {
  public let order: Int
  public let action: String?

  private static let reopened: Set<String> = [
    PocketStep.decline.rawValue, PocketStep.hold.rawValue, PocketStep.complete.rawValue,
    PocketStep.notDone.rawValue, PocketStep.comeBack.rawValue, PocketAction.part.rawValue,
    PocketAction.time.rawValue, PocketAction.late.rawValue, NoteVerb.name, SayVerb.name, OpenVerb.name
  ]

  init(order: Int, action: String?) {
    self.order = order
    self.action = action.flatMap { Self.reopened.contains($0) ? $0 : nil }
  }

  /// Reads what `text` wrote; nil for anything else.
  public init?(_ text: String) {
    let words = text.split(separator: " ").map(String.init)
    guard (1...2).contains(words.count), let order = Int(words[0]) else { return nil }
    self.init(order: order, action: words.count == 2 ? words[1] : nil)
  }

  public var text: String { action.map { "\(order) \($0)" } ?? "\(order)" }
}

extension Model {
  /// Where a technician is on his face; nil on any other, and where nothing is his.
  public var place: PocketPlace? {
    guard let pocket, let job = pocket.selected else { return nil }
    return PocketPlace(order: job.number, action: popups.isEmpty ? nil : pocket.opened)
  }

  /// Does what a key of his means and remembers what it has opened.
  mutating func opening(_ action: String, _ body: (inout Model) -> [Effect]) -> [Effect] {
    let effects = body(&self)
    let opened = popups.isEmpty ? nil : action
    pocket?.opened = opened
    return effects
  }

  /// Back to where the line was cut; an order that is not his any more leaves the face as it is.
  mutating func resume(_ place: PocketPlace) -> [Effect] {
    guard popups.isEmpty, let job = pocket?.jobs.first(where: { $0.number == place.order }) else { return [] }
    pocket?.cursor = job.order
    guard let action = place.action else { return [] }
    return run(action, by: nil)
  }
}
