public import Domain

extension Objects {
  /// What a command came to. `state` is `confirmed` where the authority has decided, else `pending`.
  public static func result(
    verb: String, orders: [Int], isConfirmed: Bool, events: [Event], message: String, warnings: [String]
  ) -> JSONValue {
    var object = JSONObject()
    object.add("ok", true)
    object.add("verb", Wording.word(of: verb))
    object.add("orders", orders.map { JSONValue($0) })
    object.add("state", isConfirmed ? "confirmed" : "pending")
    object.add("events", events.map { JSONValue($0.name) })
    object.add("message", message)
    object.add("warnings", warnings.map { JSONValue($0) })
    return object.value
  }

  /// What a dry run found: the same, with nothing written.
  public static func dryRun(
    verb: String, orders: [Int], events: [Event], message: String, warnings: [String],
    previews: [MovePreview] = [], in office: Office
  ) -> JSONValue {
    guard
      case .object(let members) = result(
        verb: verb, orders: orders, isConfirmed: false, events: events, message: message, warnings: warnings)
    else { return .null }
    let dry = members.map { $0.key == "state" ? .init("state", "dryRun") : $0 }
    guard !previews.isEmpty else { return .object(dry) }
    return .object(dry + [.init("previews", .array(previews.map { preview($0, in: office) }))])
  }

  public static func refusal(_ refusal: Refusal, message: String) -> JSONValue {
    var inner = JSONObject()
    inner.add("code", refusal.code)
    inner.add("message", message)
    inner.add("detail", detail(refusal))
    return .object([.init("ok", false), .init("refusal", inner.value)])
  }

  /// What the office has refused, with the code of its own refusal.
  public static func rejected(_ conflict: Conflict, message: String) -> JSONValue {
    var detail = JSONObject()
    detail.add("conflict", conflict.id.description)
    detail.add("code", conflict.refusal.code)
    var inner = JSONObject()
    inner.add("code", "officeRejected")
    inner.add("message", message)
    inner.add("detail", detail.value)
    return .object([.init("ok", false), .init("refusal", inner.value)])
  }

  public static func usage(_ fault: UsageFault) -> JSONValue {
    var inner = JSONObject()
    inner.add("message", fault.message)
    inner.add("word", fault.word)
    inner.add("nearest", fault.nearest.map { JSONValue($0) })
    return .object([.init("ok", false), .init("usage", inner.value)])
  }

  public static func failure(_ failure: Failure) -> JSONValue {
    var inner = JSONObject()
    inner.add("code", failure.code.rawValue)
    inner.add("message", Wording.failure(failure).text)
    if failure.isUncertain { inner.add("uncertain", true) }
    return .object([.init("ok", false), .init("failure", inner.value)])
  }

  public static func check(_ report: CheckReport) -> JSONValue {
    var object = JSONObject()
    object.add("ok", report.problems.isEmpty)
    object.add("entries", report.entries)
    object.add("head", report.head.description)
    object.add("digest", report.digest.description)
    object.add("problems", report.problems.map { JSONValue($0) })
    if report.awaited > 0 { object.add("awaited", report.awaited) }
    if let takenOver = report.takenOver { object.add("takenOver", self.takenOver(takenOver)) }
    return object.value
  }

  /// What was taken over from the office and not folded here.
  private static func takenOver(_ report: TakenOverReport) -> JSONValue {
    var object = JSONObject()
    object.add("through", report.through)
    object.add("recordedAt", report.recordedAt.rfc3339)
    object.add("missing", report.missing)
    object.add("endedSince", report.hasAllOrders ? nil : report.endedSince.rfc3339)
    object.add("orders", report.orders)
    if !report.isWhole { object.add("rest", report.rest?.rawValue) }
    return object.value
  }

  /// What an import came to.
  public static func importReport(_ report: ImportReport) -> JSONValue {
    var object = JSONObject()
    object.add("ok", true)
    object.add("read", report.read)
    object.add("created", report.created)
    object.add("updated", report.updated)
    object.add("skipped", report.skipped)
    object.add("refused", report.refused)
    object.add("flagged", report.flagged)
    let reasons = report.reasons.sorted { $0.key < $1.key }
    object.add("reasons", .object(reasons.map { JSONValue.Member($0.key, JSONValue($0.value)) }))
    object.add("refusedFile", report.refusedFile)
    return object.value
  }

  public static func health(
    _ report: HealthReport, versions: [(String, String)], in office: Office, at now: Timestamp
  ) -> JSONValue {
    var object = JSONObject()
    object.add("ok", true)
    object.add("databaseBytes", report.databaseBytes)
    object.add("freeBytes", report.freeBytes)
    object.add("entries", report.entries)
    object.add("openOrders", report.openOrders)
    object.add("allOrders", report.allOrders)
    object.add("link", report.joined != nil ? "joined" : report.consoles > 0 ? "office" : "alone")
    object.add("consoles", report.consoles)
    object.add("office", report.joined?.address)
    object.add("console", report.joined?.console?.description)
    if let joined = report.joined { object.add("turnedAway", joined.isTurnedAway) }
    object.add("lastSyncAt", report.joined?.lastSyncAt?.rfc3339)
    object.add("lagSeconds", report.joined?.lastSyncAt.map { Int((now - $0).seconds) } ?? 0)
    object.add("pending", report.joined?.waiting ?? 0)
    object.add("conflicts", office.openConflicts.count)
    if let takenOver = report.joined?.takenOver { object.add("takenOver", self.takenOver(takenOver)) }
    if let skew = report.joined?.clockSkew { object.add("clockSkewSeconds", Int(skew.seconds)) }
    if let broken = report.joined?.brokenWord { object.add("brokenWord", broken.entry) }
    object.add("lastBackupAt", report.lastBackupAt?.rfc3339)
    object.add("schemaVersion", report.schemaVersion)
    object.add("versions", .object(versions.map { JSONValue.Member($0.0, .string($0.1)) }))
    return object.value
  }

  public static func may(_ answer: MayAnswer) -> JSONValue {
    var object = JSONObject()
    object.add("ok", true)
    object.add("allowed", answer.reason == nil)
    object.add("reason", answer.reason)
    return object.value
  }

  /// A setting in force and where it came from.
  public static func setting(_ name: String, _ value: String, from source: String) -> JSONValue {
    .object([.init("name", .string(name)), .init("value", .string(value)), .init("source", .string(source))])
  }

  /// A theme that may be named, and what names it where it is the one in force.
  public static func theme(_ name: String, chosenBy source: String?) -> JSONValue {
    var object = JSONObject()
    object.add("name", name)
    object.add("source", source)
    return object.value
  }

  /// One found order.
  public static func hit(_ hit: SearchHit) -> JSONValue {
    var object = JSONObject()
    object.add("number", hit.number)
    object.add("id", hit.id.description)
    object.add("open", hit.isOpen)
    object.add("createdAt", hit.receivedAt.rfc3339)
    object.add("summary", hit.summary)
    object.add("site", hit.siteName)
    object.add("excerpt", hit.excerpt)
    return object.value
  }
}

extension Objects {
  /// What became of a recorded day's lines: read = applied + skipped + refused; the flagged are applied.
  public static func played(_ counts: PlayedCounts) -> JSONValue {
    var object = JSONObject()
    object.add("ok", true)
    object.add("read", counts.read)
    object.add("applied", counts.applied)
    object.add("flagged", counts.flagged)
    object.add("skipped", counts.skipped)
    object.add("refused", counts.refused)
    return object.value
  }
}
