/// The sections a keymap file may have, and which of them are active together.
public enum KeyContexts {
  public static let all: Set<String> = [
    "always", "global", "queue", "technicians", "timeline", "alerts", "order", "technician", "window",
    "popup", "text",
    "assign", "plan", "customer", "card", "secret", "handover", "views", "columns", "move", "form", "line",
    "filter",
    "help", "lock", "tour", "review", "review-sheet", "board", "board-window", "tech", "tech-window", "calls"
  ]

  /// Contexts that are active at once, innermost first.
  public static let stacks: [[String]] = [
    queue, technicians, timelineVisit, timelineName, alerts, alertOfTechnician, window, customer, card,
    secret,
    handover, popup, text,
    assign, plan, views,
    columns, move, form,
    line,
    filter, help, lock, review, reviewSheet, board, boardWindow, tech, techWindow, calls,
    tour + queue, tour + technicians, tour + timelineVisit, tour + alerts, tour + popup, tour + help
  ]

  public static let queue = ["order", "queue", "global", "always"]
  public static let technicians = ["technician", "technicians", "global", "always"]
  public static let timelineVisit = ["order", "timeline", "global", "always"]
  public static let timelineName = ["technician", "timeline", "global", "always"]
  public static let alerts = ["order", "alerts", "global", "always"]
  public static let alertOfTechnician = ["technician", "alerts", "global", "always"]
  public static let window = ["order", "window", "global", "always"]
  public static let customer = ["customer", "order", "always"]
  public static let card = ["card", "window", "global", "always"]
  public static let secret = ["secret", "popup", "always"]
  public static let handover = ["handover", "always"]
  public static let popup = ["popup", "always"]
  /// A text to read.
  public static let text = ["text", "popup", "always"]
  public static let assign = ["assign", "popup", "always"]
  /// A plan that is shown before it is done.
  public static let plan = ["plan", "popup", "always"]
  /// A visit that is being moved owns every key.
  public static let move = ["move", "always"]
  public static let views = ["views", "popup", "always"]
  public static let columns = ["columns", "popup", "always"]
  public static let form = ["form", "always"]
  public static let line = ["line", "always"]
  public static let filter = ["filter", "always"]
  public static let help = ["help", "always"]
  public static let lock = ["lock", "always"]
  /// Done work that awaits review.
  public static let review = ["review", "always"]
  public static let reviewSheet = ["review-sheet", "board-window", "always"]
  /// The supervisor's wall, and an order's window on it.
  public static let board = ["board", "always"]
  public static let boardWindow = ["board-window", "always"]
  /// A technician's own work, and the window of one of his orders.
  public static let tech = ["tech", "always"]
  public static let techWindow = ["tech-window", "always"]
  /// The helpdesk's calls.
  public static let calls = ["calls", "always"]
  /// On top of the panes' and the popups' own, while somebody is shown around.
  public static let tour = ["tour"]
}
