import Domain
import Terminal
import Verbs

/// Line 1: who is signed in where, the clock, the link, the counts that matter.
struct HeaderLine: Hashable {
  private let office: String
  private let person: String
  /// Instead of the name where there is no room for both.
  private let state: String?
  private let date: String
  private let time: String
  private let note: String?
  private let link: String
  private let isLive: Bool
  private let trouble: String?
  /// Instead of everything else while the panes show the past.
  private let banner: String?
  private let p1Open: Int
  private let breached: Int
  private let atRisk: Int
  private let done: String

  init(_ model: Model) {
    let civil = model.office.zone.civil(at: model.now)
    office = model.office.profile.name
    let name = model.office.person(model.person)?.name.words ?? ""
    state = model.gate?.isLocked ?? false ? "locked" : nil
    person = state.map { "\(name), \($0)" } ?? name
    date = TimeWords.day(civil.date)
    time = civil.time.text
    note = model.clockNote
    banner = model.pastBanner
    switch model.link {
    case .local:
      // Who else is at work on this file is one key away.
      link = model.sessions.count > 1 ? "● local, \(model.sessions.count) consoles" : "● local"
      isLive = true
      trouble = nil
    case .office(let state, let waiting):
      link = Sentences.link(state, waiting: waiting, in: model.office.zone)
      isLive = state == .live
      trouble = nil
    case .notSaving(let since, let failure):
      let at = model.office.zone.civil(at: since).time.text
      link = ""
      isLive = false
      trouble =
        "✗ not saving since \(at): \(Sentences.short(failure)). Typing is kept\(failure.code == .diskFull ? "; free some space" : "")."
    }
    p1Open = model.board.counts.p1Open
    breached = model.board.counts.breached
    atRisk = model.board.counts.atRisk
    done = "\(model.board.counts.doneToday)/\(model.board.counts.plannedToday)"
  }

  private struct Part {
    let text: String
    let style: Style
  }

  func draw(on canvas: inout Canvas) {
    let plain = Role.header.style
    if let banner {
      let reversed = plain.reversed()
      canvas.fill(canvas.bounds, style: reversed)
      canvas.put(" \(banner)", at: .zero, style: reversed.bold(), width: canvas.width, ellipsis: true)
      return
    }
    canvas.fill(canvas.bounds, style: plain)
    if let trouble {
      canvas.fill(canvas.bounds, style: Role.headerAlert.style)
      canvas.put(
        " \(office) · \(trouble)", at: .zero, style: Role.headerAlert.style, width: canvas.width,
        ellipsis: true)
      return
    }
    let clock = note.map { "\(time) \($0)" } ?? time
    let rest = displayWidth(of: clock) + displayWidth(of: link) + 7
    // How much is done goes before a name does, and the office's name before that of whoever acts.
    let names =
      [" \(office) · \(person)", " \(person)", state.map { " \(office) · \($0)" }, " \(office)"]
      .compactMap(\.self)
    let (name, counts) =
      names.flatMap { name in [self.counts, urgentCounts].map { (name, $0) } }
      .first { canvas.width - width(of: $0.1) - 1 >= displayWidth(of: $0.0) + rest - 1 }
      ?? (" \(office)", urgentCounts)
    let countWidth = width(of: counts) + 1
    let room = canvas.width - countWidth
    let left = " callout · \(office) · \(person)"
    let long = "\(date) \(clock)"
    // The widest form that leaves two blanks between its parts.
    if displayWidth(of: left) + displayWidth(of: long) + displayWidth(of: link) + 10 <= room {
      let gap = (room - displayWidth(of: left) - displayWidth(of: long) - displayWidth(of: link) - 3) / 2
      let clockAt = displayWidth(of: left) + min(5, gap)
      canvas.put(left, at: .zero, style: plain)
      canvas.put(long, at: Point(column: clockAt, row: 0), style: clockStyle)
      canvas.put(link, at: Point(column: clockAt + displayWidth(of: long) + 3, row: 0), style: linkStyle)
    } else {
      let nameWidth = max(0, min(displayWidth(of: name), room - displayWidth(of: clock) - 3))
      canvas.put(name, at: .zero, style: plain, width: nameWidth, ellipsis: true)
      let gap = displayWidth(of: name) + rest + 1 <= room ? 3 : 2
      canvas.put(clock, at: Point(column: nameWidth + gap, row: 0), style: clockStyle)
      let linkAt = nameWidth + gap + displayWidth(of: clock) + gap
      if linkAt + displayWidth(of: link) + 2 <= room {
        canvas.put(link, at: Point(column: linkAt, row: 0), style: linkStyle)
      }
    }
    var column = canvas.width - countWidth
    for part in counts {
      column += canvas.put(part.text, at: Point(column: column, row: 0), style: part.style)
    }
  }

  private var clockStyle: Style { note == nil ? Role.header.style : Role.header.style.reversed() }
  private var linkStyle: Style { Role.header.style.bold(isLive) }

  /// `P1 2  breached 1  at risk 3  done 61/90`; what is bad stands out while there is any of it.
  private var counts: [Part] {
    urgentCounts + [Part(text: "  done \(done)", style: Role.header.style)]
  }

  private var urgentCounts: [Part] {
    let plain = Role.header.style
    let alert = Role.headerAlert.style
    return [
      Part(text: "P1 \(p1Open)", style: p1Open > 0 ? plain.bold() : plain), Part(text: "  ", style: plain),
      Part(text: "breached \(breached)", style: breached > 0 ? alert : plain), Part(text: "  ", style: plain),
      Part(text: "at risk \(atRisk)", style: atRisk > 0 ? plain.bold() : plain)
    ]
  }

  private func width(of parts: [Part]) -> Int { parts.reduce(0) { $0 + displayWidth(of: $1.text) } }
}
