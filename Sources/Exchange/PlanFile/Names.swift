/// Names and the numbers that they have in a problem.
struct Names {
  let all: [String]
  let index: [String: Int]

  /// The ids of a list, each of which must have its own.
  init(ids list: [JSONTree], _ key: String) throws(ExchangeError) {
    var all: [String] = []
    var index: [String: Int] = [:]
    for (position, one) in list.enumerated() {
      let path = "\(key)[\(position)]"
      let id: String
      do { id = try one.text("id") } catch { throw error.under(path) }
      guard !id.isEmpty else { throw .field("\(path).id", .mustBe("a name that is not empty")) }
      guard index.updateValue(position, forKey: id) == nil else { throw .field("\(path).id", .twice(id)) }
      all.append(id)
    }
    (self.all, self.index) = (all, index)
  }

  /// Every key of some objects, in the alphabet's order.
  init(keys objects: [JSONTree?]) {
    var found: Set<String> = []
    for case .object(let members) in objects { for member in members { found.insert(member.key) } }
    all = found.sorted()
    index = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1, $0) })
  }
}
