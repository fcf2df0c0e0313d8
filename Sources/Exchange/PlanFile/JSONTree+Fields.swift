/// Reads fields out of a tree; what is wrong is thrown with the field's name, and each level puts its own before it.
extension JSONTree {
  func needed(_ key: String) throws(ExchangeError) -> JSONTree {
    guard let value = self[key] else { throw .field(key, .missing) }
    return value
  }

  func integer(_ key: String) throws(ExchangeError) -> Int {
    guard let value = try needed(key).whole else { throw .field(key, .mustBe("a whole number")) }
    return value
  }

  func integer(_ key: String, unless other: Int) throws(ExchangeError) -> Int {
    self[key] == nil ? other : try integer(key)
  }

  /// Seconds since midnight, within two weeks of it.
  func instant(
    _ key: String, unless other: Int? = nil, from first: Int = -14 * 86_400
  ) throws(ExchangeError) -> Int {
    if let other, self[key] == nil { return other }
    let instant = try integer(key)
    let allowed = first...14 * 86_400
    guard allowed.contains(instant) else { throw .field(key, .outside(instant, allowed)) }
    return instant
  }

  func number(_ key: String) throws(ExchangeError) -> Double {
    switch try needed(key) {
    case .integer(let value): return Double(value)
    case .double(let value): return value
    case .null, .bool, .string, .array, .object: throw .field(key, .mustBe("a number"))
    }
  }

  func text(_ key: String) throws(ExchangeError) -> String {
    guard case .string(let value) = try needed(key) else { throw .field(key, .mustBe("text")) }
    return value
  }

  func list(_ key: String) throws(ExchangeError) -> [JSONTree] {
    guard case .array(let values) = try needed(key) else { throw .field(key, .mustBe("a list")) }
    return values
  }

  func members(_ key: String) throws(ExchangeError) -> [Member] {
    guard case .object(let members) = try needed(key) else { throw .field(key, .mustBe("an object")) }
    return members
  }

  func integers(_ key: String) throws(ExchangeError) -> [Int] {
    var numbers: [Int] = []
    for (index, value) in try list(key).enumerated() {
      guard let number = value.whole else { throw .field("\(key)[\(index)]", .mustBe("a whole number")) }
      numbers.append(number)
    }
    return numbers
  }

  /// Two instants, the first not after the second unless `isOrdered` is false.
  func span(_ key: String, isOrdered: Bool = true) throws(ExchangeError) -> (Int, Int) {
    let pair = try integers(key)
    guard pair.count == 2 else { throw .field(key, .mustBe("two whole numbers")) }
    guard !isOrdered || pair[0] <= pair[1] else { throw .field(key, .reversed) }
    return (pair[0], pair[1])
  }

  /// A whole number, also where a file writes it with a fraction of nought.
  var whole: Int? {
    switch self {
    case .integer(let value): value
    case .double(let value): Int(exactly: value)
    case .null, .bool, .string, .array, .object: nil
    }
  }
}

extension ExchangeError {
  /// The same, one level further out.
  func under(_ path: @autoclosure () -> String) -> ExchangeError {
    if case .field(let inner, let fault) = self { return .field(path() + "." + inner, fault) }
    return self
  }
}
