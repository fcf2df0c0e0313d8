import Settings
import TestSupport
import Testing

@Suite("Broken settings files", .verifies("UX-04"))
struct BrokenFileTests {
  enum Kind: String, CaseIterable {
    case keymap, theme, map, configuration

    var texts: [String] {
      switch self {
      case .keymap: Array(BuiltIn.keymaps.values)
      case .theme: Array(BuiltIn.themes.values)
      case .map: Array(BuiltIn.maps.values)
      case .configuration: ["keymap = \"vim\"\ntheme = \"dark\"\nmouse = true\nescape-delay = 25\n"]
      }
    }

    func problems(_ text: String) -> [SettingsProblem] {
      switch self {
      case .keymap:
        Keymap.load(text: text, file: "f.toml", knownVerbs: Shipped.verbs, knownContexts: Shipped.contexts)
          .problems
      case .theme: Theme.load(text: text, file: "f.toml", knownRoles: Shipped.roles).problems
      case .map: ImportMap.load(text: text, file: "f.toml", kind: .workOrders).problems
      case .configuration:
        {
          var configuration = Configuration(environment: [:])
          return configuration.read(text: text, file: "f.toml")
        }()
      }
    }
  }

  private func expectPlaces(_ kind: Kind, _ text: String) {
    let lines = text.unicodeScalars.count { $0 == "\n" } + 1
    for problem in kind.problems(text) {
      let isPlaced = problem.file == "f.toml" && (1...lines).contains(problem.line) && problem.column >= 1
      #expect(isPlaced && !problem.sentence.isEmpty, "\(problem) in \(text)")
    }
  }

  @Test("cut off anywhere name file and line, or load", arguments: Kind.allCases)
  func cut(kind: Kind) {
    for text in kind.texts {
      let scalars = Array(text.unicodeScalars)
      for length in stride(from: 0, to: scalars.count, by: max(1, scalars.count / 60)) {
        var cut = String.UnicodeScalarView()
        cut.append(contentsOf: scalars.prefix(length))
        expectPlaces(kind, String(cut))
      }
    }
  }

  @Test("with any character put anywhere name file and line, or load", arguments: Kind.allCases)
  func mutate(kind: Kind) {
    var draw = Draw(state: 20418)
    let strange: [Unicode.Scalar] = [
      "\"", "'", "[", "]", "{", "}", "=", ".", "#", "\\", "\n", "\r", "\0", "\u{7F}", "\u{FEFF}", "é",
      "\u{1F600}", ",",
      "a", "0", " "
    ]
    for text in kind.texts {
      for _ in 0..<60 {
        var scalars = Array(text.unicodeScalars)
        for _ in 0...draw.next(below: 3) {
          let at = draw.next(below: scalars.count)
          switch draw.next(below: 3) {
          case 0: scalars[at] = strange[draw.next(below: strange.count)]
          case 1: scalars.insert(strange[draw.next(below: strange.count)], at: at)
          default: scalars.remove(at: at)
          }
        }
        var mutated = String.UnicodeScalarView()
        mutated.append(contentsOf: scalars)
        expectPlaces(kind, String(mutated))
      }
    }
  }

  @Test(
    "made to hurt are reported, too", arguments: Kind.allCases,
    [
      "a = \"\\u0000\"\n\"\\u0000\" = 1\n", String(repeating: "[", count: 5000),
      "x = " + String(repeating: "[", count: 5000),
      "x = " + String(repeating: "{a=", count: 5000), String(repeating: "[[a]]\n", count: 300),
      String(repeating: "= =\n", count: 500), "a = '''\n", "\u{FEFF}", "[order]\r\na = 1\r\n",
      "a=1\na=2\n[a]\n[a.b]\n",
      "k = 1979-05-27T07:32:00Z\n", "k = [1979-05-27, 07:32:00, nan, inf]\n", "\0\0\n\0"
    ])
  func hostile(kind: Kind, text: String) {
    expectPlaces(kind, text)
  }

  @Test("lose one line to one broken line")
  func oneLine() throws {
    let text = try #require(BuiltIn.keymaps["default"])
    let broken = text.replacing("\"work-order.pin\"", with: "\"work-order.pin")
    let read = Keymap.load(
      text: broken, file: "f.toml", knownVerbs: Shipped.verbs, knownContexts: Shipped.contexts)
    #expect(read.problems.count == 1)
    #expect(read.keymap.bindings.count == (try Shipped.keymap("default")).bindings.count - 1)
  }

  @Test("name an encoding that nobody knows with the nearest one, and read the rest")
  func unknownEncoding() {
    let read = ImportMap.load(
      text: "[source]\nencoding = \"utf8x\"\n[fields]\ncreatedAt = \"t\"\nsummary = \"s\"\n", file: "f.toml",
      kind: .workOrders, isEncoding: { $0 == "utf-8" })
    #expect(read.problems.map(\.description) == ["f.toml:2:12: \"utf8x\" is no encoding; utf-8 is."])
    #expect(read.map.source.encoding == "utf-8" && read.map["summary"] != nil)
  }

  @Test("lose one statement to an unclosed list")
  func unclosedList() {
    let read = ImportMap.load(
      text: "[source]\nmissing = [\"\",\n  \"NULL\"\nzone = \"UTC\"\n[fields]\nsummary = \"s\"\n",
      file: "f.toml",
      kind: .workOrders)
    #expect(read.map.source.zone == "UTC")
    #expect(read.map["summary"] != nil)
    #expect(read.problems.count == 1)
  }
}

/// A small seeded generator, so that a failing case can be had again.
private struct Draw {
  var state: UInt64

  mutating func next(below limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % max(limit, 1)
  }
}
