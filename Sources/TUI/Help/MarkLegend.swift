import Domain
import Verbs

/// What the marks of each pane mean, made from what draws them: the help, `help marks` and docs/keys.md say it.
public enum MarkLegend {
  public struct Sign: Hashable, Sendable {
    public let sign: String
    public let words: String

    init(_ sign: String, _ words: String) {
      self.sign = sign
      self.words = words
    }
  }

  /// Each pane with its marks.
  public static let all: [(pane: Pane, signs: [Sign])] = [
    (.queue, queue), (.technicians, technicians), (.timeline, timeline), (.alerts, alerts)
  ]

  /// The marks of a pane; none for what is no pane's.
  static func signs(of contexts: [String]) -> [Sign] {
    all.first { contexts.contains($0.pane.title.lowercased()) }?.signs ?? []
  }

  /// As `help marks` lists them.
  public static var lines: [String] {
    Array(
      all.map { pane, signs in
        [pane.title] + signs.map { "  \($0.sign.padded(to: 10))\($0.words)" }
      }.joined(separator: [""]))
  }
}

extension MarkLegend {
  private static let marked = Sign("*", "marked: what is done next is done to all of them")

  private static var queue: [Sign] {
    let kinds = ClockFace.Kind.allCases.map { kind in
      Sign("0:38\(TimeWords.letter(of: kind))", "until the \(kind.rawValue) is due, in hours and minutes")
    }
    let states = ClockFace.State.allCases.filter { $0 != .running }.map { state in
      Sign("0:38r\(state.shape)", state.meaning)
    }
    return kinds + states + [marked] + QueueMark.allCases.map { Sign($0.sign, $0.words) }
  }

  private static var technicians: [Sign] {
    ShownPresence.allCases.map { Sign("\($0.letter)\($0.shape)", $0.word) }
      + [Sign("20391 U×", "goes on with that, and is unavailable after it")]
      + TechnicianMark.allCases.map { Sign($0.rawValue, $0.words) }
  }

  private static var timeline: [Sign] {
    var signs = [
      Sign("╶──╴", "working time"), Sign("╌╌╌", "break or absence"), Sign("···", "the way there"),
      Sign("┊", "now")
    ]
    for status in AssignmentStatus.allCases {
      let sign = Sign(
        status == .tentative ? "(20417\(status.mark))" : "[20417\(status.mark)]", status.meaning)
      if !signs.contains(sign) { signs.append(sign) }
    }
    return signs + [
      Sign("[20417‖]", "held"), Sign("▲20417 ]", "clashes with another visit"),
      Sign("[20417 ▲", "its clock is at risk"), Sign("[20417 ✗", "its clock has run out"),
      Sign("▓▓▓", "longer than estimated"), Sign("▁▁▁", "as it was planned, where it went otherwise"),
      Sign("░░░", "a visit being moved")
    ]
  }

  /// A mark for several kinds stands once for every three, so that their names have room.
  private static var alerts: [Sign] {
    var signs: [Sign] = []
    var seen: [Character] = []
    for mark in Alert.Kind.allCases.map({ Wording.mark($0) }) where !seen.contains(mark) {
      seen.append(mark)
      var kinds = Alert.Kind.allCases.filter { Wording.mark($0) == mark }.map { Wording.kind($0) }[...]
      while !kinds.isEmpty {
        signs.append(Sign(String(mark), kinds.prefix(3).joined(separator: ", ")))
        kinds = kinds.dropFirst(3)
      }
    }
    return signs + [marked]
  }
}
