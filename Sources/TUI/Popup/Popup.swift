public import Domain
public import Terminal
public import Verbs

/// A window over the panes that owns every key but help, the `:` line, redraw, suspend and interrupt.
///
/// A popup is a value: it learns what happens by `handle`, says what is to become of it, and draws itself. Popups
/// stack; only the top one gets keys, all of them hear of changes.
public protocol Popup: Sendable {
  /// The contexts of the keymap that are active in it, innermost first, `always` last.
  var contexts: [String] { get }
  /// What the help for here is called, such as `Hold 20391`.
  var name: String { get }

  /// The order it is about, which is what `.` and the order verbs mean while it is on top.
  var subject: WorkOrder.ID? { get }

  /// Whether verbs said over it mean what is marked, if anything is.
  var actsOnMarks: Bool { get }

  /// Whether it only shows and finds, and so makes sense in the past too.
  var isReading: Bool { get }

  /// Whether it answers work that awaits review, which a wall may.
  var isReview: Bool { get }

  /// Whether it has handed something in and waits to hear what became of it; what is typed meanwhile is kept back.
  var isWaiting: Bool { get }

  /// Whether it waits for its person while somebody else acts; what is secret does not.
  var mayBePutAside: Bool { get }

  /// Whether Enter would show what is hidden until somebody asks for it.
  var isSecretMarked: Bool { get }

  /// Where it lies when that is a place of its own and not the middle of the screen.
  func frame(in model: Model) -> Rect?

  /// The cells it wants in a screen of that size; it gets less where there is less.
  func wantedSize(in screen: Size, _ model: Model) -> Size

  /// Reacts to an event; the model is as it was before, without this popup.
  mutating func handle(_ event: PopupEvent, _ model: Model) -> PopupAnswer

  /// Whether what a dialog above wants to hand in for it still stands; it says itself why not.
  mutating func mayHandIn(_ proposal: Proposal, _ model: Model) -> Bool

  /// Draws border, content and the hints of its lower edge on a canvas of its own size.
  func draw(on canvas: inout Canvas, _ model: Model)
}

/// What a popup hears.
public enum PopupEvent: Sendable {
  /// It has just been opened, or is on top again.
  case shown
  /// A key that the keymap gives a name in the popup's contexts, such as `choose.1`.
  case action(String)
  /// A key without a name there; in a form it is text.
  case key(Key)
  /// Pasted text, never to be read as keys.
  case paste(String)
  /// The mouse, with places counted from the popup's own corner.
  case mouse(Mouse)
  /// The office, the board or the minute has changed.
  case changed
  /// Answers to effects that it asked for.
  case finished(Outcome)
  case answered(Answer)
  case suggested(WorkOrder.ID, Candidates)
  case draftSaved
}

/// What is to become of a popup after an event, and what is to be done outside.
public struct PopupAnswer: Sendable {
  public enum Next: Sendable {
    case stay
    case close
    /// Closes this one and everything over the panes.
    case closeAll
    /// Opens another one above.
    case open(any Popup)
    /// Another one takes its place.
    case replace(any Popup)
    /// Closes this one and runs an action of the keymap as if its key had been pressed in the panes.
    case run(String)
    /// Stays, and changes the columns of the pane below.
    case change(String)
    /// Closes this one and submits for the one below, which then hears of the outcome.
    case submit(Proposal)
  }

  public var next: Next
  public var effects: [Effect]
  /// Shown on the result line.
  public var result: ResultLine?
  /// False when the key meant nothing here: then nothing is redrawn.
  public var isHandled: Bool

  public init(_ next: Next = .stay, effects: [Effect] = [], result: ResultLine? = nil, isHandled: Bool = true)
  {
    self.next = next
    self.effects = effects
    self.result = result
    self.isHandled = isHandled
  }

  public static let stay = PopupAnswer()
  public static let close = PopupAnswer(.close)
  public static let ignored = PopupAnswer(isHandled: false)
}
