public import Domain

/// What an office has once, each under its name in the compact encoding. The next number is written with the running
/// day.
public enum OfficeFacts {
  private struct RunningDay: Codable {
    let nextNumber: Int
    let dayOpenedAt: Timestamp
    let deskOpenedAt: Timestamp?
    let keptFrom: Timestamp?
  }

  public static func of(_ office: Office) throws(CompactCodingError) -> [(name: String, value: [UInt8])] {
    let encoder = CompactEncoder()
    return [
      ("profile", try encoder.encode(office.profile)), ("limits", try encoder.encode(office.limits)),
      ("trades", try encoder.encode(office.trades)), ("onCall", try encoder.encode(office.onCall)),
      ("templates", try encoder.encode(office.templates)),
      ("sendingRules", try encoder.encode(office.sendingRules)),
      ("handover", try encoder.encode(office.handover)), ("conflicts", try encoder.encode(office.conflicts)),
      ("leases", try encoder.encode(office.leases)),
      ("consoles", try encoder.encode(office.consoles)),
      ("unheeded", try encoder.encode(office.unheeded)),
      ("copiedConsoles", try encoder.encode(office.copiedConsoles)),
      (
        "day",
        try encoder.encode(
          RunningDay(
            nextNumber: office.nextNumber, dayOpenedAt: office.dayOpenedAt,
            deskOpenedAt: office.deskOpenedAt, keptFrom: office.keptFrom)
        )
      )
    ]
  }

  /// Reads those that are there; `fact` finds one by its name.
  public static func read(
    into office: inout Office, _ fact: (String) throws -> [UInt8]?
  ) throws {
    func read<Value: Decodable>(_ name: String, _ type: Value.Type, _ keep: (Value) -> Void) throws {
      guard let bytes = try fact(name) else { return }
      keep(try CompactDecoder().decode(type, from: bytes))
    }
    try read("profile", OfficeProfile.self) { office.profile = $0 }
    try read("limits", Limits.self) { office.limits = $0 }
    try read("trades", Taxonomy.self) { office.trades = $0 }
    try read("onCall", [OnCallTurn].self) { office.onCall = $0 }
    try read("templates", [MessageTemplate].self) { office.templates = $0 }
    try read("sendingRules", [SendingRule].self) { office.sendingRules = $0 }
    try read("handover", Handover.self) { office.handover = $0 }
    try read("conflicts", [Conflict].self) { office.conflicts = $0 }
    try read("leases", [NumberLease].self) { office.leases = $0 }
    try read("consoles", [KnownConsole].self) { office.consoles = $0 }
    try read("unheeded", [UnheededStep].self) { office.unheeded = $0 }
    try read("copiedConsoles", [CopiedConsole].self) { office.copiedConsoles = $0 }
    try read("day", RunningDay.self) { day in
      office.nextNumber = 0
      office.goOn(after: max(day.nextNumber, 1) - 1)
      office.dayOpenedAt = day.dayOpenedAt
      office.deskOpenedAt = day.deskOpenedAt
      office.keptFrom = day.keptFrom
    }
  }
}
