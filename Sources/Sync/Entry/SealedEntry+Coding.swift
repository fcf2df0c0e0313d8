public import Domain

extension SealedEntry: CompactRecord {
  public init(_ fields: CompactFields) throws(CompactCodingError) {
    let head = EntryHead(
      seq: try fields.seq, submission: try fields.submission, person: try fields.person,
      console: try fields.console, count: try fields.count, at: try fields.at,
      recordedAt: try fields.recordedAt)
    let body: Bytes = try fields.body
    let personal: [PersonalWords]? = try fields.personal
    self.init(head: head, body: body.rawBytes, personal: personal ?? [], hash: try fields.hash)
  }

  public func write(_ fields: CompactFieldWriter) {
    fields.put("seq", head.seq)
    fields.put("submission", head.submission)
    fields.put("person", head.person)
    fields.put("console", head.console)
    fields.put("count", head.count)
    fields.put("at", head.at)
    fields.put("recordedAt", head.recordedAt)
    fields.put("body", Bytes(body))
    fields.put("personal", personal.isEmpty ? nil : personal)
    fields.put("hash", hash)
  }
}

extension PersonalWords: CompactRecord {
  public init(_ fields: CompactFields) throws(CompactCodingError) {
    let salt: Bytes = try fields.salt
    self.init(id: try fields.id, hash: try fields.hash, salt: salt.rawBytes, words: try fields.words)
  }

  public func write(_ fields: CompactFieldWriter) {
    fields.put("id", id)
    fields.put("hash", hash)
    fields.put("salt", Bytes(salt))
    fields.put("words", words)
  }
}
