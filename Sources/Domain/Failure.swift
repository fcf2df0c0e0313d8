/// What broke outside the rules: the disk, the file, the terminal. Each room translates its own errors into it.
public struct Failure: Error, Hashable, Sendable {
  public enum Code: String, Hashable, Sendable, CaseIterable {
    case officeExists, noOffice, cannotOpen, cannotRead, cannotWrite, diskFull, readOnly, busy
    case damaged, newerFile, exposedFile, ledgerBroken, clockMismatch, noTerminal
    case realOffice, otherDay, beingPlayed
    case fileGone, notAnOffice, fileExists
    // Joined consoles and their office.
    case joined, notJoined, parted, unreachable, officeCannotWrite, turnedAway
    /// A file that is to join was not let in, or nobody answered.
    case notLetIn, codeNotTaken, tooManyConsoles
    case cannotListen, unknownAccount, cannotConfine
    /// What was asked for happened before what this console took over from its office.
    case earlierHistory
    case badCertificate, certificateExpired, certificateOtherHost, certificateUntrusted
  }

  public let code: Code
  /// What it happened to, such as a file's name.
  public let subject: String
  /// The evidence: the system's or the database's own words.
  public let detail: String

  /// Whether what was to be written may be there all the same, because the file could not be asked afterwards.
  public private(set) var isUncertain = false

  /// The same, where nobody can say whether it was written.
  public var uncertain: Failure {
    var doubtful = self
    doubtful.isUncertain = true
    return doubtful
  }

  public init(_ code: Code, subject: String, detail: String) {
    self.code = code
    self.subject = subject
    self.detail = detail
  }
}
