/// An extent in cells; never negative.
public struct Size: Hashable, Sendable {
  public let width: Int
  public let height: Int

  public init(width: Int, height: Int) {
    self.width = max(0, width)
    self.height = max(0, height)
  }

  /// No cells at all.
  public static let zero = Size(width: 0, height: 0)

  /// Whether a screen that needs the other size finds room in this one.
  public func holds(_ other: Size) -> Bool {
    width >= other.width && height >= other.height
  }
}
