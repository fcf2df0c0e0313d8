import Domain
import Foundation
import GRDB

extension Identifier {
  /// The sixteen bytes as a database value.
  var blob: Data {
    var data = Data(capacity: 16)
    withUnsafeBytes(of: high.bigEndian) { data.append(contentsOf: $0) }
    withUnsafeBytes(of: low.bigEndian) { data.append(contentsOf: $0) }
    return data
  }

  /// The id that a blob holds; nothing unless it has sixteen bytes.
  init?(blob: Data?) {
    guard let blob, blob.count == 16 else { return nil }
    let halves = blob.withUnsafeBytes { bytes in
      (
        UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self)),
        UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
      )
    }
    self.init(high: halves.0, low: halves.1)
  }
}

extension Row {
  /// A blob's bytes, none for NULL or any other type.
  func bytes(_ index: Int) -> [UInt8] {
    do {
      return try withUnsafeData(atIndex: index) { $0.map { Array($0) } ?? [] }
    } catch {
      return []
    }
  }

  /// A whole number; 0 where a damaged file has anything else.
  func integer(_ index: Int) -> Int { Int.fromDatabaseValue(self[index]) ?? 0 }

  /// A whole number, nil for NULL.
  func optionalInteger(_ index: Int) -> Int? { Int.fromDatabaseValue(self[index]) }

  /// A text, empty where a damaged file has anything else.
  func text(_ index: Int) -> String { String.fromDatabaseValue(self[index]) ?? "" }

  /// A text that was selected as `CAST(… AS BLOB)`, with all that stands behind a NUL in it.
  func wholeText(_ index: Int) -> String { String(decoding: bytes(index), as: UTF8.self) }

  /// A text, nil for NULL.
  func optionalText(_ index: Int) -> String? { String.fromDatabaseValue(self[index]) }

  /// An id from a blob.
  func identifier<Subject>(_ index: Int) -> Identifier<Subject>? {
    do {
      return try withUnsafeData(atIndex: index) { Identifier(blob: $0) }
    } catch {
      return nil
    }
  }

  /// A hash from a blob; zero, which no entry has, for anything else.
  func digest(_ index: Int) -> Digest { Digest(rawBytes: bytes(index)) ?? .zero }
}

extension [UInt8] {
  var blob: Data { Data(self) }
}

extension String {
  /// Its bytes for `CAST(? AS TEXT)`: bound as a text it would end at its first NUL. No bytes are bound as NULL.
  var blob: Data { Data(utf8) }
}
