import Settings
import Testing

@Suite("Configuration")
struct ConfigurationTests {
  private let home = ["HOME": "/home/bea"]

  @Test("starts with the built-in values and the XDG folders")
  func defaults() {
    let configuration = Configuration(environment: home)
    #expect(configuration.database.value == "/home/bea/.local/share/callout/callout.db")
    #expect(configuration.lines.allSatisfy { $0.source == .builtIn })
    #expect(Configuration.path(environment: home) == "/home/bea/.config/callout/config.toml")
    let other = ["HOME": "/h", "XDG_DATA_HOME": "/data", "XDG_CONFIG_HOME": "relative"]
    #expect(Configuration(environment: other).database.value == "/data/callout/callout.db")
    #expect(Configuration.path(environment: other) == "/h/.config/callout/config.toml")
  }

  @Test("says where each value came from")
  func sources() {
    var configuration = Configuration(environment: home)
    let problems = configuration.read(
      text: "# mine\nkeymap = \"vim\"\nmouse = false\nbell = \"visual\"\ncolours = 256\nperson = \"bea\"\n",
      file: "config.toml")
    #expect(problems == [])
    configuration.read(environment: ["CALLOUT_DB": "/tmp/day.db", "CALLOUT_AS": "sam", "NO_COLOR": ""])
    configuration.theme = Setting("light", from: .option("--theme"))
    let lines = Dictionary(
      uniqueKeysWithValues: configuration.lines.map { ($0.name, "\($0.value) · \($0.source)") })
    #expect(lines["keymap"] == "vim · config.toml:2")
    #expect(lines["mouse"] == "false · config.toml:3")
    #expect(lines["bell"] == "visual · config.toml:4")
    #expect(lines["colours"] == "256 · config.toml:5", "an empty NO_COLOR says nothing")
    #expect(lines["database"] == "/tmp/day.db · CALLOUT_DB")
    #expect(lines["person"] == "sam · CALLOUT_AS")
    #expect(lines["theme"] == "light · --theme")
    #expect(lines["escape-delay"] == "25 · default")
    #expect(configuration.lines.map(\.name) == Configuration.names)
  }

  @Test("takes NO_COLOR as mono")
  func noColour() {
    var configuration = Configuration(environment: home)
    configuration.read(environment: ["NO_COLOR": "1"])
    #expect(configuration.colours.value.depth == .mono)
  }

  @Test("reports what it does not know and keeps the rest")
  func problems() {
    var configuration = Configuration(environment: home)
    let problems = configuration.read(
      text: "keymp = \"vim\"\nbell = \"loud\"\nescape-delay = 5000\nmouse = \"yes\"\ntheme = \"dark\"\n",
      file: "config.toml")
    #expect(problems.map(\.line) == [1, 2, 3, 4])
    #expect(problems[0].nearest.first == "keymap")
    #expect(problems[1].sentence == "\"loud\" is no bell; off, visual or audible is.")
    #expect(configuration.theme.value == "dark")
    #expect(configuration.escapeDelay == Setting(25))
  }
}
