import Domain
import Terminal
import Verbs

/// The window of an order on the wall: to be read by everybody in the room, so without numbers and codes, and with
/// nothing that leads on or changes it.
struct WallOrderContent: PageContent {
  private static let shown: [OrderContent.Tab] = [.summary, .history, .visits]

  private var content: OrderContent

  init(_ order: WorkOrder.ID, _ model: Model) { content = OrderContent(order, model) }

  var name: String { content.name }
  var subject: WorkOrder.ID? { content.subject }
  var tabs: [String] { Self.shown.map { content.tabs[$0.rawValue] } }
  var contexts: [String] { KeyContexts.boardWindow }

  func titles(_ model: Model) -> [String] { content.titles(model).map { masked($0, model) } }
  func questions(_ model: Model) -> [Effect] { content.questions(model) }
  mutating func take(_ answer: Answer) { content.take(answer) }

  func lines(_ tab: Int, _ model: Model, width: Int) -> [PageLine] {
    content.lines(Self.shown[tab].rawValue, model, width: width).compactMap { line in
      if case .secret = line.target { return nil }
      var line = line
      line.parts = line.parts.map { PageLine.Part(masked($0.text, model), $0.style) }
      line.target = nil
      line.field = nil
      return line
    }
  }

  private func masked(_ text: String, _ model: Model) -> String {
    model.shownOnFace(text, of: content.order(model))
  }
}
