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

  func draw(on canvas: inout Canvas) {
    let plain = StyleRole.header.style
    if let banner {
      let reversed = plain.reversed()
      canvas.fill(canvas.bounds, style: reversed)
      canvas.put(" \(banner)", at: .zero, style: reversed.bold(), width: canvas.width, ellipsis: true)
    } else if let trouble {
      canvas.fill(canvas.bounds, style: StyleRole.headerAlert.style)
      canvas.put(
        " \(office) · \(trouble)", at: .zero, style: StyleRole.headerAlert.style, width: canvas.width,
        ellipsis: true)
    } else {
      canvas.fill(canvas.bounds, style: plain)
      for placed in parts(width: canvas.width) {
        canvas.put(
          placed.part.text, at: Point(column: placed.column, row: 0), style: placed.part.style,
          width: placed.width, ellipsis: true)
      }
    }
  }

  /// What a click on a column opens; nil where nothing stands, and while the line says something else.
  func place(at column: Int, width: Int) -> Place? {
    guard banner == nil, trouble == nil else { return nil }
    return parts(width: width).first { ($0.column..<$0.column + $0.width).contains(column) }?.part.place
  }
}

extension HeaderLine {
  /// What a part of the line is about.
  enum Place: Hashable {
    case person, clock, link, p1, breached, atRisk, done
  }

  private struct Part {
    let text: String
    let style: Style
    var place: Place?
    var width: Int { displayWidth(of: text) }
  }

  /// A part and the cells it has.
  private struct Placed {
    let part: Part
    let column: Int
    let width: Int

    init(_ part: Part, at column: Int, width: Int? = nil) {
      self.part = part
      self.column = column
      self.width = width ?? part.width
    }
  }

  private var plain: Style { StyleRole.header.style }
  private var clock: String { note.map { "\(time) \($0)" } ?? time }

  private func parts(width: Int) -> [Placed] {
    let (name, counts) = fitting(width: width)
    var column = width - counts.reduce(0) { $0 + $1.width } - 1
    let left = long(room: column) ?? short(name, room: column)
    return left
      + counts.map { part in
        defer { column += part.width }
        return Placed(part, at: column)
      }
  }

  /// A longer name of an office is cut to so many cells before it gives way.
  private static let cutOffice = 14

  /// The longest name and counts that leave room for the clock: how much is done goes before a name does, and the
  /// office's name before that of whoever acts.
  private func fitting(width: Int) -> (name: String, counts: [Part]) {
    let rest = displayWidth(of: clock) + displayWidth(of: link) + 7
    let cut = office.fitted(to: Self.cutOffice).trimmed
    let names =
      [
        " \(office) · \(person)", " \(cut) · \(person)", " \(person)", state.map { " \(office) · \($0)" },
        " \(office)"
      ].compactMap(\.self)
    return names.flatMap { name in [self.counts, urgentCounts].map { (name, $0) } }
      .first { name, counts in
        width - counts.reduce(0) { $0 + $1.width } - 1 >= displayWidth(of: name) + rest - 1
      } ?? (" \(office)", urgentCounts)
  }

  /// The widest form, with two blanks between its parts; nil where it finds no room.
  private func long(room: Int) -> [Placed]? {
    let left = Part(text: " callout · \(office) · \(person)", style: plain, place: .person)
    let clock = Part(text: "\(date) \(clock)", style: clockStyle, place: .clock)
    let link = Part(text: link, style: linkStyle, place: .link)
    let taken = left.width + clock.width + link.width
    guard taken + 10 <= room else { return nil }
    let clockAt = left.width + min(5, (room - taken - 3) / 2)
    return [
      Placed(left, at: 0), Placed(clock, at: clockAt), Placed(link, at: clockAt + clock.width + 3)
    ]
  }

  private func short(_ name: String, room: Int) -> [Placed] {
    let name = Part(text: name, style: plain, place: .person)
    let clock = Part(text: clock, style: clockStyle, place: .clock)
    let link = Part(text: link, style: linkStyle, place: .link)
    let nameWidth = max(0, min(name.width, room - clock.width - 3))
    let gap = name.width + clock.width + link.width + 8 <= room ? 3 : 2
    let linkAt = nameWidth + gap + clock.width + gap
    let fits = linkAt + link.width + 2 <= room
    return [Placed(name, at: 0, width: nameWidth), Placed(clock, at: nameWidth + gap)]
      + (fits ? [Placed(link, at: linkAt)] : [])
  }

  private var clockStyle: Style { note == nil ? plain : plain.reversed() }
  private var linkStyle: Style { plain.bold(isLive) }

  /// `P1 2  breached 1  at risk 3  done 61/90`; what is bad stands out while there is any of it.
  private var counts: [Part] {
    urgentCounts + [Part(text: "  ", style: plain), Part(text: "done \(done)", style: plain, place: .done)]
  }

  private var urgentCounts: [Part] {
    let alert = StyleRole.headerAlert.style
    return [
      Part(text: "P1 \(p1Open)", style: plain.bold(p1Open > 0), place: .p1), Part(text: "  ", style: plain),
      Part(text: "breached \(breached)", style: breached > 0 ? alert : plain, place: .breached),
      Part(text: "  ", style: plain),
      Part(text: "at risk \(atRisk)", style: plain.bold(atRisk > 0), place: .atRisk)
    ]
  }
}
