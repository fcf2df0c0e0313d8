import Domain
import Verbs

extension PickPopup {
  /// What an undo came too late for: who was told, and by one digit the correction, as it will be read.
  static func correction(_ orders: [WorkOrder], _ model: Model) -> PickPopup {
    let arguments = Arguments(["order": orders.map { String($0.number) }, "text": ["correction"]])
    let words = orders.count == 1 ? "send the correction" : "send all \(orders.count) the correction"
    let pick = Pick(digit: 1, words: words, verb: MessageVerb.name, arguments: arguments)
    let numbers = orders.prefix(4).map { String($0.number) }.joined(separator: ", ")
    let title = "Undone, but told already: \(numbers)\(orders.count > 4 ? " …" : "")"
    return PickPopup(title, subject: nil, [pick]) { model, width in
      let shown: [String]
      do throws(NotSubmitted) {
        shown = try model.previews(of: model.proposal(of: MessageVerb.name, arguments))
      } catch {
        return PageLine.text(error.words, width: width, .fieldError)
      }
      let lines = shown.prefix(3).flatMap { PageLine.text($0, width: width, .fieldValue) }
      return lines + (shown.count > 3 ? [PageLine("and \(shown.count - 3) more", .dim)] : [])
    }
  }
}

extension Model {
  /// Offers what corrects the messages that an undo did not catch, unless somebody is at something else by now.
  mutating func offerCorrection(of numbers: [Int]) -> [Effect] {
    let orders = numbers.compactMap { office.order(number: $0) }
      .filter { office.canBeTold(.customer, of: $0) }
    guard past == nil, popups.isEmpty, line == nil, gate == nil, !orders.isEmpty else { return [] }
    return open(PickPopup.correction(orders, self))
  }
}
