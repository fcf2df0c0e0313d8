import Domain
import Terminal
import Verbs

extension Model {
  /// What ends work stands behind E and is asked for each time.
  private static let endings: Set = [
    CloseVerb.name, NotDoneVerb.name, DuplicateVerb.name, CancelVerb.name, ReopenVerb.name, ApproveVerb.name,
    ReworkVerb.name,
    CompleteVerb.name
  ]

  /// Keeps what was handed in, to be done again once it has come to something; an undo is nothing to do again.
  mutating func remember(_ effects: [Effect]) {
    for case .submit(let proposal, let origin) in effects {
      remember(deed: proposal)
      alerts.leaving = focus == .alerts && proposal.verb == AlertSnoozeVerb.name ? alerts.cursor.index : nil
      if proposal.takingBack == nil { submitted[origin] = proposal }
    }
  }

  /// Does the last thing again on what is selected; on several of them, and what is no claim, only after it was shown.
  mutating func repeatLast() -> [Effect] {
    guard mayChange else { return refuseChange() }
    guard let proposal = repeated, let verb = Verbs.verb(named: proposal.verb),
      var arguments = proposal.arguments
    else {
      say(.note, "Nothing was done here yet that could be done again.")
      return []
    }
    let key = key(for: verb.name, in: paneContexts)
    if Self.endings.contains(verb.name) {
      say(
        .refused,
        "\(verb.spoken) ends work, so it is not done again by one key: \(key ?? verb.spoken) does it.")
      return []
    }
    guard let subjects = retarget(&arguments, verb) else { return [] }
    // Before several, and before what no undo takes back, it is shown what would be done.
    if subjects > 1 || proposal.commands.contains(where: { $0.kind == .fact }) {
      let words = "\(verb.spoken) again: \(Self.said(arguments, verb))"
      let pick = PickPopup.Pick(digit: 1, words: words, verb: verb.name, arguments: arguments)
      return open(PickPopup.group("Again on", selectedOrders.compactMap { office.order($0) }, [pick], self))
    }
    do throws(UsageFault) {
      return perform(try Verbs.verb(named: verb.name, arguments, in: verbContext), arguments, from: .keys)
    } catch {
      say(.refused, error.message)
      return []
    }
  }

  /// Puts what is selected here in place of what it was done on; how many that are, nil where there is none.
  private mutating func retarget(_ arguments: inout Arguments, _ verb: any Verb.Type) -> Int? {
    let turns = verb.parameters.filter { $0.place == .turn }
    if let alert = turns.first(where: { $0 == .alert }) {
      guard focus == .alerts, !alertsInPane.isEmpty else {
        say(.refused, "\(verb.spoken) is done on an alert: none is selected.")
        return nil
      }
      arguments.set(alert.name, to: alertsInPane.map(\.id.description))
      return 1
    }
    if let order = turns.first(where: { $0.kind == .order || $0.kind == .orders }) {
      let selected = order.kind == .order ? selectedOrder.map { [$0] } ?? [] : selectedOrders
      guard !selected.isEmpty else {
        say(.refused, Sentences.nothingSelected(verb, self))
        return nil
      }
      arguments.set(order.name, to: selected.compactMap { office.order($0).map { String($0.number) } })
      return selected.count
    }
    guard let technician = turns.first(where: { $0.kind == .technician }), focus == .technicians,
      let handle = office.technician(selectedTechnician)?.handle
    else {
      say(.note, "\(verb.spoken) is not about what is selected here, so there is nothing to do again.")
      return nil
    }
    arguments.set(technician.name, to: [handle])
    return 1
  }

  /// What is said besides which orders: `parts BLT-22, due Thu`.
  private static func said(_ arguments: Arguments, _ verb: any Verb.Type) -> String {
    verb.parameters.filter { $0.kind != .order && $0.kind != .orders }
      .compactMap { arguments.text($0.name) }.joined(separator: " ")
  }
}
