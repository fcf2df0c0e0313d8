import Terminal
import Verbs

extension Model {
  /// Opens what stands behind a part of line 1.
  mutating func openHeader(at column: Int) -> [Effect] {
    switch HeaderLine(self).place(at: column, width: size.width) {
    case .person: return window(named: "window.people").map { open($0) } ?? []
    case .clock: return runVerb(AtVerb.name)
    case .link: return runVerb(ConsolesVerb.name)
    case .p1: return showOpen("p1 -status:review")
    case .breached: return showOpen("breached")
    case .atRisk: return showOpen("atrisk")
    case .done: return open(PageWindow(CountersContent()))
    case nil: return []
    }
  }

  /// All open work of a kind, in the queue.
  private mutating func showOpen(_ mark: String) -> [Effect] {
    focus(on: .queue)
    changeFilter(of: .queue) { $0.replace(with: "open \(mark)") }
    let back = key(for: Action.back.rawValue, in: KeyContexts.queue).map { ": \($0) shows all again" } ?? ""
    say(.note, "The queue shows open \(mark) alone\(back).")
    return []
  }
}
