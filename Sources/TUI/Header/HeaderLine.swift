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
  /// Instead of it where there is no room.
  private let shortLink: String
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
    time = model.office.zone.clock(at: model.now)
    note = model.clockNote
    banner = model.pastBanner
    switch model.link {
    case .local:
      // Who else is at work on this file is one key away.
      link = model.sessions.count > 1 ? "● local, \(model.sessions.count) consoles" : "● local"
      shortLink = "●"
      isLive = true
      trouble = nil
    case .office(let state, let waiting):
      link = Sentences.link(state, waiting: waiting, in: model.office.zone)
      shortLink = Sentences.shortLink(state, waiting: waiting, in: model.office.zone)
      isLive = state == .live
      trouble = nil
    case .notSaving(let since, let failure):
      let at = model.office.zone.clock(at: since)
      (link, shortLink) = ("", "")
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
    let shape = fitting(width: width)
    var column = width - shape.countsWidth - 1
    let left = long(room: column) ?? short(shape, room: column)
    return left
      + shape.counts.map { part in
        defer { column += part.width }
        return Placed(part, at: column)
      }
  }

  /// What of the line's parts is shown at a width.
  private struct Shape {
    let name: String
    let link: String
    let counts: [Part]
    var countsWidth: Int { counts.reduce(0) { $0 + $1.width } }
  }

  /// A longer name of an office is cut to so many cells before it gives way.
  private static let cutOffice = 14

  /// The longest name and counts that leave room for the clock and the link: how much is done goes before a name does,
  /// the office's name before that of whoever acts, and the words of the link before its sign and its numbers, which
  /// stay when a name has to be cut for them.
  private func fitting(width: Int) -> Shape {
    let cut = office.fitted(to: Self.cutOffice).trimmed
    let names =
      [
        " \(office) · \(person)", " \(cut) · \(person)", " \(person)", state.map { " \(office) · \($0)" },
        " \(office)"
      ].compactMap(\.self)
    let shapes = [link, shortLink].flatMap { link in
      names.flatMap { name in
        [counts, urgentCounts].map { Shape(name: name, link: link, counts: $0) }
      }
    }
    return shapes.first { shape in
      let taken = displayWidth(of: shape.name) + displayWidth(of: clock) + displayWidth(of: shape.link)
      return taken + shape.countsWidth + 7 <= width
    } ?? Shape(name: " \(office)", link: shortLink, counts: urgentCounts)
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

  private func short(_ shape: Shape, room: Int) -> [Placed] {
    let name = Part(text: shape.name, style: plain, place: .person)
    let clock = Part(text: clock, style: clockStyle, place: .clock)
    let link = Part(text: shape.link, style: linkStyle, place: .link)
    let rest = clock.width + link.width
    let isRoomy = name.width + rest + 8 <= room
    let nameWidth = max(0, min(name.width, room - rest - (isRoomy ? 8 : 6)))
    let gap = isRoomy ? 3 : nameWidth > 0 ? 2 : 1
    let clockAt = nameWidth + gap
    return [
      Placed(name, at: 0, width: nameWidth), Placed(clock, at: clockAt),
      Placed(link, at: clockAt + clock.width + gap)
    ]
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
