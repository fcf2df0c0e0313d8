import Curses
import Dispatch
import Domain
import Foundation
import Storage
import Sync
import Synchronization
import TUI
import Verbs

/// Tells the office which calls are in forms at this console, and hears who else has one; on the office's own file, whose
/// forms its server reads, it only hears. It asks only while there is one here, on a thread of its own; nothing waits for
/// it.
final class CallWatch: Sendable {
  /// Seconds between two questions, and after one that was not answered.
  private static let (every, pause) = (4, 30)
  private let isOver = Atomic(false)
  private let wake = DispatchSemaphore(value: 0)

  /// `heard` is called from that thread when what others have is another than before.
  init(_ session: OfficeSession, heard: @escaping @Sendable ([CallInHand]) -> Void) {
    Thread.detachNewThread { [self] in
      CrashGuard.coverThread()
      run(session, heard)
    }
  }

  /// A form was written or thrown away.
  func poke() { wake.signal() }

  func stop() {
    isOver.store(true, ordering: .relaxed)
    wake.signal()
  }

  private func run(_ session: OfficeSession, _ heard: ([CallInHand]) -> Void) {
    var said: [CallInHand] = []
    var others: [CallInHand] = []
    var nextAt = DispatchTime.now()
    while !isOver.load(ordering: .relaxed) {
      let mine = session.file.callsInHand(at: session.now)
      if mine != said || !mine.isEmpty && nextAt <= .now() {
        let answer = ask(mine, session.file)
        (said, nextAt) = (mine, .now() + .seconds(answer == nil ? Self.pause : Self.every))
        // What was heard with the last form is old by the next one.
        let known = mine.isEmpty ? [] : answer ?? []
        if known != others {
          others = known
          heard(others)
        }
      }
      if mine.isEmpty {
        wake.wait()
      } else {
        _ = wake.wait(timeout: max(nextAt, .now() + .milliseconds(200)))
      }
    }
  }

  /// What everybody else has; nil where the office does not say.
  private func ask(_ mine: [CallInHand], _ file: OfficeFile) -> [CallInHand]? {
    guard let membership = file.membership else { return CallsNote.read(beside: file.path) }
    do {
      let client = try OfficeClient.of(file, at: OfficeAddress(membership.address))
      return try client.post(.calls, CallsInHand(mine), wanting: CallsInHand.self, seconds: 5).calls
    } catch {
      // Whatever is wrong with the line, the header says it; nobody is known of until it is there again.
      return nil
    }
  }
}

extension OfficeFile {
  /// The calls that are in forms of this file, as far as they say who rings or where he is.
  func callsInHand(at now: Timestamp) -> [CallInHand] {
    let drafts: [Draft]
    do { drafts = try self.drafts() } catch { return [] }
    return drafts.compactMap { draft in
      guard draft.form == LogVerb.name, let person = draft.person, let form = draft.formDraft,
        now - form.begunAt < CallInHand.longest
      else { return nil }
      let figures = form["phone"].map { $0.filter(\.isNumber) } ?? ""
      let phone =
        figures.count >= TelephoneNumber.fewest ? String(figures.prefix(CallInHand.mostFigures)) : nil
      let site = form["site#"].flatMap { Site.ID($0) }
      guard phone != nil || site != nil else { return nil }
      return CallInHand(person: person, phone: phone, site: site, begunAt: form.begunAt)
    }.sorted { $0.begunAt < $1.begunAt }
  }
}

extension FormDraft {
  /// Somebody else's call as a form of his that is not here.
  init(_ call: CallInHand) {
    let fields = [("phone", call.phone), ("site#", call.site?.description)].compactMap { name, text in
      text.map { Field(name: name, text: $0) }
    }
    self.init(
      key: Key(form: LogVerb.name, subject: "elsewhere \(call.begunAt.seconds)"), fields: fields,
      begunAt: call.begunAt)
    other = call.person
  }
}
