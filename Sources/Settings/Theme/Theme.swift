/// What every role looks like; the screens name roles, never colours.
public struct Theme: Equatable, Sendable {
  /// The terminal's own colours as this theme assumes them, for contrast and for choosing by OSC 11.
  public var assumedBackground: RGB
  public var assumedForeground: RGB
  public var styles: [String: ThemeStyle]

  public init(
    assumedBackground: RGB = RGB(0, 0, 0), assumedForeground: RGB = RGB(255, 255, 255),
    styles: [String: ThemeStyle] = [:]
  ) {
    self.assumedBackground = assumedBackground
    self.assumedForeground = assumedForeground
    self.styles = styles
  }

  /// A role the theme does not know looks like `plain`: wrong colours never hide text.
  public func paint(_ role: String, _ depth: PaintDepth) -> Paint {
    (styles[role] ?? styles["plain"] ?? ThemeStyle()).paint(depth)
  }
}
