import Settings
import TestSupport
import Testing

@Suite("Theme", .verifies("UX-04"))
struct ThemeTests {
  private func load(_ text: String) -> (theme: Theme, problems: [SettingsProblem]) {
    Theme.load(text: text, file: "mine.toml", knownRoles: Shipped.roles)
  }

  @Test("paints a role at every depth")
  func depths() {
    let read = load(
      """
      [palette]
      coral = { true = "#ff6a3d", 256 = 203, 16 = "bright-red" }
      [styles]
      "sla.breached" = { foreground = "coral", bold = true, mono = ["reverse"] }
      selection = { foreground = "black", background = "#5fafff" }
      dim = 247
      """)
    #expect(read.problems == [])
    let theme = read.theme
    #expect(
      theme.paint("sla.breached", .trueColour)
        == Paint(foreground: .rgb(RGB(255, 106, 61)), attributes: .bold))
    #expect(theme.paint("sla.breached", .colours256) == Paint(foreground: .indexed(203), attributes: .bold))
    #expect(theme.paint("sla.breached", .colours16) == Paint(foreground: .indexed(9), attributes: .bold))
    #expect(theme.paint("sla.breached", .mono) == Paint(attributes: .reverse))
    #expect(theme.paint("selection", .colours256).background == .indexed(75), "quantised")
    #expect(theme.paint("selection", .mono) == Paint(attributes: .reverse), "derived")
    #expect(theme.paint("dim", .trueColour).foreground == .rgb(RGB(158, 158, 158)))
    #expect(theme.paint("no such role", .trueColour) == Paint())
  }

  @Test("takes a dotted role with and without quotes")
  func dotted() {
    let read = load("[styles]\nsla.ok = \"red\"\nsla.met = { bold = true }\n\"prio.1\" = \"green\"\n")
    #expect(read.problems == [])
    #expect(read.theme.paint("sla.ok", .colours16).foreground == .indexed(1))
    #expect(read.theme.paint("sla.met", .mono).attributes == .bold)
    #expect(read.theme.paint("prio.1", .colours16).foreground == .indexed(2))
  }

  @Test("reports unknown colours, roles, attributes and fields, and loads the rest")
  func problems() {
    let read = load(
      """
      background = "#00"
      [palette]
      coral = "#ff6a3d"
      [styles]
      "sla.ok" = "corral"
      "sla.brached" = "coral"
      title = { forground = "coral", bold = true }
      dim = { mono = ["blod"] }
      "sla.met" = "coral"
      """)
    #expect(read.problems.map(\.line) == [1, 5, 6, 7, 8])
    #expect(
      read.problems.dropFirst().map(\.nearest.first) == ["coral", "sla.breached", "foreground", "bold"])
    #expect(read.problems.dropFirst().map(\.column) == [12, 1, 11, 17])
    #expect(read.theme.paint("sla.met", .trueColour).foreground == .rgb(RGB(255, 106, 61)))
    #expect(read.theme.paint("title", .mono).attributes == .bold)
  }

  @Test("takes what it does not say from its base")
  func base() throws {
    let dark = try Shipped.theme("dark")
    let read = Theme.load(
      text: "[styles]\ndim = \"#00ff00\"\n", file: "mine.toml", knownRoles: Shipped.roles, base: dark)
    #expect(read.theme.paint("dim", .trueColour).foreground == .rgb(RGB(0, 255, 0)))
    #expect(read.theme.paint("sla.breached", .trueColour) == dark.paint("sla.breached", .trueColour))
  }

  @Test("measures contrast as WCAG does")
  func contrast() {
    #expect(abs(RGB(0, 0, 0).contrast(with: RGB(255, 255, 255)) - 21) < 0.001)
    #expect(abs(RGB(119, 119, 119).contrast(with: RGB(255, 255, 255)) - 4.48) < 0.01)
    #expect(RGB(hex: "#fff") == RGB(255, 255, 255))
    #expect(RGB(hex: "fff") == nil && RGB(hex: "#ggg") == nil && RGB(hex: "#1234567") == nil)
  }

  @Test("quantises to the fixed colours only")
  func quantises() {
    #expect(XtermPalette.nearest256(to: RGB(0, 0, 0)) == 16)
    #expect(XtermPalette.nearest256(to: RGB(95, 175, 255)) == 75)
    #expect(XtermPalette.nearest256(to: RGB(128, 128, 128)) == 244)
    #expect(XtermPalette.colour(255) == RGB(238, 238, 238))
  }
}
