import Foundation
import Testing

/// What people at consoles were told to be done while things broke, and what has to be true of it afterwards.
final class Promises: @unchecked Sendable {
  private let lock = NSLock()
  /// Notes that the program said it has.
  private var kept: [String] = []
  /// Notes whose program ended before it said anything, or said that nobody can know.
  private var doubtful: [String] = []
  /// Notes that the program said it has not.
  private var refused: [String] = []

  var count: Int { lock.withLock { kept.count } }
  var doubtfulCount: Int { lock.withLock { doubtful.count } }

  /// Has a note made at a console; how the program ended.
  @discardableResult func note(
    _ words: String, at file: String, _ binary: Binary
  ) throws -> Int32 {
    let answer = try binary.run("--db", file, "--offline", "note", "20001", words, "--json")
    lock.withLock {
      // Whoever reads the answer has been told, whatever becomes of the program then.
      if answer.output.contains("\"ok\":true") {
        kept.append(words)
      } else if answer.status < 0 || answer.output.contains("\"uncertain\":true") {
        doubtful.append(words)
      } else {
        refused.append(words)
      }
    }
    return answer.status
  }

  /// Each promised note is in the office once, each doubtful one at most once, no refused one at all, and all files are
  /// whole and the same.
  func verify(_ binary: Binary, _ consoles: [String]) throws {
    let history = try binary.run("history", "20001", "--json").output
    let (kept, doubtful, refused) = lock.withLock { (self.kept, self.doubtful, self.refused) }
    func times(_ words: String) -> Int { history.components(separatedBy: "\"\(words)\"").count - 1 }
    for words in kept { #expect(times(words) == 1, "\(words)") }
    for words in doubtful { #expect(times(words) <= 1, "\(words)") }
    for words in refused { #expect(times(words) == 0, "\(words)") }
    #expect(!kept.isEmpty)
    try Self.agree([binary.database] + consoles, binary)
  }

  /// Sends and fetches at each console until nothing waits; a console that heals needs more than one go.
  static func settle(_ consoles: [String], _ binary: Binary) throws {
    for file in consoles + consoles {
      let synced = try binary.json("--db", file, "sync", "--once")
      #expect(synced["pending"] as? Int == 0, "\(file): \(synced)")
    }
  }

  /// All files are whole and the same, by one of so many looks: a served office goes on meanwhile.
  static func agree(_ files: [String], _ binary: Binary, looks: Int = 1) throws {
    var told: [String] = []
    for _ in 0..<looks where Set(told).count != 1 {
      told = try files.map { file in
        let check = try binary.json("--db", file, "check")
        #expect(check["problems"] as? [String] == [], "\(file)")
        return "\(check["digest"] ?? "") \(check["head"] ?? "")"
      }
    }
    #expect(Set(told).count == 1, "\(told)")
  }
}
