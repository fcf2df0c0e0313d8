/// Why a value could not be written compactly, or bytes not be read.
public enum CompactCodingError: Error, Hashable, Sendable {
  /// The bytes end within a value.
  case truncated
  /// No value can start or go on like this; the place is counted in bytes from the start.
  case malformed(atByte: Int)
  /// More than 64 containers within each other.
  case tooDeep
  /// More than 64 MiB in one message.
  case tooLong
  /// The value ends before the bytes do.
  case trailingBytes(atByte: Int)
  /// A field that must be there is not; the path leads to it.
  case missing(path: [String])
  /// Something else stands where this was wanted.
  case unexpected(wanted: String, path: [String])
  /// The value cannot be written; the reason is for its programmer.
  case unencodable(String)

  /// Any error that reading or writing a type may throw, as one of ours.
  init(_ error: any Error) {
    switch error {
    case let own as CompactCodingError: self = own
    case DecodingError.keyNotFound(let key, _): self = .missing(path: [key.stringValue])
    case DecodingError.dataCorrupted(let context), DecodingError.typeMismatch(_, let context),
      DecodingError.valueNotFound(_, let context):
      self = .unexpected(wanted: context.debugDescription, path: context.codingPath.map(\.stringValue))
    case EncodingError.invalidValue(_, let context): self = .unencodable(context.debugDescription)
    default: self = .unexpected(wanted: String(describing: error), path: [])
    }
  }

  /// The same error seen from one container further out.
  func within(_ step: @autoclosure () -> String) -> CompactCodingError {
    switch self {
    case .missing(let path): .missing(path: [step()] + path)
    case .unexpected(let wanted, let path): .unexpected(wanted: wanted, path: [step()] + path)
    case .truncated, .malformed, .tooDeep, .tooLong, .trailingBytes, .unencodable: self
    }
  }
}
