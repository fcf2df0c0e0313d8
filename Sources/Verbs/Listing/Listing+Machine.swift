extension Listing {
  /// The rows for another program: the columns are the keys of the objects, those inside a key with a point between
  /// them; instants, lengths and numbers stand as in JSON. What has no value in any row has its column all the same,
  /// so that a script finds each by its name.
  public var machine: (header: [String], rows: [[String]]) {
    var header = keys
    var known = Set(keys)
    let flat = rows.map { row in
      var cells: [String: String] = [:]
      row.json.flatten(into: &cells) { key in if known.insert(key).inserted { header.append(key) } }
      return cells
    }
    return (header, flat.map { cells in header.map { cells[$0] ?? "" } })
  }
}

extension JSONValue {
  fileprivate func flatten(
    _ key: String = "", into cells: inout [String: String], _ meet: (String) -> Void
  ) {
    if case .object(let members) = self {
      for member in members {
        member.value.flatten(key.isEmpty ? member.key : "\(key).\(member.key)", into: &cells, meet)
      }
    } else {
      meet(key)
      cells[key] = cell
    }
  }

  private var cell: String {
    switch self {
    case .null: ""
    case .string(let text): text
    case .array(let values):
      values.contains(where: \.isNested) ? text : values.map(\.cell).joined(separator: " ")
    case .bool, .integer, .double, .object: text
    }
  }

  private var isNested: Bool {
    switch self {
    case .array, .object: true
    case .null, .bool, .integer, .double, .string: false
    }
  }
}
