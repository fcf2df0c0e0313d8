/// One line of a keymap: in this context, these keys run this action.
public struct Binding: Equatable, Sendable {
  public var context: String
  /// One key, or several that follow each other.
  public var keys: [KeyName]
  /// A verb or movement such as `work-order.assign`; nil means that the keys do nothing here.
  public var action: String?
  public var file: String
  /// Counted from 1.
  public var line: Int
  /// Which layer it came from: the higher one wins, whatever the context.
  public var layer: Int

  public init(context: String, keys: [KeyName], action: String?, file: String, line: Int, layer: Int = 0) {
    self.context = context
    self.keys = keys
    self.action = action
    self.file = file
    self.line = line
    self.layer = layer
  }
}
