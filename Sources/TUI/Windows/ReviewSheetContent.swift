import Domain
import Terminal
import Verbs

/// One done order as a reviewer reads it: what there is to look at, what was done, signed and sent back, then the rest.
struct ReviewSheetContent: PageContent {
  private static let shown: [OrderContent.Tab] = [.summary, .history, .visits]

  private var content: OrderContent

  init(_ order: WorkOrder.ID, _ model: Model) { content = OrderContent(order, model) }

  var name: String { "Review \(content.name)" }
  var subject: WorkOrder.ID? { content.subject }
  var tabs: [String] { Self.shown.map { $0 == .summary ? "Review" : content.tabs[$0.rawValue] } }
  var contexts: [String] { KeyContexts.reviewSheet }
  var hints: [(action: String, words: String)] {
    [(ApproveVerb.name, "right, close it"), (ReworkVerb.name, "send it back")]
  }

  func titles(_ model: Model) -> [String] {
    content.titles(model).map { model.shownOnFace($0, of: content.order(model)) }
  }
  func questions(_ model: Model) -> [Effect] { content.questions(model) }
  mutating func take(_ answer: Answer) { content.take(answer) }

  func lines(_ tab: Int, _ model: Model, width: Int) -> [PageLine] {
    let order = content.order(model)
    let first = Self.shown[tab] == .summary ? order.map { reportLines($0, model, width: width) } ?? [] : []
    return (first + content.lines(Self.shown[tab].rawValue, model, width: width)).compactMap { line in
      if case .secret = line.target { return nil }
      var line = line
      line.parts = line.parts.map { PageLine.Part(model.shownOnFace($0.text, of: order), $0.style) }
      line.target = nil
      line.field = nil
      return line
    }
  }

  private func reportLines(_ order: WorkOrder, _ model: Model, width: Int) -> [PageLine] {
    let remarks = model.wording.remarks(on: order)
    var lines = PageLine.fact(
      "Look at", remarks.joined(separator: " · "), width: width, .slaAtRisk)
    lines += PageLine.fact(
      "Done by",
      order.doneAt.map { "\(model.technicianName(order.doneBy) ?? "nobody"), \(model.words($0))" },
      width: width)
    if let report = order.report { lines += OrderContent.lines(of: report, model, width: width) }
    for rework in order.reworks {
      lines += PageLine.fact(
        "Sent back", "\(model.words(rework.at)) \(model.name(of: rework.by)): \(rework.reason)", width: width,
        .resultWarning)
    }
    return lines + [.heading("The order")]
  }
}

extension Model {
  /// A text of an order as this face may show it: what everybody in a room can read has no numbers and codes.
  func shownOnFace(_ text: String, of order: WorkOrder?) -> String {
    face.isConsole
      ? text
      : Masked.numbers(in: Wording.withoutCodes(text), and: office.site(order?.site)?.details[.accessCode])
  }
}
