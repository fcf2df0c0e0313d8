public import DayPlan
public import Domain

/// What an option that was shown is called until it is taken: the minute that it was planned for and what it changes.
///
/// The same office plans the same in the same minute. So whoever has the name finds the option again, and finds
/// nothing when something has changed that matters to it.
struct PlanTicket: Hashable, Sendable {
  /// The minute and the sum of the changes, in as many letters and digits.
  private let minute: Int64
  private let sum: Int64

  /// For so long a plan can be taken after it was shown.
  static let lasts = Span.minutes(15)
  private static let minutes: Int64 = 36 * 36 * 36
  private static let sums: Int64 = 36 * 36 * 36 * 36 * 36

  init(_ option: PlanOption, at instant: Timestamp) {
    minute = instant.seconds / 60 % PlanTicket.minutes
    var sum: UInt64 = 0xcbf2_9ce4_8422_2325
    func mix(_ word: UInt64) { sum = (sum ^ word) &* 0x100_0000_01b3 }
    for byte in option.kind.sort.utf8 { mix(UInt64(byte)) }
    for change in option.changes {
      mix(UInt64(truncatingIfNeeded: change.number))
      for spot in [change.from, change.to] {
        mix(spot.technician?.high ?? 0)
        mix(spot.technician?.low ?? 1)
        mix(UInt64(bitPattern: spot.start?.seconds ?? 0))
        mix(UInt64(bitPattern: spot.length.seconds))
      }
    }
    self.sum = Int64(sum >> 16) % PlanTicket.sums
  }

  /// Reads what `text` says.
  init?(_ text: String) {
    let parts = text.lowercased().split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let minute = Int64(parts[0], radix: 36), let sum = Int64(parts[1], radix: 36),
      (0..<PlanTicket.minutes).contains(minute), (0..<PlanTicket.sums).contains(sum)
    else { return nil }
    (self.minute, self.sum) = (minute, sum)
  }

  var text: String { "\(String(minute, radix: 36))-\(String(sum, radix: 36))" }

  /// The last minute of this name up to an instant.
  func instant(before now: Timestamp) -> Timestamp {
    let last = now.seconds / 60
    let ago = ((last - minute) % PlanTicket.minutes + PlanTicket.minutes) % PlanTicket.minutes
    return Timestamp(seconds: (last - ago) * 60)
  }
}

extension PlanOption {
  /// What it is called in the shell when it is taken, planned for an instant.
  public func name(at instant: Timestamp) -> String { PlanTicket(self, at: instant).text }
}
