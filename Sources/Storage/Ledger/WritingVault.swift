import Crypto
import Domain
import Synchronization

/// Takes the words about people out of an entry while it is encoded; what it took is then written beside it.
///
/// The salt is as random as a key and goes with the words: once both are erased nobody can find the words
/// again by trying all telephone numbers.
final class WritingVault: PersonalVault {
  struct Taken: Sendable {
    let text: PersonalText
    let salt: [UInt8]
    let hash: Domain.Digest
  }

  private let taken = Mutex<[Taken]>([])

  func keep(_ text: PersonalText) -> Domain.Digest {
    taken.withLock { taken in
      if let known = taken.first(where: { $0.text == text }) { return known.hash }
      let salt = SymmetricKey(size: .bits128).withUnsafeBytes { Array($0) }
      let hash = saltedHash(of: text.words, id: text.id, salt: salt)
      taken.append(Taken(text: text, salt: salt, hash: hash))
      return hash
    }
  }

  func words(of id: Identifier<PersonalText>, hash: Domain.Digest) -> String? {
    taken.withLock { taken in taken.first { $0.text.id == id && $0.hash == hash }?.text.words }
  }

  /// What was taken since the last call.
  func takeAll() -> [Taken] {
    taken.withLock { taken in
      let all = taken
      taken = []
      return all
    }
  }
}

/// What stands in an entry for words about a person.
func saltedHash(of words: String, id: Identifier<PersonalText>, salt: [UInt8]) -> Domain.Digest {
  var hash = SHA256()
  hash.update(data: salt)
  hash.update(data: id.bytes)
  hash.update(data: Array(words.utf8))
  return Domain.Digest(hash.finalize())
}
