import Settings
import TestSupport
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
    #expect(lines["older-work"] == "true · default")
    #expect(configuration.lines.map(\.name) == Configuration.names)
  }

  @Test("finds a keymap and a theme of one's own beside the configuration", .verifies("UX-04"))
  func own() {
    let folder = "/home/bea/.config/callout"
    let files: Set<String> = [
      "\(folder)/mine.toml", "\(folder)/keymaps/ours.toml", "/home/bea/dusk.toml", "here.toml"
    ]
    func found(_ keymap: String, _ theme: String) -> (Configuration, [SettingsProblem]) {
      var configuration = Configuration(environment: home)
      _ = configuration.read(
        text: "keymap = \"\(keymap)\"\ntheme = \"\(theme)\"\n", file: "\(folder)/config.toml")
      let problems = configuration.find { files.contains($0) }
      return (configuration, problems)
    }
    for (name, path) in [
      ("mine", "\(folder)/mine.toml"), ("mine.toml", "\(folder)/mine.toml"),
      ("keymaps/ours.toml", "\(folder)/keymaps/ours.toml"), ("ours", "\(folder)/keymaps/ours.toml"),
      ("here.toml", "here.toml"), ("vim", "vim")
    ] {
      #expect(found(name, "auto").0.keymap.value == path)
    }
    let (configuration, problems) = found("vmi", "~/dusk.toml")
    #expect(configuration.theme.value == "/home/bea/dusk.toml")
    #expect(configuration.keymap == Setting("default"), "what is in force is shown as such")
    #expect(problems.map(\.place) == ["\(folder)/config.toml:1:1"])
    #expect(problems.first?.nearest == ["vim"])
    #expect(problems.first?.sentence.contains("vim is. default is in force.") == true)
  }

  @Test("reads ~ as the home folder")
  func tilde() {
    var configuration = Configuration(environment: home)
    _ = configuration.read(text: "database = \"~/day.db\"\noutbox = \"/x/~\"\n", file: "config.toml")
    #expect(configuration.database.value == "/home/bea/day.db" && configuration.outbox.value == "/x/~")
  }

  @Test("takes NO_COLOR as mono")
  func noColour() {
    var configuration = Configuration(environment: home)
    configuration.read(environment: ["NO_COLOR": "1"])
    #expect(configuration.colours.value.depth == .mono)
  }

  @Test("a setting that is like none is told with all there are")
  func nothingNear() {
    var configuration = Configuration(environment: home)
    let problems = configuration.read(text: "zzzzzzzz = 1\n", file: "config.toml")
    #expect(problems.map(\.nearest) == [[]])
    #expect(problems.first?.sentence.hasPrefix("\"zzzzzzzz\" is no setting; bell, ") == true, "\(problems)")
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
