/// A key as the terminal can tell it apart, with the modifiers that were held.
public enum Key: Hashable, Sendable {
  /// A letter, digit or sign. With Control it is lower case, since terminals do not send the Shift.
  case character(Character, Modifiers = [])
  case named(Named, Modifiers = [])

  /// What the key types into a field: nothing with Control or Alt held.
  public var typed: Character? {
    switch self {
    case .character(let character, []): character
    case .named(.space, []): " "
    case .character, .named: nil
    }
  }

  public static let enter = Key.named(.enter)
  public static let escape = Key.named(.escape)
  public static let tab = Key.named(.tab)
  public static let space = Key.named(.space)
  public static let backspace = Key.named(.backspace)
  public static let up = Key.named(.up)
  public static let down = Key.named(.down)
  public static let left = Key.named(.left)
  public static let right = Key.named(.right)
}

extension Key {
  public struct Modifiers: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8

    public init(rawValue: UInt8) { self.rawValue = rawValue }

    public static let shift = Modifiers(rawValue: 1)
    public static let alt = Modifiers(rawValue: 2)
    public static let control = Modifiers(rawValue: 4)
  }

  /// Keys that have a name rather than a letter; the raw value is the name in keymap files.
  public enum Named: String, Hashable, Sendable, CaseIterable {
    case enter = "Enter"
    case escape = "Esc"
    case tab = "Tab"
    case space = "Space"
    case backspace = "Backspace"
    case delete = "Delete"
    case insert = "Insert"
    case home = "Home"
    case end = "End"
    case pageUp = "PageUp"
    case pageDown = "PageDown"
    case up = "Up"
    case down = "Down"
    case left = "Left"
    case right = "Right"
    case f1 = "F1"
    case f2 = "F2"
    case f3 = "F3"
    case f4 = "F4"
    case f5 = "F5"
    case f6 = "F6"
    case f7 = "F7"
    case f8 = "F8"
    case f9 = "F9"
    case f10 = "F10"
    case f11 = "F11"
    case f12 = "F12"
  }
}
