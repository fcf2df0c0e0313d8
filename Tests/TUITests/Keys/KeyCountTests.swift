import Domain
import Foundation
import TUI
import Terminal
import TestSupport
import Testing
import Verbs

@Suite("What things cost in keys", .verifies("UX-01"))
struct KeyCountTests {
  @Test("each is done by so many keys of the default map, and no more", arguments: KeyStory.all)
  func replayed(story: KeyStory) {
    var desk = KeyDesk.made()
    desk.type(story.before)
    #expect(!story.isDone(desk), "\(story.name): done before a key was pressed")
    desk.type(story.untilLast.before)
    #expect(!story.isDone(desk), "\(story.name): done before the last key")
    desk.type(story.untilLast.last)
    #expect(story.isDone(desk), "\(story.name): \(desk.resultLine)\n\(desk.text)")
    #expect(story.count == story.promised, "\(story.name)")
  }

  /// With `RECORD=1` in the environment the page is written anew, and the test still fails.
  @Test("the page says what was replayed")
  func page() throws {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../docs/key-counts.md").standardized
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try Data(KeyStory.page.utf8).write(to: path)
      Issue.record("Wrote docs/key-counts.md; look at it and run again.")
      return
    }
    let isFresh = (try? String(contentsOf: path, encoding: .utf8)) == KeyStory.page
    #expect(isFresh, "docs/key-counts.md is stale: make docs writes it anew.")
  }
}
