import TUI

/// The model with the screen that shows it, together in one value: drawing then reads the model where it is.
struct Stage {
  var model: Model
  private(set) var screen: Screen

  init(model: Model, screen: Screen) {
    self.model = model
    self.screen = screen
  }

  /// Brings the screen's canvas up to the model.
  mutating func draw() { screen.draw(model) }

  /// The same for a face that says in words what the last action came to.
  mutating func drawWithoutResult() { screen.draw(model.withoutResult) }
}
