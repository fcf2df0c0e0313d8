/// The 256 colours as xterm mixes them, for quantising and for judging contrast.
///
/// The first 16 are the user's own in most terminals; xterm's stand in for them.
public enum XtermPalette {
  /// Names of the first sixteen, in order.
  public static let names = [
    "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white",
    "bright-black", "bright-red", "bright-green", "bright-yellow",
    "bright-blue", "bright-magenta", "bright-cyan", "bright-white"
  ]

  private static let levels: [UInt8] = [0, 95, 135, 175, 215, 255]

  private static let sixteen: [RGB] = [
    RGB(0, 0, 0), RGB(205, 0, 0), RGB(0, 205, 0), RGB(205, 205, 0),
    RGB(0, 0, 238), RGB(205, 0, 205), RGB(0, 205, 205), RGB(229, 229, 229),
    RGB(127, 127, 127), RGB(255, 0, 0), RGB(0, 255, 0), RGB(255, 255, 0),
    RGB(92, 92, 255), RGB(255, 0, 255), RGB(0, 255, 255), RGB(255, 255, 255)
  ]

  public static func colour(_ index: UInt8) -> RGB {
    switch index {
    case 0..<16: return sixteen[Int(index)]
    case 16..<232:
      let cube = Int(index) - 16
      return RGB(levels[cube / 36], levels[cube / 6 % 6], levels[cube % 6])
    default:
      let grey = UInt8(8 + 10 * (Int(index) - 232))
      return RGB(grey, grey, grey)
    }
  }

  /// The nearest of the 240 fixed colours; the first 16 are left alone because nobody knows how they look.
  public static func nearest256(to colour: RGB) -> UInt8 {
    closest(16...255, to: colour)
  }

  public static func nearest16(to colour: RGB) -> UInt8 {
    closest(0...15, to: colour)
  }

  private static func closest(_ range: ClosedRange<UInt8>, to wanted: RGB) -> UInt8 {
    var best = range.lowerBound
    var least = Int.max
    for index in range {
      let distance = colour(index).squaredDistance(to: wanted)
      if distance < least { (best, least) = (index, distance) }
    }
    return best
  }
}
