import Settings
import Testing

/// Words that the shipped files are checked against; the program passes its own catalogues.
enum Shipped {
  static let contexts: Set<String> = [
    "always", "global", "queue", "technicians", "timeline", "alerts", "order", "technician", "window",
    "popup", "text",
    "assign", "plan", "customer", "card", "secret", "handover", "views", "columns", "move", "form", "line",
    "filter",
    "help", "lock", "tour", "review", "review-sheet", "board", "board-window", "tech", "tech-window", "calls"
  ]

  /// Contexts that are active together, innermost first.
  static let stacks = [
    ["order", "queue", "global", "always"],
    ["technician", "technicians", "global", "always"],
    ["order", "timeline", "global", "always"],
    ["technician", "timeline", "global", "always"],
    ["order", "alerts", "global", "always"],
    ["order", "window", "global", "always"],
    ["customer", "order", "always"],
    ["card", "window", "global", "always"],
    ["secret", "popup", "always"],
    ["handover", "always"],
    ["popup", "always"],
    ["text", "popup", "always"],
    ["assign", "popup", "always"],
    ["plan", "popup", "always"],
    ["move", "always"],
    ["views", "popup", "always"],
    ["columns", "popup", "always"],
    ["form", "always"],
    ["line", "always"],
    ["filter", "always"],
    ["help", "always"],
    ["lock", "always"],
    ["board", "always"],
    ["review", "always"], ["review-sheet", "board-window", "always"], ["board-window", "always"],
    ["tech", "always"],
    ["tech-window", "always"], ["calls", "always"],
    ["tour", "order", "queue", "global", "always"],
    ["tour", "popup", "always"]
  ]

  static let verbs: Set<String> = Set(
    """
    ledger.undo ledger.redo ledger.at handover.add handover.read handover.take
    work-order.log work-order.find work-order.last work-order.recent work-order.follow-ups work-order.review work-order.approve work-order.rework ledger.audit desk.consoles work-order.open work-order.assign
    work-order.set-priority work-order.hold work-order.message work-order.note work-order.chase work-order.flag work-order.claim
    work-order.edit work-order.triage work-order.replan work-order.fits work-order.together technician.fill day.plan technician.optimise work-order.dispatch work-order.complete work-order.history
    work-order.accept work-order.decline work-order.travel work-order.on-site work-order.say work-order.close
    work-order.not-done work-order.duplicate work-order.reopen work-order.cancel customer.open
    work-order.move work-order.pin work-order.crew visit.earlier visit.later visit.hour-earlier visit.hour-later
    visit.day-earlier visit.day-later visit.technician-up visit.technician-down visit.longer
    visit.shorter visit.time visit.length visit.push visit.drop
    copy.number customer.when customer.reschedule customer.urgent technician.day technician.show technician.show-phone technician.set-presence.available technician.set-presence.break
    technician.set-presence.off technician.set-presence.unavailable pane.queue pane.technicians
    pane.timeline pane.alerts pane.next pane.previous pane.zoom pane.grow pane.shrink pane.filter
    pane.sort move.up move.down move.left move.right move.first move.last move.page-up
    move.page-down page.previous page.next timeline.hour-left timeline.hour-right timeline.scale timeline.forecast
    timeline.now past.earlier past.later mark.toggle mark.range mark.extend-up mark.extend-down mark.all mark.clear
    view.show view.save view.rename view.delete column.toggle column.earlier column.later
    sort.grouped back line.open help.open screen.redraw screen.suspend interrupt mouse.toggle
    alert.snooze alert.resolve work-order.breach-cause
    explain repeat alert.worst menu.open choose.highlighted choose.1 choose.2 choose.3 choose.4 choose.5
    choose.6 choose.7 choose.8 choose.9 choose.0 assign.time assign.length assign.note assign.more
    form.next form.enter form.previous form.save form.save-and-assign form.add-to-found form.next-found form.park form.next-call
    form.clear-field
    form.delete-word form.big-text form.keep-draft line.run line.complete line.earlier line.later
    filter.keep filter.clear help.run desk.lock lock.open lock.who desk.tour tour.next
    board.stop tech.break tech.shift tech.late tech.return tech.part tech.time
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  static let roles: Set<String> = Set(
    """
    plain dim heading border border.focus title selection header header.alert hint.key hint.text
    result.done result.refused result.warning sla.ok sla.at-risk sla.breached sla.paused sla.met
    prio.1 prio.2 prio.3 prio.4 tech.available tech.travelling tech.on-site tech.break tech.off
    tech.unavailable tech.late visit.tentative visit.scheduled visit.dispatched visit.accepted
    visit.on-site visit.held visit.done visit.conflict timeline.travel timeline.overrun timeline.off
    timeline.break timeline.now timeline.axis field.label field.value field.focus field.error
    field.note popup popup.title choice choice.selected match flag claim alert.high alert.medium
    alert.low link.live link.local substitute
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  static func keymap(_ name: String) throws -> Keymap {
    let own = Keymap.load(
      text: try #require(BuiltIn.keymaps[name]), file: "\(name).toml", knownVerbs: verbs,
      knownContexts: contexts)
    try #require(own.problems == [])
    if name == "default" { return own.keymap }
    return Keymap.layering([try keymap("default"), own.keymap])
  }

  static func theme(_ name: String) throws -> Theme {
    let read = Theme.load(text: try #require(BuiltIn.themes[name]), file: "\(name).toml", knownRoles: roles)
    try #require(read.problems == [])
    return read.theme
  }

  static func map(_ name: String) throws -> ImportMap {
    let read = ImportMap.load(text: try #require(BuiltIn.maps[name]), file: "\(name).toml", kind: .workOrders)
    try #require(read.problems == [])
    return read.map
  }
}

func keys(_ text: String) throws -> [KeyName] { try KeyName.readSequence(text) }
