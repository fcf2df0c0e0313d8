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

  public var isDark: Bool { assumedBackground.luminance < assumedForeground.luminance }

  /// A role the theme does not know looks like `plain`: wrong colours never hide text.
  public func paint(_ role: String, _ depth: PaintDepth) -> Paint {
    (styles[role] ?? styles["plain"] ?? ThemeStyle()).paint(depth)
  }
}

extension Theme {
  /// A role that is hard to read at a depth.
  public struct Faint: Equatable, Sendable {
    public var role: String
    public var depth: PaintDepth
    /// Contrast ratio as WCAG 2.1 defines it.
    public var contrast: Double
  }

  /// Roles below the contrast that text wants, sorted; mono uses the terminal's own and cannot be faint.
  public func faintStyles(below limit: Double = 4.5) -> [Faint] {
    var faint: [Faint] = []
    for (role, style) in styles.sorted(by: { $0.key < $1.key }) {
      for depth in PaintDepth.allCases where depth != .mono {
        let paint = style.paint(depth)
        let contrast = colour(paint.foreground, else: assumedForeground)
          .contrast(with: colour(paint.background, else: assumedBackground))
        if contrast < limit { faint.append(Faint(role: role, depth: depth, contrast: contrast)) }
      }
    }
    return faint
  }

  private func colour(_ ink: Paint.Ink, else assumed: RGB) -> RGB {
    switch ink {
    case .terminalDefault: assumed
    case .indexed(let index): XtermPalette.colour(index)
    case .rgb(let colour): colour
    }
  }
}
