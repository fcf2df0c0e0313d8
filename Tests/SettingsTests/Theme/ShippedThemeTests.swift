import Settings
import TestSupport
import Testing

@Suite("Shipped themes", .verifies("UX-04"))
struct ShippedThemeTests {
  static let names = ["dark", "light", "high-contrast", "mono"]

  @Test("style every role", arguments: names)
  func complete(name: String) throws {
    #expect(Set(try Shipped.theme(name).styles.keys) == Shipped.roles)
  }

  @Test("keep a contrast of 4.5 at every depth", arguments: names)
  func contrast(name: String) throws {
    #expect(try Shipped.theme(name).faintStyles() == [])
  }

  @Test("keep a contrast of 7 where high contrast is promised")
  func highContrast() throws {
    #expect(try Shipped.theme("high-contrast").faintStyles(below: 7) == [])
  }

  @Test("know dark from light")
  func isDark() throws {
    #expect(try Shipped.theme("dark").isDark)
    #expect(try !Shipped.theme("light").isDark)
  }

  @Test("use no colour in mono", arguments: PaintDepth.allCases)
  func mono(depth: PaintDepth) throws {
    let theme = try Shipped.theme("mono")
    for role in Shipped.roles {
      let paint = theme.paint(role, depth)
      #expect(paint.foreground == .terminalDefault && paint.background == .terminalDefault)
    }
  }

  @Test("show what must be seen without colour", arguments: names)
  func monoMeaning(name: String) throws {
    let theme = try Shipped.theme(name)
    let plain = theme.paint("plain", .mono)
    for role in [
      "selection", "choice.selected", "sla.breached", "prio.1", "alert.high", "field.focus", "field.error"
    ] {
      #expect(theme.paint(role, .mono) != plain, "\(role)")
    }
    #expect(theme.paint("sla.breached", .mono) != theme.paint("sla.at-risk", .mono))
  }

  /// States that stand side by side, and must be told apart by people who see no red or no green.
  private static let pairs = [
    ("sla.ok", "sla.at-risk"), ("sla.ok", "sla.breached"), ("sla.at-risk", "sla.breached"),
    ("sla.met", "sla.breached"), ("sla.met", "sla.at-risk"),
    ("prio.1", "prio.2"), ("prio.1", "prio.4"), ("prio.2", "prio.4"), ("alert.high", "alert.medium"),
    ("alert.high", "alert.low"), ("alert.medium", "alert.low"), ("result.done", "result.refused"),
    ("tech.available", "tech.late"), ("tech.available", "tech.travelling"), ("link.live", "link.local")
  ]

  @Test("stay apart for colour-blind eyes", arguments: ["dark", "light"], ColourBlindness.allCases)
  func colourBlind(name: String, blindness: ColourBlindness) throws {
    let theme = try Shipped.theme(name)
    for (left, right) in Self.pairs {
      for depth in [PaintDepth.trueColour, .colours256] {
        let distance = blindness.distance(try seen(left, theme, depth), try seen(right, theme, depth))
        #expect(distance > 0.09, "\(left) and \(right) at \(depth): \(distance)")
      }
    }
  }

  private func seen(_ role: String, _ theme: Theme, _ depth: PaintDepth) throws -> RGB {
    switch theme.paint(role, depth).foreground {
    case .rgb(let colour): colour
    case .indexed(let index): XtermPalette.colour(index)
    case .terminalDefault: theme.assumedForeground
    }
  }
}

extension Theme {
  /// Whether it is light on dark.
  fileprivate var isDark: Bool { assumedBackground.luminance < assumedForeground.luminance }

  /// A role that is hard to read at a depth.
  fileprivate struct Faint: Equatable, Sendable {
    var role: String
    var depth: PaintDepth
    /// Contrast ratio as WCAG 2.1 defines it.
    var contrast: Double
  }

  /// Roles below the contrast that text wants, sorted; mono uses the terminal's own and cannot be faint.
  fileprivate func faintStyles(below limit: Double = 4.5) -> [Faint] {
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
