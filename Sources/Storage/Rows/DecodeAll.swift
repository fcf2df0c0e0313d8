import Domain

/// Decodes many rows, on all processors when there are enough of them to be worth it.
func decodeAll<Value: Decodable & Hashable & Sendable>(
  _ blobs: [[UInt8]], as type: Value.Type
) throws(CompactCodingError) -> [Boxed<Value>] {
  if blobs.count < 200 { return try decodeShare(blobs[...], as: type) }
  let length = (blobs.count + 3) / 4
  let shares = SideBySide().results(of: 4) { share in
    let slice = blobs[min(blobs.count, share * length)..<min(blobs.count, (share + 1) * length)]
    return Result { () throws(CompactCodingError) in try decodeShare(slice, as: type) }
  }
  var values: [Boxed<Value>] = []
  values.reserveCapacity(blobs.count)
  for share in shares { values += try share.get() }
  return values
}

private func decodeShare<Value: Decodable & Hashable & Sendable>(
  _ blobs: ArraySlice<[UInt8]>, as type: Value.Type
) throws(CompactCodingError) -> [Boxed<Value>] {
  var values: [Boxed<Value>] = []
  values.reserveCapacity(blobs.count)
  let decoder = CompactDecoder()
  for blob in blobs { values.append(Boxed(try decoder.decode(type, from: blob))) }
  return values
}
