import Domain
import Terminal
import Verbs

/// The figures of the running shift; one key shows what each of them means and what went into it.
struct CountersContent: PageContent {
  private var isExplained = false
  var name: String { "Counters" }
  var hints: [(action: String, words: String)] {
    [("explain", isExplained ? "figures alone" : "how they come about")]
  }

  func titles(_ model: Model) -> [String] {
    let counters = Counters(model.office, model.board, at: model.now)
    return ["Counters", "shift day \(model.words(counters.shift.start))–\(model.words(counters.shift.end))"]
  }

  func lines(_ tab: Int, _ model: Model, width: Int) -> [PageLine] {
    Counters(model.office, model.board, at: model.now).all.flatMap { counter in
      let head = PageLine([
        (Wording.title(of: counter.name).padded(to: 22), .fieldLabel),
        (
          "\(counter.sign ?? " ") \(Wording.value(of: counter))", counter.role
        )
      ])
      guard isExplained else { return [head] }
      return [head] + PageLine.text(Wording.definition(of: counter.name), width: width, indent: 4)
        + PageLine.text(model.wording.arithmetic(of: counter), width: width, indent: 4, .dim) + [PageLine()]
    }
  }

  mutating func act(_ action: String, _ model: Model) -> PopupAnswer? {
    guard action == "explain" else { return nil }
    isExplained.toggle()
    return .stay
  }
}
