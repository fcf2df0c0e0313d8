/// A JSON text as it was read: numbers that are whole stay whole, objects keep their members in order.
enum JSONTree {
  case null
  case bool(Bool)
  case integer(Int)
  case double(Double)
  case string(String)
  case array([JSONTree])
  case object([Member])

  struct Member {
    let key: String
    let value: JSONTree
  }

  /// The value under a key, the last of several; nil for what is no object, lacks it or has null there.
  subscript(key: String) -> JSONTree? {
    guard case .object(let members) = self, let found = members.last(where: { $0.key == key })?.value else {
      return nil
    }
    if case .null = found { return nil }
    return found
  }
}
