/// The directions in which a border goes on from a cell.
struct BorderArms: OptionSet {
  let rawValue: UInt8

  static let up = BorderArms(rawValue: 1)
  static let right = BorderArms(rawValue: 2)
  static let down = BorderArms(rawValue: 4)
  static let left = BorderArms(rawValue: 8)

  private static let shapes: [Unicode.Scalar] = [
    " ", "│", "─", "└", "│", "│", "┌", "├", "─", "┘", "─", "┴", "┐", "┤", "┬", "┼"
  ]

  var unicode: UInt32 { Self.shapes[Int(rawValue & 15)].value }
}
