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
    case .rowTooLarge(let line, let limit):
      "\(file) not read past line \(line): the row is over \(limit) bytes."
    }
  }
}
