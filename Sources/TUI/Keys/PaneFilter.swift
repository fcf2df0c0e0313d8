public import Terminal

/// The filter of one pane: what is typed into it, and whether it stays.
public struct PaneFilter: Hashable, Sendable {
  public internal(set) var field = TextField("", limit: 200, isOneLine: true)

  public var text: String { field.text }
  public var isEmpty: Bool { field.isEmpty }
}
