import Exchange

/// Why a file cannot be imported at all, in words.
enum ImportWords {
  static func sentence(_ error: ExchangeError, file: String) -> String {
    switch error {
    case .unknownEncoding(let name):
      "\(file) not read: the system knows no encoding \"\(name)\". utf-8 or windows-1252 are."
    case .delimiter(let text): "\(file) not read: \"\(text)\" is no delimiter; one ASCII character is."
    case .noHeader: "\(file) not read: it has no header line."
    case .noColumn(let name, let nearest):
      "\(file) not read: it has no column \"\(name)\"\(nearest.first.map { "; \"\($0)\" is the nearest" } ?? "")."
    case .unclosedQuote(let line): "\(file) not read past line \(line): a quote opens there and never closes."
    case .notJSON(let line): "\(file) not read: line \(line) is no JSON."
    case .field(let path, let fault): "\(file) not read: \(path) \(words(fault))."
    case .rowTooLarge(let line, let limit):
      "\(file) not read past line \(line): the row is over \(limit) bytes."
    }
  }

  /// What to do about refused rows that no file could take; everything else is in.
  static func refusedRowsNotKept(_ reason: String) -> String {
    "The rows that were taken are in. The refused ones are in no file (\(reason)): "
      + "import again with --refused FILE to get them."
  }

  /// What a day to plan says in vain; of many the first few.
  static func sentences(_ doubts: [FieldDoubt], file: String) -> [String] {
    let few = doubts.count <= 6 ? doubts : Array(doubts.prefix(5))
    let said = few.map { "\(file): \($0.path) \(words($0.fault)), and counts for nothing." }
    return few.count == doubts.count
      ? said : said + ["\(file): \(doubts.count - few.count) more fields count for nothing."]
  }

  private static func words(_ fault: FieldFault) -> String {
    switch fault {
    case .missing: "is missing"
    case .mustBe(let kind): "must be \(kind)"
    case .outside(let value, let allowed):
      "is \(value), and must be from \(allowed.lowerBound) to \(allowed.upperBound)"
    case .unknown(let name): "names \"\(name)\", which the problem does not have"
    case .repeated: "stands there twice"
    case .misspelt(let key): "is no field of the format; \"\(key)\" is"
    case .twice(let name): "is \"\(name)\", as another's is"
    case .reversed: "ends before it begins"
    }
  }
}
