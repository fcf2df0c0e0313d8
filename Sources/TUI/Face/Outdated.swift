import Domain
import Verbs

/// Since when what is shown is not what is, and why.
struct Outdated: Hashable, Sendable {
  let since: Timestamp
  let why: String
}

extension Model {
  /// The file could not be read, or can be again.
  mutating func noteReading(_ failure: Failure?) {
    guard let failure else {
      unread = nil
      versions.header &+= 1
      return
    }
    unread = Outdated(since: unread?.since ?? now, why: Sentences.short(failure))
    versions.header &+= 1
  }

  /// How the console stands with its office, from now on.
  mutating func noteLink(_ link: Link) {
    if case .office(.stopped, _) = link {
      parted = parted ?? now
    } else {
      parted = nil
    }
    self.link = link
    versions.header &+= 1
  }

  /// Whether what is shown ages by seconds: a wall says so from half a minute on, and not with the turn of the minute.
  public var agesBySeconds: Bool {
    guard case .wall = face else { return false }
    if unread != nil { return true }
    switch link {
    case .office(.offline, _), .office(.stopped, _): return true
    case .office(.live, _), .office(.behind, _), .office(.full, _), .local, .notSaving: return false
    }
  }

  /// Since when what is shown may have been passed by; nil while it is what is, as far as is known.
  ///
  /// A line that was lost half a minute ago may be back in the next one.
  var outdated: Outdated? {
    if let unread { return unread }
    switch link {
    case .local, .notSaving, .office(.live, _), .office(.behind, _), .office(.full, _): return nil
    case .office(.offline(let since), _):
      return now - since < .seconds(30) ? nil : Outdated(since: since, why: "no line to the office")
    case .office(.stopped(let failure), _):
      return Outdated(since: parted ?? now, why: Sentences.short(failure))
    }
  }
}
