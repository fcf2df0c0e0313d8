/// Turns styles into appearances; a theme fills it, the canvas never sees it.
public struct StyleSheet: Hashable, Sendable {
  private var appearances: [Appearance]
  private var changes: [Change]

  /// A sheet that needs no colour: overlays become attributes, every role is plain.
  public init() {
    appearances = Array(repeating: .plain, count: 256)
    changes = Style.Overlays.each.map(Change.init(defaultFor:))
  }

  /// The appearance of a role without overlays.
  public subscript(role: UInt8) -> Appearance {
    get { appearances[Int(role)] }
    set { appearances[Int(role)] = newValue }
  }

  /// What an overlay changes; only the first overlay of the set is looked at.
  public subscript(overlay: Style.Overlays) -> Change {
    get { changes[min(7, overlay.rawValue.trailingZeroBitCount)] }
    set { changes[min(7, overlay.rawValue.trailingZeroBitCount)] = newValue }
  }

  /// What the terminal is told about a cell of this style.
  public func appearance(of style: Style) -> Appearance {
    var appearance = appearances[Int(style.role)]
    guard !style.overlays.isEmpty else { return appearance }
    for (index, overlay) in Style.Overlays.each.enumerated() where style.overlays.contains(overlay) {
      changes[index].apply(to: &appearance)
    }
    return appearance
  }
}

extension StyleSheet {
  /// What an overlay does to the appearance under it.
  public struct Change: Hashable, Sendable {
    /// Replaces the foreground; nil leaves it.
    public var foreground: Colour?
    /// Replaces the background; nil leaves it.
    public var background: Colour?
    public var adding: Appearance.Attributes
    public var removing: Appearance.Attributes
    /// Turns reverse video around, so that reversing twice is visible as not reversed.
    public var togglesReverse: Bool

    public init(
      foreground: Colour? = nil, background: Colour? = nil, adding: Appearance.Attributes = [],
      removing: Appearance.Attributes = [], togglesReverse: Bool = false
    ) {
      self.foreground = foreground
      self.background = background
      self.adding = adding
      self.removing = removing
      self.togglesReverse = togglesReverse
    }
  }
}

extension StyleSheet.Change {
  fileprivate init(defaultFor overlay: Style.Overlays) {
    self.init()
    switch overlay {
    case .selected, .reversed: togglesReverse = true
    case .dimmed: adding = .dim
    case .bold, .marked: adding = .bold
    case .italic: adding = .italic
    case .underlined, .matched: adding = .underline
    default: break
    }
  }

  fileprivate func apply(to appearance: inout Appearance) {
    if let foreground { appearance.foreground = foreground }
    if let background { appearance.background = background }
    appearance.attributes.subtract(removing)
    appearance.attributes.formUnion(adding)
    if togglesReverse { appearance.attributes.formSymmetricDifference(.reverse) }
  }
}
