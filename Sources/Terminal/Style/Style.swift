/// How a cell is to look, by meaning: a role whose names belong to the console, plus overlays such as "selected".
///
/// Cells never hold colours: a `StyleSheet` turns a style into an appearance when it is drawn.
public struct Style: Hashable, Sendable {
  public let role: UInt8
  public let overlays: Overlays

  public init(role: UInt8, overlays: Overlays = []) {
    self.role = role
    self.overlays = overlays
  }

  /// Role 0 without overlays: ordinary text.
  public static let plain = Style(role: 0)

  public func adding(_ more: Overlays) -> Style {
    Style(role: role, overlays: overlays.union(more))
  }

  public func removing(_ fewer: Overlays) -> Style {
    Style(role: role, overlays: overlays.subtracting(fewer))
  }

  public func selected(_ isSelected: Bool = true) -> Style { isSelected ? adding(.selected) : self }
  public func dimmed(_ isDimmed: Bool = true) -> Style { isDimmed ? adding(.dimmed) : self }
  public func reversed(_ isReversed: Bool = true) -> Style { isReversed ? adding(.reversed) : self }
  public func bold(_ isBold: Bool = true) -> Style { isBold ? adding(.bold) : self }
  public func underlined(_ isUnderlined: Bool = true) -> Style { isUnderlined ? adding(.underlined) : self }
}

extension Style {
  /// Changes laid over a role, so that a selected breached row needs no role of its own.
  public struct Overlays: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8

    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The row or field the keys act on.
    public static let selected = Overlays(rawValue: 1)
    /// Out of date or out of reach.
    public static let dimmed = Overlays(rawValue: 2)
    /// Foreground and background exchanged.
    public static let reversed = Overlays(rawValue: 4)
    public static let bold = Overlays(rawValue: 8)
    public static let underlined = Overlays(rawValue: 16)
    public static let italic = Overlays(rawValue: 32)
    /// Picked for an action on several rows.
    public static let marked = Overlays(rawValue: 64)
    /// The letters a search found.
    public static let matched = Overlays(rawValue: 128)

    /// Every overlay alone, in the order in which a sheet applies them.
    public static let each: [Overlays] = (0..<8).map { Overlays(rawValue: 1 << $0) }
  }
}
