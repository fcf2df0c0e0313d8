/// What happens to orders is nearly all that happens, and reads itself; the rest keeps the compiler's coding.
extension Event: CompactReadable {
  public init(_ node: CompactNode) throws(CompactCodingError) {
    guard let order = try node.fields().node("workOrder") else {
      try self.init(asCompiled: node)
      return
    }
    let fields = try order.fields()
    self = .workOrder(try fields._0, try fields._1)
  }
}

/// The many: a ledger that began with an import is made of them.
extension WorkOrderEvent: CompactReadable {
  public init(_ node: CompactNode) throws(CompactCodingError) {
    let fields = try node.fields()
    if let imported = fields.node("imported") {
      self = .imported(try imported.fields()._0)
    } else if let logged = fields.node("logged") {
      self = .logged(try logged.fields()._0)
    } else {
      try self.init(asCompiled: node)
    }
  }
}
