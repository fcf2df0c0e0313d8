import Domain
import Sync

/// The last prediction, for as long as it may be kept.
struct LastPrediction: Sendable {
  private(set) var known: KnownPrediction?
  /// What was predicted on this entry or an earlier one may hold words that were erased since.
  private var erasedAt = -1

  mutating func keep(_ made: KnownPrediction) { known = made.seq > erasedAt ? made : nil }

  mutating func forget(through seq: Int) {
    known = nil
    erasedAt = seq
  }
}

/// What a console predicted the last time it looked, with what that rests on: the confirmed state, and the commands that
/// waited. While both stand it is right whatever else was written.
struct KnownPrediction: Sendable {
  var prediction: Prediction
  let seq: Int
  private let head: Digest
  private let console: ConsoleID
  /// The number of the first command that waited, and the last one; nil where none did.
  private(set) var commands: (first: Int, last: (count: Int, submission: Submission.ID))?

  init(on confirmed: OfficeState, of console: ConsoleID) {
    prediction = Prediction(confirmed: confirmed.office)
    seq = confirmed.seq
    head = confirmed.head
    self.console = console
  }

  func isOf(_ confirmed: OfficeState, _ console: ConsoleID) -> Bool {
    seq == confirmed.seq && head == confirmed.head && console == self.console
  }

  mutating func add(_ command: WaitingCommand) {
    commands = (commands?.first ?? command.count, (command.count, command.submission))
  }
}
