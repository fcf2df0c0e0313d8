import Dispatch
import Domain
import Synchronization

/// Decodes many rows, on all processors when there are enough of them to be worth it.
func decodeAll<Value: Decodable & Sendable>(
  _ blobs: [[UInt8]], as type: Value.Type
) throws(CompactCodingError) -> [Value] {
  let shares = blobs.count < 200 ? 1 : 4
  if shares == 1 { return try decodeShare(blobs[...], as: type) }
  let results = Mutex<[Int: Result<[Value], CompactCodingError>]>([:])
  let length = (blobs.count + shares - 1) / shares
  DispatchQueue.concurrentPerform(iterations: shares) { share in
    let slice = blobs[min(blobs.count, share * length)..<min(blobs.count, (share + 1) * length)]
    let result: Result<[Value], CompactCodingError>
    do throws(CompactCodingError) { result = .success(try decodeShare(slice, as: type)) } catch {
      result = .failure(error)
    }
    results.withLock { $0[share] = result }
  }
  let done = results.withLock { $0 }
  var values: [Value] = []
  values.reserveCapacity(blobs.count)
  for share in 0..<shares {
    guard let result = done[share] else { continue }
    values += try result.get()
  }
  return values
}

private func decodeShare<Value: Decodable>(
  _ blobs: ArraySlice<[UInt8]>, as type: Value.Type
) throws(CompactCodingError) -> [Value] {
  var values: [Value] = []
  values.reserveCapacity(blobs.count)
  let decoder = CompactDecoder()
  for blob in blobs { values.append(try decoder.decode(type, from: blob)) }
  return values
}
