public import Domain

extension Objects {
  /// The panes as they were known at an instant, after an entry.
  public static func past(
    at instant: Timestamp, seq: Int, lastSeq: Int, panes: [(kind: ListKind, listing: Listing)]
  ) -> JSONValue {
    var object = JSONObject()
    object.add("at", instant.rfc3339)
    object.add("seq", seq)
    object.add("lastSeq", lastSeq)
    for pane in panes { object.add(pane.kind.rawValue, pane.listing.rows.map(\.json)) }
    return object.value
  }
}
