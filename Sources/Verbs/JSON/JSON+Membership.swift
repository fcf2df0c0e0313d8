public import Domain

extension Objects {
  /// What `office start` answers.
  public static func started(_ identity: FileIdentity) -> JSONValue {
    .object([
      .init("ok", true), .init("log", JSONValue(identity.log.description)),
      .init("epoch", JSONValue(identity.epoch.description))
    ])
  }

  /// What `enrol` answers.
  public static func code(_ code: String, until: Timestamp) -> JSONValue {
    .object([
      .init("ok", true), .init("code", JSONValue(code)), .init("expiresAt", JSONValue(until.rfc3339))
    ])
  }

  /// What `join` answers.
  public static func joined(_ identity: FileIdentity, entries: Int) -> JSONValue {
    .object([
      .init("ok", true), .init("log", JSONValue(identity.log.description)),
      .init("console", JSONValue(identity.console.description)), .init("entries", JSONValue(entries))
    ])
  }

  /// What `sync --once` answers.
  public static func synced(
    pushed: Int, pulled: Int, pending: Int, conflicts: Int, filesSent: Int, filesFetched: Int
  ) -> JSONValue {
    .object([
      .init("ok", true), .init("pushed", JSONValue(pushed)), .init("pulled", JSONValue(pulled)),
      .init("pending", JSONValue(pending)), .init("conflicts", JSONValue(conflicts)),
      .init("filesSent", JSONValue(filesSent)), .init("filesFetched", JSONValue(filesFetched))
    ])
  }
}
