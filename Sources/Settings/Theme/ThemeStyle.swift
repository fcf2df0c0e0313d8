/// One colour of a theme at every depth.
public struct ThemeColour: Hashable, Sendable {
  public var trueColour: RGB
  public var index256: UInt8
  public var index16: UInt8

  /// What is not given is taken from the nearest colour there is.
  public init(_ trueColour: RGB, index256: UInt8? = nil, index16: UInt8? = nil) {
    self.trueColour = trueColour
    self.index256 = index256 ?? XtermPalette.nearest256(to: trueColour)
    self.index16 = index16 ?? XtermPalette.nearest16(to: trueColour)
  }

  func ink(_ depth: PaintDepth) -> Paint.Ink {
    switch depth {
    case .trueColour: .rgb(trueColour)
    case .colours256: .indexed(index256)
    case .colours16: .indexed(index16)
    case .mono: .terminalDefault
    }
  }
}

/// What a role looks like; nil colours are the terminal's own.
public struct ThemeStyle: Hashable, Sendable {
  public var foreground: ThemeColour?
  public var background: ThemeColour?
  public var attributes: Paint.Attributes
  /// Attributes where there is no colour: they must carry what the colour said.
  public var monoAttributes: Paint.Attributes

  /// Without mono attributes of its own, a background becomes reverse and the rest stays.
  public init(
    foreground: ThemeColour? = nil, background: ThemeColour? = nil, attributes: Paint.Attributes = [],
    monoAttributes: Paint.Attributes? = nil
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
    self.monoAttributes = monoAttributes ?? (background == nil ? attributes : attributes.union(.reverse))
  }

  public func paint(_ depth: PaintDepth) -> Paint {
    if depth == .mono { return Paint(attributes: monoAttributes) }
    return Paint(
      foreground: foreground?.ink(depth) ?? .terminalDefault,
      background: background?.ink(depth) ?? .terminalDefault, attributes: attributes)
  }
}
