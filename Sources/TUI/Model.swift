public import DayPlan
public import Domain
public import Settings
public import Terminal
public import Verbs

/// All that the console shows and remembers, as one value; `update` changes it, `view` draws it.
public struct Model: Sendable {
  // What the office knows.
  public internal(set) var office: Office
  public internal(set) var board: Board
  public internal(set) var now: Timestamp
  public internal(set) var link = Link.local
  /// Who is at the consoles on this file.
  public internal(set) var sessions: [DeskSession] = []
  /// Who acts.
  public internal(set) var person: Person.ID

  // What the console was told at its start.
  public let keymap: Keymap
  /// Where new ids come from: randomness in the executable, a counter in a test.
  public let identifiers: any IdentifierSource
  /// Said in the header when the clock is not the real one, such as `training clock`.
  public internal(set) var clockNote: String?

  // The panes.
  public internal(set) var size: Size
  public internal(set) var focus = Pane.queue
  public internal(set) var isZoomed = false
  /// Cells by which a pane was grown (or shrunk), from `+` and `_`.
  public internal(set) var growth: [Pane: Int] = [:]
  public internal(set) var queue = QueueState()
  public internal(set) var technicians = TechniciansState()
  public internal(set) var timeline: TimelineState
  public internal(set) var alerts = AlertsState()
  /// Orders to be acted on together.
  public internal(set) var marks = MarkedOrders()
  /// The views that were saved at this console.
  public internal(set) var views: [SavedView] = []
  var hasViews = false
  /// The filter of the focused pane is being typed.
  public internal(set) var isFiltering = false
  /// What Tab would put into the filter, while it walks through it.
  var filterCompletion: FilterCompletion?

  // What is over the panes.
  public internal(set) var popups: [OpenPopup] = []
  /// What others had open when somebody else began to act: it waits for them.
  var putAside: [Person.ID: [OpenPopup]] = [:]
  var popupCount = 0
  public internal(set) var line: LineEditor?
  /// Command lines run before, oldest first.
  public internal(set) var lineHistory: [String] = []

  // The two last lines.
  public internal(set) var result: ResultLine?
  /// Keys pressed so far of a sequence such as `E x`.
  public internal(set) var pending: [KeyName] = []
  /// What was typed while the top popup waited for its answer.
  var typedAhead: [Input] = []
  /// `q` was pressed once at the top; the next one leaves.
  public internal(set) var isLeaving = false
  public internal(set) var isMouseCaptured = true
  /// The order shown or changed before the selected one: what `-` stands for.
  public internal(set) var last: WorkOrder.ID?
  /// The line that waits for an order of an earlier day, as it was read when it was said, and those that have come.
  var awaiting: (line: String, invocation: Invocation)?
  var recalled: [WorkOrder] = []
  var current: WorkOrder.ID?
  /// What was handed in and waits for its answer, by where it came from, and the last that came to something: that is
  /// done again by one key.
  var submitted: [Origin: Proposal] = [:]
  var repeated: Proposal?
  /// The orders that whoever acts has looked at, the last one first.
  public internal(set) var recent: [WorkOrder.ID] = []

  /// Set while a PIN is asked for before anything else.
  public internal(set) var gate: Gate?
  /// Set while somebody is shown around.
  var tour: Tour?

  /// Set while the panes show what was known at an earlier time.
  var past: Past?
  /// How many times an earlier moment was asked for, and the last of them that has come, has failed or was given up.
  var pastAsked = 0
  var pastSettled = 0

  var versions = Versions()
  /// What forms find sites and customers by.
  var directory = DirectoryBook()

  /// What lies under the windows.
  public internal(set) var face = Face.console
  /// Set while the file cannot be read.
  var unread: Outdated?
  /// Since when the console has been parted from its office.
  var parted: Timestamp?

  /// Whether the screen is made for who listens to it: see ``PlainScreen``.
  public var isPlain = false

  /// Whether nothing lies behind this screen: no shell to go back to, no files to write.
  public var isForced = false

  /// What the consoles are called.
  var consoles = ConsoleNames.unknown

  /// By what plans are made.
  public var rules = PlanRules.usual

  public init(
    office: Office, board: Board, now: Timestamp, person: Person.ID, keymap: Keymap,
    identifiers: any IdentifierSource, size: Size, clockNote: String? = nil, face: Face = .console
  ) {
    self.face = face
    self.office = office
    self.board = board
    self.now = now
    self.person = person
    self.keymap = keymap
    self.identifiers = identifiers
    self.size = size
    self.clockNote = clockNote
    timeline = TimelineState(day: office.today(at: now))
    boardChanged()
    fitCursors()
  }
}

/// A popup with the number by which answers to its effects find back to it.
public struct OpenPopup: Sendable {
  public let number: Int
  public internal(set) var popup: any Popup
  /// Whether another popup has handed in for it what a rule had stopped.
  var isHandedIn = false

  /// Whether it waits to hear what became of something.
  var isWaiting: Bool { isHandedIn || popup.isWaiting }
}
