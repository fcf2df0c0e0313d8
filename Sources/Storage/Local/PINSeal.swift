import Crypto
import CryptoExtras
public import Domain

/// A PIN as it is kept: a random salt and what scrypt makes of both, never the PIN.
///
/// Few digits can all be tried by whoever holds the file, only slowly: it guards a desk, not the file.
public enum PINSeal {
  /// 32 MiB and three rounds of it: about a quarter of a second on a desk's processor (RFC 7914; the costs are
  /// those that OWASP's password storage page gives as equal).
  private static let cost = Cost(rounds: 1 << 15, blockSize: 8, parallelism: 3)
  private static let length = 32

  private struct Cost {
    let rounds: Int
    let blockSize: Int
    let parallelism: Int
  }

  /// The words that stand for a PIN, with a salt of their own each time.
  public static func seal(_ pin: String) throws(Failure) -> String {
    let salt = SymmetricKey(size: .bits128).withUnsafeBytes { Array($0) }
    let key = try derived(pin, salt, cost)
    return "scrypt$\(cost.rounds)$\(cost.blockSize)$\(cost.parallelism)$\(hex(salt))$\(hex(key))"
  }

  /// Whether a PIN is the one that was sealed; false also for words that are no seal, such as erased ones.
  public static func fits(_ pin: String, _ sealed: String) throws(Failure) -> Bool {
    let parts = sealed.split(separator: "$", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 6, parts[0] == "scrypt", let rounds = Int(parts[1]), let blockSize = Int(parts[2]),
      let parallelism = Int(parts[3]), let salt = bytes(parts[4]), let wanted = bytes(parts[5]),
      wanted.count == length, (1 << 10...1 << 20).contains(rounds), rounds & (rounds - 1) == 0,
      (1...32).contains(blockSize), (1...16).contains(parallelism)
    else { return false }
    let key = try derived(
      pin, salt, Cost(rounds: rounds, blockSize: blockSize, parallelism: parallelism))
    // Every byte is looked at, so that the time says nothing.
    return key.count == wanted.count && zip(key, wanted).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }

  private static func derived(_ pin: String, _ salt: [UInt8], _ cost: Cost) throws(Failure) -> [UInt8] {
    do {
      return try KDF.Scrypt.deriveKey(
        from: Array(pin.utf8), salt: salt, outputByteCount: length, rounds: cost.rounds,
        blockSize: cost.blockSize, parallelism: cost.parallelism
      ).withUnsafeBytes { Array($0) }
    } catch {
      throw Failure(.cannotRead, subject: "PIN", detail: "\(error)")
    }
  }

  private static func hex(_ bytes: [UInt8]) -> String {
    bytes.map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }

  private static func bytes(_ text: String) -> [UInt8]? {
    let digits = Array(text.utf8)
    guard digits.count.isMultiple(of: 2) else { return nil }
    var bytes: [UInt8] = []
    for index in stride(from: 0, to: digits.count, by: 2) {
      guard let byte = UInt8(String(decoding: digits[index...index + 1], as: UTF8.self), radix: 16) else {
        return nil
      }
      bytes.append(byte)
    }
    return bytes
  }
}
