/// Why a file cannot be read at all; a single bad row is never one of these.
public enum ExchangeError: Error, Hashable, Sendable {
  /// An encoding that the system's iconv does not know.
  case unknownEncoding(String)
  /// A delimiter that is no single ASCII character.
  case delimiter(String)
  /// The file has no header line.
  case noHeader
  /// A column that the map reads and the header lacks, with the header's nearest names.
  case noColumn(String, nearest: [String])
  /// The file ends inside a quote that was opened on this line.
  case unclosedQuote(line: Int)
  /// A file that is no JSON from this line on.
  case notJSON(line: Int)
  /// A field of a plan file by its path, such as `jobs[3].windows[0]`.
  case field(String, FieldFault)
  /// A row past the limits, with the line on which it begins.
  case rowTooLarge(line: Int, limitBytes: Int)
}
