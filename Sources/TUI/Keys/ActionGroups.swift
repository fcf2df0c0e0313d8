/// The actions that work everywhere, even in a popup, a form or the line.
enum AlwaysAction: String {
  case redraw = "screen.redraw"
  case suspend = "screen.suspend"
  case toggleMouse = "mouse.toggle"
  case openLine = "line.open"
  case openHelp = "help.open"
  case interrupt
}

/// The actions of the command line.
enum LineAction: String {
  case run = "line.run"
  case complete = "line.complete"
  case earlier = "line.earlier"
  case later = "line.later"
  case clearField = "form.clear-field"
  case deleteWord = "form.delete-word"
  case back
}

/// The actions on a visit that was grabbed.
enum MoveAction: String {
  case earlier = "visit.earlier"
  case later = "visit.later"
  case hourEarlier = "visit.hour-earlier"
  case hourLater = "visit.hour-later"
  case dayEarlier = "visit.day-earlier"
  case dayLater = "visit.day-later"
  case technicianUp = "visit.technician-up"
  case technicianDown = "visit.technician-down"
  case longer = "visit.longer"
  case shorter = "visit.shorter"
  case time = "visit.time"
  case length = "visit.length"
  case push = "visit.push"
  case drop = "visit.drop"
}

/// The actions of the supervisor's wall.
enum WallAction: String {
  case stop = "board.stop"
  case nextPage = "page.next"
  case previousPage = "page.previous"
  case now = "choose.1"
  case technicians = "choose.2"
  case breaches = "choose.3"
  case trend = "choose.4"
  case moveUp = "move.up"
  case moveDown = "move.down"
  case moveFirst = "move.first"
  case moveLast = "move.last"
  case explain
  case back
}

/// The actions of a technician's face that are no verbs.
enum PocketAction: String {
  case moveUp = "move.up"
  case moveDown = "move.down"
  case moveFirst = "move.first"
  case moveLast = "move.last"
  case pause = "tech.break"
  case shift = "tech.shift"
  case late = "tech.late"
  case comeBack = "tech.return"
  case part = "tech.part"
  case time = "tech.time"
  case back
}

/// The actions of the helpdesk's calls that are no verbs.
enum CallsAction: String {
  case moveUp = "move.up"
  case moveDown = "move.down"
  case moveFirst = "move.first"
  case moveLast = "move.last"
  case back
}

/// The actions while a filter is typed: the list stays under the arrows.
enum FilterAction: String {
  case keep = "filter.keep"
  case clear = "filter.clear"
  case back
  case mark = "mark.toggle"
  case complete = "line.complete"
  case moveUp = "move.up"
  case moveDown = "move.down"
  case pageUp = "move.page-up"
  case pageDown = "move.page-down"
  case clearField = "form.clear-field"
  case deleteWord = "form.delete-word"
}
