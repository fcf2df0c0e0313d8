/// How much a call is like an open order, of which it may be a second one.
public struct Likeness: Comparable, Sendable {
  public let isSameEquipment: Bool
  private let isOtherEquipment: Bool
  private let isSameTrade: Bool
  private let common: Int
  /// Whether one of both says nothing that the other does not say.
  private let saysNoMore: Bool

  public init(_ work: LoggedWork, to order: WorkOrder) {
    isSameEquipment = work.equipment != nil && work.equipment == order.equipment
    isOtherEquipment = !isSameEquipment && work.equipment != nil && order.equipment != nil
    isSameTrade = work.trade != nil && work.trade == order.trade
    let (said, known) = (Self.words(of: work.summary), Self.words(of: order.summary))
    common = said.intersection(known).count
    saysNoMore = common > 0 && common == min(said.count, known.count)
  }

  /// The same machine, or in the same place the same trade in the same words.
  public var isVeryLikely: Bool {
    isSameEquipment || isSameTrade && saysNoMore && !isOtherEquipment
  }

  public var isNone: Bool { weight == 0 }

  /// Two words in common say more than the same equipment, which fails in more than one way.
  private var weight: Int { (isSameEquipment ? 4 : 0) + 3 * min(2, common) + (isSameTrade ? 1 : 0) }

  public static func == (left: Likeness, right: Likeness) -> Bool { left.weight == right.weight }

  public static func < (left: Likeness, right: Likeness) -> Bool { left.weight < right.weight }

  /// The words that tell something: small ones stand in every problem.
  private static func words(of text: String) -> Set<String> {
    Set(text.lowercased().split { !$0.isLetter && !$0.isNumber }.filter { $0.count > 3 }.map(String.init))
  }
}

extension Office {
  /// The newest of the open orders that a call is very likely about again.
  public func likelySame(as work: LoggedWork) -> WorkOrder? {
    var newest: WorkOrder?
    orders.forEach { order in
      guard !order.isEnded, order.id != work.id, order.number > newest?.number ?? .min,
        order.site != nil && order.site == work.site
          || order.equipment != nil && order.equipment == work.equipment
      else { return }
      let candidate = copy order
      if Likeness(work, to: candidate).isVeryLikely { newest = candidate }
    }
    return newest
  }
}
