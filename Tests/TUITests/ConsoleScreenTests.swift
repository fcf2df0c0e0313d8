import TUI
import Terminal
import TestSupport
import Testing

@Suite("Console screens")
struct ConsoleScreenTests {
  static func roleName(_ role: UInt8) -> String { StyleRole(rawValue: role)?.name ?? "?" }

  @Test(
    "shows the morning at every size", .verifies("UX-03", "QUE-01", "BRD-01", "BRD-02", "TML-01", "EXC-01"),
    arguments: [(200, 60), (120, 36), (120, 31), (80, 24), (59, 14)])
  func story(_ width: Int, _ height: Int) {
    expectScreen(
      Screen.of(Story.model(width, height)), "console-\(width)x\(height)", roleNames: Self.roleName)
  }
}
