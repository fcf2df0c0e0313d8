import Domain
import Storage
import Terminal
import Verbs

extension Answers {
  /// What a verb answers of what was known then; what changes something, or is not of the office, is refused.
  func ask(_ words: [String], of place: PastPlace) throws(ShellError) -> Reply {
    guard let session else { return Reply(.lines([])) }
    let state: PastState
    do { state = try session.file.past(place) } catch { throw .failed(error.failure) }
    let at = place.instant ?? state.entry?.recordedAt ?? state.office.dayOpenedAt
    let context = VerbContext(
      office: state.office, now: at, person: session.person, identifiers: session.identifiers, isScript: true,
      rules: session.dayRules.rules)
    let act: Act
    do {
      act = try Verbs.parse(words: words, in: context).verb.act(in: context)
    } catch let fault as UsageFault {
      throw .usage(fault)
    } catch let refusal as Refusal {
      throw .refused(refusal, verb: AtVerb.name, orders: [])
    } catch {
      preconditionFailure("a verb says no by a usage fault or a refusal")
    }
    guard case .ask(let query) = act, query.isOfTheOffice else {
      let time = Wording(office: session.office, now: session.now).time(at)
      throw .usage(
        UsageFault(
          "\"\(words.joined(separator: " ").prefix(32))\" does nothing as known at \(time): list, show, history, "
            + "why, day and the like answer there.", word: words.first ?? ""))
    }
    var then = self
    then.past = Then(office: state.office, now: at, seq: state.seq)
    var reply = try then.reply(to: query)
    let known = "As known at \(Wording(office: session.office, now: session.now).time(at))."
    reply.note = [known, reply.note].compactMap(\.self).joined(separator: " ")
    return reply
  }

  /// The four panes as they were known then.
  func past(_ place: PastPlace) throws(ShellError) -> Reply {
    guard let session else { return Reply([], .null) }
    let state: PastState
    do { state = try session.file.past(place) } catch { throw .failed(error.failure) }
    let at = place.instant ?? state.entry?.recordedAt ?? state.office.dayOpenedAt
    let wording = Wording(office: state.office, now: at)
    var lines = [
      "As known at \(Wording(office: state.office, now: session.now).time(at))",
      wording.pastEntry(state.entry, of: state.lastSeq)
    ]
    let board = Board(state.office, now: at)
    var panes: [(kind: ListKind, listing: Listing)] = []
    for kind in [ListKind.queue, .technicians, .timeline, .alerts] {
      let listing = try listing(kind, board, in: state.office, at)
      lines += ["", kind.rawValue] + listing.table(clean: Sanitised.line, width: displayWidth(of:))
      panes.append((kind, listing))
    }
    return Reply(lines, Objects.past(at: at, seq: state.seq, lastSeq: state.lastSeq, panes: panes))
  }

  private func listing(
    _ kind: ListKind, _ board: Board, in office: Office, _ now: Timestamp
  ) throws(ShellError) -> Listing {
    do {
      return try Listing.of(kind, filter: nil, board: board, in: office, at: now, person: nil)
    } catch {
      throw .usage(error)
    }
  }
}
