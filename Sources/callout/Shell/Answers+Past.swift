import Domain
import Storage
import Terminal
import Verbs

extension Answers {
  /// The four panes as they were known then, for eyes and for scripts.
  struct PastAnswer {
    let lines: [String]
    let json: JSONValue
  }

  func say(_ place: PastPlace) throws(ShellError) {
    let answer = try past(place)
    if options.isJSON {
      output.emit(answer.json.text)
    } else {
      for line in answer.lines { output.say(line) }
    }
  }

  func past(_ place: PastPlace) throws(ShellError) -> PastAnswer {
    guard let session else { return PastAnswer(lines: [], json: .null) }
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
    return PastAnswer(
      lines: lines, json: Objects.past(at: at, seq: state.seq, lastSeq: state.lastSeq, panes: panes))
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
