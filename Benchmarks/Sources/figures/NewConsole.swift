import Domain
import Glibc

/// What a console takes to begin with at an office of much work and a long history.
enum NewConsole {
  private static let (open, closed) = (10_000, 20_000)
  private static let times = 3

  static func measure(_ now: Timestamp, _ sizes: Sizes) throws {
    guard let callout = sizes.callout else { return }
    Row.head("A new console: \(open) open orders, \(closed) closed in two months, \(sizes.history) entries")
    let office = try ServedOffice(
      now, in: "\(sizes.folder)/callout-new-\(getpid())", callout: callout, entries: sizes.history,
      open: open, closed: closed)
    let megabytes = Double(try office.snapshotBytes()) / 1_000_000
    var samples = Samples()
    for number in 0..<times { samples.add(milliseconds: try office.joinByProgram("new-\(number)") * 1_000) }
    Row.say("joined, ready to work", samples.text, mark: "2,000 ms")
    Row.say("the rows that it takes", "\(megabytes.rounded(1)) MB", mark: "12 MB")
  }
}
