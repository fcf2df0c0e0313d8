import Foundation
import TestSupport
import Testing
import Verbs

@Suite("The generated papers", .verifies("UX-01"))
struct PapersTests {
  /// With `RECORD=1` in the environment the papers are written anew, and the test still fails.
  @Test("are what the verb catalogue, the keymaps, the decision pages and the recorded screens say")
  func fresh() throws {
    let written = [
      ("docs/keys.md", KeysPage.text), (DecisionsPage.path, DecisionsPage.text),
      (ReadmePage.path, try #require(ReadmePage.text))
    ]
    for paper in Verbs.documentation(version: try Self.version()) + written {
      if ProcessInfo.processInfo.environment["RECORD"] == "1" {
        try House.write(paper.text, to: paper.path)
        Issue.record("Wrote \(paper.path); look at it and run again.")
      } else {
        let isFresh = House.text(paper.path) == paper.text
        #expect(isFresh, "\(paper.path) is stale: make docs writes it anew.")
      }
    }
  }

  @Test("mention every verb, its words and its help")
  func complete() throws {
    let papers = Verbs.documentation(version: "0")
    for verb in Verbs.catalogue {
      for paper in papers where ["docs/verbs.md", "docs/callout.1"].contains(paper.path) {
        let text = paper.text.filter { $0 != "\\" }
        #expect(text.contains(verb.spoken), "\(paper.path) lacks \(verb.spoken)")
        #expect(text.contains(verb.help), "\(paper.path) lacks the help of \(verb.spoken)")
      }
      #expect(!verb.help.isEmpty && verb.help.last != ".")
    }
    let names = Verbs.catalogue.map { $0.name }
    #expect(Set(names).count == names.count)
    let spoken = Verbs.catalogue.map { $0.spoken }
    #expect(Set(spoken).count == spoken.count)
  }

  private static func version() throws -> String {
    let source = try #require(House.text("Sources/callout/Start/Version.swift"))
    return String(try #require(source.firstMatch(of: /"([^"]+)"/)).output.1)
  }
}
