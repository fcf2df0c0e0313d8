import Domain
import OfficeServer
import Verbs

extension Secrets {
  /// From the system's randomness.
  static var fresh: Secrets {
    Secrets(
      console: { RandomIdentifiers().newID() },
      token: {
        let identifiers = RandomIdentifiers()
        let (first, second) = (identifiers.next(), identifiers.next())
        return [first.high, first.low, second.high, second.low].map {
          let digits = String($0, radix: 16)
          return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
      },
      code: {
        // Letters and digits that are not mistaken for each other.
        let letters = Array("abcdefghijkmnpqrstuvwxyz23456789")
        return String((0..<16).map { _ in letters[Int.random(in: letters.indices)] })
      })
  }
}
