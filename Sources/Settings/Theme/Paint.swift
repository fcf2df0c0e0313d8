/// How many colours a terminal shows.
public enum PaintDepth: String, CaseIterable, Sendable {
  case trueColour = "true"
  case colours256 = "256"
  case colours16 = "16"
  case mono
}

/// What a cell is painted with at one depth: nothing in it needs quantising any more.
public struct Paint: Hashable, Sendable {
  public enum Ink: Hashable, Sendable {
    case terminalDefault
    case indexed(UInt8)
    case rgb(RGB)
  }

  /// The attributes every terminal worth naming has.
  public struct Attributes: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    public static let bold = Attributes(rawValue: 1)
    public static let dim = Attributes(rawValue: 2)
    public static let italic = Attributes(rawValue: 4)
    public static let underline = Attributes(rawValue: 8)
    public static let reverse = Attributes(rawValue: 16)

    static let names: [(name: String, attribute: Attributes)] = [
      ("bold", .bold), ("dim", .dim), ("italic", .italic), ("underline", .underline), ("reverse", .reverse)
    ]
  }

  public var foreground: Ink
  public var background: Ink
  public var attributes: Attributes

  public init(
    foreground: Ink = .terminalDefault, background: Ink = .terminalDefault, attributes: Attributes = []
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }
}
