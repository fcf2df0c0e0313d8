/// A colour of the terminal: its own default, or one of the 256 of the usual palette.
public enum Colour: Hashable, Sendable {
  case `default`
  case indexed(UInt8)
}

/// How many colours a terminal can show.
public enum ColourDepth: Hashable, Sendable, Comparable {
  case mono
  case eight
  case sixteen
  case many
}

extension Colour {
  /// The nearest colour that a terminal of this depth can show.
  public func quantised(to depth: ColourDepth) -> Colour {
    guard case .indexed(let index) = self else { return self }
    switch depth {
    case .mono: return .default
    case .eight: return .indexed(Self.nearest(to: index, among: 8))
    case .sixteen: return .indexed(Self.nearest(to: index, among: 16))
    case .many: return self
    }
  }

  /// Red, green and blue of a palette entry as xterm defines them.
  public static func components(of index: UInt8) -> (red: UInt8, green: UInt8, blue: UInt8) {
    switch index {
    case 0..<16: return named[Int(index)]
    case 16..<232:
      let cube = index - 16
      func level(_ step: UInt8) -> UInt8 { step == 0 ? 0 : 55 + 40 * step }
      return (level(cube / 36), level(cube / 6 % 6), level(cube % 6))
    default:
      let grey = 8 + 10 * (index - 232)
      return (grey, grey, grey)
    }
  }
}

extension Colour {
  private static let named: [(red: UInt8, green: UInt8, blue: UInt8)] = [
    (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205),
    (229, 229, 229),
    (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255), (255, 0, 255), (0, 255, 255),
    (255, 255, 255)
  ]

  private static func nearest(to index: UInt8, among count: Int) -> UInt8 {
    guard Int(index) >= count else { return index }
    if index < 16 { return index - 8 }
    let wanted = components(of: index)
    var best = 0
    var bestDistance = Int.max
    for candidate in 0..<count {
      let colour = named[candidate]
      let red = Int(colour.red) - Int(wanted.red)
      let green = Int(colour.green) - Int(wanted.green)
      let blue = Int(colour.blue) - Int(wanted.blue)
      let distance = 2 * red * red + 4 * green * green + 3 * blue * blue
      if distance < bestDistance {
        bestDistance = distance
        best = candidate
      }
    }
    return UInt8(best)
  }
}
