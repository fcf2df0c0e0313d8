// Each of these writes one whole value.
extension CompactWriter {
  func write(_ value: Bool) { append(value ? CompactSimple.yes : CompactSimple.no) }

  func writeNull() { append(CompactSimple.null) }

  func write<Number: FixedWidthInteger>(_ value: Number) {
    if value >= 0 {
      head(CompactKind.unsigned, UInt64(truncatingIfNeeded: value))
    } else {
      head(CompactKind.negative, UInt64(truncatingIfNeeded: ~value))
    }
  }

  /// Equal numbers are equal bytes: there is one zero and one not-a-number.
  func write(_ value: Double) {
    let plain = value == 0 ? 0 : value.isNaN ? Double.nan : value
    let short = Float(plain)
    if Double(short).bitPattern == plain.bitPattern {
      append(CompactSimple.float)
      bigEndian(UInt64(short.bitPattern), 4)
    } else {
      append(CompactSimple.double)
      bigEndian(plain.bitPattern, 8)
    }
  }

  func write(_ value: String) {
    var text = value
    text.withUTF8 { utf8 in
      guard utf8.count >= 2, utf8.count <= CompactLimit.interned.upperBound else { return writeText(utf8) }
      let hash = CompactNameIndex.hash(utf8)
      if let name = names.code(of: utf8, hash: hash), name < valueNameCount {
        append(CompactSimple.name)
        code(name)
      } else {
        writeTextOnce(utf8, hash: hash)
      }
    }
  }

  func writeIdentifier(_ high: UInt64, _ low: UInt64) {
    claimValue()
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 16) { scratch in
      for index in 0..<8 {
        scratch[index] = UInt8(truncatingIfNeeded: high >> UInt64(56 - index * 8))
        scratch[index + 8] = UInt8(truncatingIfNeeded: low >> UInt64(56 - index * 8))
      }
      let bytes = UnsafeBufferPointer(scratch)
      let hash = (high ^ (low &* 0x9E37_79B9_7F4A_7C15)) | 1
      if let place = reference(bytes, hash: hash, isText: false) {
        head(CompactKind.reference, UInt64(place))
      } else {
        append(CompactSimple.identifier)
        append(bytes)
      }
    }
  }

  func writeRawBytes(_ bytes: [UInt8]) {
    claimValue()
    head(CompactKind.bytes, UInt64(bytes.count))
    bytes.withUnsafeBufferPointer { append($0) }
  }

  /// A field's name. Data that serves as a key uses only the names that every console knows.
  func writeKey(_ value: String, isData: Bool = false) {
    var text = value
    text.withUTF8 { writeKey($0, isData: isData) }
  }

  func writeKey(_ utf8: UnsafeBufferPointer<UInt8>, isData: Bool = false) {
    let hash = CompactNameIndex.hash(utf8)
    if let name = names.code(of: utf8, hash: hash), name < (isData ? valueNameCount : nameCount) {
      code(name)
    } else {
      append(CompactLimit.textKey)
      CompactLimit.interned.contains(utf8.count) ? writeTextOnce(utf8, hash: hash) : writeText(utf8)
    }
  }

  private func writeTextOnce(_ utf8: UnsafeBufferPointer<UInt8>, hash: UInt64) {
    guard CompactLimit.interned.contains(utf8.count) else { return writeText(utf8) }
    if let place = reference(utf8, hash: hash, isText: true) {
      head(CompactKind.reference, UInt64(place))
    } else {
      writeText(utf8)
    }
  }

  private func writeText(_ utf8: UnsafeBufferPointer<UInt8>) {
    head(CompactKind.text, UInt64(utf8.count))
    append(utf8)
  }
}
