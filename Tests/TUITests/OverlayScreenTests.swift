import TUI
import TestSupport
import Testing

@Suite("Windows over the panes")
struct OverlayScreenTests {
  @Test(
    "look as drawn",
    arguments: [
      ("help", "?"), ("prefix", "E"), ("sort", "S"), ("menu", "M"), ("completion", ":technician <tab>"),
      ("leaving", "q"), ("filter", "/doors"), ("explain", "=")
    ])
  func overlay(_ name: String, _ keys: String) {
    var console = Console(100, 30)
    console.type(keys)
    expectScreen(console.screen.canvas, "over-\(name)", roleNames: ConsoleScreenTests.roleName)
  }
}
