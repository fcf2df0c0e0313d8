import Domain

/// A view of a pane under a name: what it is narrowed to, how it is sorted and grouped, and its columns.
///
/// Views are one console's own way of looking and no business of the office: they are kept in the file's local
/// settings, which no rebuild touches.
public struct SavedView: Hashable, Sendable, Identifiable {
  public var name: String
  public var pane: PaneName
  public var filter: String
  /// The name of an order of the pane; nil for its usual one.
  public var order: String?
  public var isReversed: Bool
  /// By what rows stand together; nil for none.
  public var group: String?
  /// The columns after the first ones, in order; empty for as many as the width shows.
  public var columns: [String]

  public init(
    _ name: String, _ pane: PaneName, filter: String = "", order: String? = nil, isReversed: Bool = false,
    group: String? = nil, columns: [String] = []
  ) {
    self.name = name
    self.pane = pane
    self.filter = filter
    self.order = order
    self.isReversed = isReversed
    self.group = group
    self.columns = columns
  }

  public var id: String { "\(pane.rawValue)\t\(name.lowercased())" }

  public static let longestName = 40
}

extension SavedView {
  /// One line each, parted by tabs.
  public static func text(of views: [SavedView]) -> String {
    views.map { view in
      [
        view.pane.rawValue, view.name, view.filter, view.order ?? "", view.isReversed ? "1" : "",
        view.group ?? "",
        view.columns.joined(separator: ",")
      ].map(\.inOneField).joined(separator: "\t")
    }.joined(separator: "\n")
  }

  /// What was written; a line that another version wrote in a way this one cannot read is left out.
  public static func read(_ text: String) -> [SavedView] {
    text.split(separator: "\n").compactMap { line in
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard parts.count >= 7, let pane = PaneName(rawValue: parts[0]), !parts[1].isEmpty else { return nil }
      return SavedView(
        parts[1], pane, filter: parts[2], order: parts[3].isEmpty ? nil : parts[3],
        isReversed: parts[4] == "1",
        group: parts[5].isEmpty ? nil : parts[5], columns: parts[6].split(separator: ",").map(String.init))
    }
  }

  /// The views that every console has.
  public static let builtIn: [SavedView] = [
    SavedView("All", .queue), SavedView("P1 and breached", .queue, filter: "urgent"),
    SavedView("Due in 2 h", .queue, filter: "due<2h", order: "due"),
    SavedView(
      "Held", .queue, filter: "open held", order: "hold", columns: ["hold", "wait", "trade", "site", "due"]),
    SavedView("Flagged", .queue, filter: "open flagged"),
    SavedView("Mine and unclaimed", .queue, filter: "-others"),
    SavedView("Waiting for approval", .queue, filter: "open waiting:approval"),
    SavedView("At risk", .queue, filter: "open atrisk", order: "due"),
    SavedView("All", .technicians), SavedView("Free now", .technicians, filter: "status:available"),
    SavedView("Late or silent", .technicians, filter: "status:late,silent"),
    SavedView("On call", .technicians, filter: "oncall:yes"),
    SavedView("By team", .technicians, group: "team"), SavedView("By zone", .technicians, group: "zone"),
    SavedView("By skill", .technicians, group: "skill")
  ]

  /// The views of a pane as they are numbered: the built-in ones, a saved one of the same name in its place, then
  /// the others.
  public static func list(_ pane: PaneName, saved: [SavedView]) -> [SavedView] {
    let usual = builtIn.filter { $0.pane == pane }
    let first = usual.map { view in saved.last { $0.id == view.id } ?? view }
    return first + saved.filter { view in view.pane == pane && !usual.contains { $0.id == view.id } }
  }

  /// The view that a name or its beginning means.
  public static func named(_ name: String, in views: [SavedView]) -> SavedView? {
    let wanted = name.trimmed.lowercased()
    return views.first { $0.name.lowercased() == wanted }
      ?? views.first { !wanted.isEmpty && $0.name.lowercased().hasPrefix(wanted) }
  }
}

extension String {
  fileprivate var inOneField: String { String(map { $0 == "\t" || $0.isNewline ? " " : $0 }) }
}
