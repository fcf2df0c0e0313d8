import Crypto
public import Domain
import Synchronization

/// Takes the words about people out of an entry while it is encoded; what it took is then written beside it.
///
/// The salt is as random as a key and goes with the words: once both are erased nobody can find the words
/// again by trying all telephone numbers.
public final class WritingVault: PersonalVault {
  public init() {}

  private let taken = Mutex<[PersonalWords]>([])

  /// What was erased is no words of anybody: nothing is kept of it.
  public func keep(_ text: PersonalText) -> Domain.Digest {
    if text.words == PersonalText.erased { return .zero }
    return taken.withLock { taken in
      if let known = taken.first(where: { $0.id == text.id && $0.words == text.words }) { return known.hash }
      let salt = SymmetricKey(size: .bits128).withUnsafeBytes { Array($0) }
      let hash = saltedHash(of: text.words, id: text.id, salt: salt)
      taken.append(PersonalWords(id: text.id, hash: hash, salt: salt, words: text.words))
      return hash
    }
  }

  public func words(of id: Identifier<PersonalText>, hash: Domain.Digest) -> String? {
    taken.withLock { taken in taken.first { $0.id == id && $0.hash == hash }?.words }
  }

  /// What was taken since the last call.
  public func takeAll() -> [PersonalWords] {
    taken.withLock { taken in
      let all = taken
      taken = []
      return all
    }
  }
}

/// What stands in an entry for words about a person.
public func saltedHash(of words: String, id: Identifier<PersonalText>, salt: [UInt8]) -> Domain.Digest {
  var hash = SHA256()
  hash.update(data: salt)
  hash.update(data: id.bytes)
  hash.update(data: Array(words.utf8))
  return Domain.Digest(hash.finalize())
}
