public import Domain
public import Settings
public import Terminal
import Verbs

/// The first start: a full screen that guides through a new office, step by step, and can be left at any of them.
public struct Guide: Sendable {
  public internal(set) var step: GuideStep
  /// The office as it has come about; nil before its first step is done.
  public internal(set) var office: Office?
  public internal(set) var size: Size
  let keymap: Keymap
  /// What the system proposes for the first step.
  let zone: String
  let account: String
  /// The import maps inside the program.
  let maps: [String]

  var fields = FormFields([])
  /// What the last command came to, line by line.
  var said: [String] = []
  var isRefused = false
  /// An import was shown and waits for a yes.
  var isPreviewed = false
  /// A command is being carried out.
  public internal(set) var isWorking = false
  var showsHelp = false
  var index = 0

  public init(
    office: Office?, place: GuidePlace?, size: Size, keymap: Keymap, zone: String, account: String,
    maps: [String]
  ) {
    self.office = office
    self.size = size
    self.keymap = keymap
    self.zone = zone
    self.account = account
    self.maps = maps
    step = place?.step ?? (office == nil ? .welcome : .people)
    if office == nil, step != .welcome { step = .office }
    if office != nil, step == .welcome || step == .office { step = .people }
    fields = freshFields()
    for (name, text) in place?.fields ?? [] { fields[name]?.text.replace(with: text) }
  }

  /// Where it stands, with what has been typed, to be kept until it goes on.
  public var place: GuidePlace {
    GuidePlace(
      step: step,
      fields: fields.fields.filter { !$0.isShown && !$0.text.isEmpty }.map { ($0.name, $0.text.text) })
  }
}

/// What reaches the guide.
public enum GuideMessage: Sendable {
  case input(Input)
  case resized(Size)
  /// What a command said, whether it was done, and the office after it.
  case answered([String], isDone: Bool, Office?)
}

/// What the guide wants done outside.
public enum GuideEffect: Hashable, Sendable {
  /// The words of a command of the shell; answered by `GuideMessage.answered`.
  case run([String])
  /// Keep where it stands.
  case keep
  /// It is over, or put off for good: open the console.
  case finish
  case openDemo
  case redraw
  case quit
}
