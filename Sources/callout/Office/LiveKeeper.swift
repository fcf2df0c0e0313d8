import Storage
import Sync

/// Keeps one live line open while the office answers, and says how long there is nothing to ask.
struct LiveKeeper {
  private let client: OfficeClient
  private let heard: @Sendable () -> Void
  private var line: LiveLine?
  private var watch = LiveWatch()

  /// `heard` is called from any thread when there is something to deliver.
  init(_ client: OfficeClient, heard: @escaping @Sendable () -> Void) {
    self.client = client
    self.heard = heard
  }

  /// Hands over what has come. What does not fit ends the line: the next question finds out why. True when a page
  /// without entries was among it: a file may have come to the office.
  mutating func deliver(to office: inout OfficeLine) -> Bool {
    var isFile = false
    while let answer = line?.take() {
      if case .page(let page) = answer, page.entries.isEmpty { isFile = true }
      if !office.hear(answer) { giveUp(office.milliseconds) }
    }
    return isFile
  }

  /// Opens the line where it is missing and the office answers; lets go of one that is over.
  mutating func tend(_ office: OfficeLine) {
    switch watch.step(
      line?.known, office.link.state, now: office.milliseconds, chance: .random(in: 0 ... .max))
    {
    case .keep: return
    case .giveUp: letGo()
    case .open: open(office)
    }
  }

  private mutating func open(_ office: OfficeLine) {
    // Another process of this console may have put something into the outbox since the last page.
    let standing: Standing
    do { standing = try office.file.standing() } catch { return giveUp(office.milliseconds) }
    line = LiveLine(client, office.asked(standing.pull, waiting: standing.waiting), heard: heard)
  }

  /// Milliseconds to wait: the link's own until then, or longer while the office tells by itself. A sandbox's clock goes
  /// only as far as it was told last.
  func rest(_ until: Int64, _ office: OfficeLine) -> Int64 {
    let now = office.milliseconds
    if office.file.sandboxClock != nil { return until - now }
    return watch.rest(until - now, line?.known, office.link.state, now: now)
  }

  mutating func close() { line?.close() }

  private mutating func giveUp(_ now: Int64) {
    letGo()
    watch.gaveUp(now, chance: .random(in: 0 ... .max))
  }

  private mutating func letGo() {
    line?.close()
    line = nil
  }
}
