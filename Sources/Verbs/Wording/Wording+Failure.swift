public import Domain

extension Wording {
  /// What broke outside the rules: what happened, what was done about it, what can be done.
  public static func failure(_ failure: Failure) -> Sentence {
    if failure.isUncertain { return doubt(failure) }
    let screen = said(failure.code, failure.subject.clipped(34), failure.detail.clipped(60))
    let whole = said(failure.code, failure.subject, failure.detail)
    return Sentence(screen.fact, remedy: screen.remedy, whole: whole.text)
  }

  /// It may have been written, and the file cannot be asked: whoever does it again may do it twice.
  private static func doubt(_ failure: Failure) -> Sentence {
    let cause = failure.code == .diskFull ? "the disk is full" : failure.detail.clipped(40)
    return Sentence(
      "Nobody can say whether this is saved: \(cause).", remedy: "Look for it before you do it again.")
  }

  private static func said(_ code: Failure.Code, _ subject: String, _ detail: String) -> Sentence {
    let evidence = detail.isEmpty ? "" : " (\(detail))"
    return Sentence(fact(code, subject, detail, evidence), remedy: remedy(code, subject, detail, evidence))
  }

  private static func fact(
    _ code: Failure.Code, _ subject: String, _ detail: String, _ evidence: String
  ) -> String {
    switch code {
    case .officeExists, .fileExists: "\(subject) is there already; nothing was written."
    case .noOffice: "No office in \(subject) yet."
    case .cannotOpen: "\(subject) cannot be opened; nothing was changed."
    case .cannotRead: "\(subject) cannot be read; nothing was changed."
    case .cannotWrite: "\(subject) cannot be written; nothing was lost."
    case .diskFull: "Not saved: the disk under \(subject) is full."
    case .readOnly: "Not saved: \(subject) may only be read."
    case .busy: "\(subject) is busy; nothing was changed."
    case .damaged: "\(subject) is damaged and was left as it is\(evidence.isEmpty ? "" : ".")"
    case .newerFile: "\(subject) is from a newer callout and was left as it is."
    case .exposedFile: "\(subject) can be read by others, so it was not opened."
    case .ledgerBroken: "The ledger in \(subject) does not fit together; nothing was changed."
    case .clockMismatch: "\(subject) keeps the real time; CALLOUT_NOW was not written to it."
    case .realOffice: "\(subject) is a real office; nothing was played into it."
    case .otherDay: "\(subject) plays another day; nothing was changed."
    case .beingPlayed: "\(subject) is being played already."
    case .fileGone: "Not saved: \(subject) was removed or replaced."
    case .notAnOffice: "\(subject) is no office and was left as it is\(evidence)."
    case .joined: "Not done here: this console has joined an office."
    case .notJoined: "\(subject) has joined no office."
    case .parted: "The office's ledger is not the one that \(subject) knows; nothing was changed\(evidence)."
    case .unreachable: "The office does not answer at \(subject)\(evidence)."
    case .notLetIn: "Not joined: the office does not answer at \(subject)\(evidence)."
    case .codeNotTaken: "Not joined: the office at \(subject) does not take this code."
    case .tooManyConsoles:
      "The office at \(subject) lets no more consoles of one person in today without a code."
    case .officeCannotWrite: "The office at \(subject) takes nothing in: its disk may be full."
    case .turnedAway: "The office does not know this console\(evidence)."
    case .cannotListen: "Nobody can be served at \(subject)\(evidence)."
    case .unknownAccount: "The account \(subject) is nobody's in that office\(evidence)."
    case .earlierHistory: "What this console knows begins at \(detail); what was before is at the office."
    case .badCertificate: "\(subject) cannot be used to encrypt: \(detail)."
    case .certificateExpired:
      "The certificate of \(subject) is not valid today (\(detail)); nothing was sent."
    case .certificateOtherHost: "The certificate at \(subject) is for another name; nothing was sent."
    case .certificateUntrusted:
      "The certificate at \(subject) is signed by nobody known here; nothing was sent."
    case .cannotConfine:
      "This session does not begin: nothing here keeps it from starting programs\(evidence)."
    case .noTerminal: "The console needs a terminal."
    }
  }

  private static func remedy(
    _ code: Failure.Code, _ subject: String, _ detail: String, _ evidence: String
  ) -> String {
    switch code {
    case .officeExists: "Name another file."
    case .fileExists: "Name another file, or add --force to replace it."
    case .noOffice: "callout init --name NAME begins one, callout demo shows one."
    case .cannotOpen, .cannotRead, .cannotWrite: "Look at its path and its rights\(evidence)."
    case .diskFull: "Free some space and do it again."
    case .readOnly: "Give yourself the right to write it."
    case .busy: "Another process writes it: do it again in a moment."
    case .damaged: "callout restore BACKUP --to FILE makes a whole one\(evidence)."
    case .newerFile: "Update this callout\(evidence)."
    case .exposedFile: "chmod 600 closes it\(evidence)."
    case .ledgerBroken: "callout check says where, a backup is whole\(evidence)."
    case .clockMismatch: "Make a file of its own for another time\(evidence)."
    case .realOffice: "--db names a file that does not exist yet: it becomes a sandbox."
    case .otherDay: "\(goingOn(with: detail)); another day takes a --db that does not exist yet."
    case .beingPlayed: "callout --db FILE opens a console on it."
    case .fileGone: "Put it back where it was, then open it again."
    case .notAnOffice:
      "--db names an office's file; where it once was one, callout restore BACKUP --to FILE makes it anew."
    case .joined: "It is done on the office's own file."
    case .notJoined: "callout join URL --code CODE makes a file that has."
    case .parted: "Keep this file, and join anew into another one."
    case .unreachable: "What was done here is kept and sent later."
    case .codeNotTaken:
      "It is mistyped, was used before or is too old: callout enrol at the office makes a new one."
    case .notLetIn: "Look at the address, and whether callout serve runs there: no file was made."
    case .tooManyConsoles:
      "callout enrol HANDLE there makes a code; callout join with --code CODE takes it, on this file too."
    case .officeCannotWrite: "Somebody has to make room there; what was done here is kept and sent then."
    case .turnedAway:
      "callout enrol there makes a new code; callout join with it on this file goes on with what waits."
    case .cannotListen: "Another process may be there: name another place, or end it."
    case .unknownAccount:
      "Whoever has it as a handle joins so; for others there is a code: callout enrol HANDLE."
    case .earlierHistory: Self.fetchesHistory
    case .badCertificate: "--tls-cert takes a certificate with its chain in PEM, --tls-key its key."
    case .certificateExpired: "It is renewed at the office; should it be right, a clock is wrong."
    case .certificateOtherHost:
      detail.isEmpty ? "Ask at the office what it is called." : "It names \(detail): use that as the address."
    case .certificateUntrusted: "Get the office's certificate from whoever runs it, and name it: --ca FILE."
    case .cannotConfine: "A kernel with seccomp does, as Debian's."
    case .noTerminal:
      "TERM says what it is, such as xterm-256color; --plain speaks in lines, and callout help lists what needs neither\(evidence)."
    }
  }

  /// A usage fault in one line, with what was probably meant.
  public static func usage(_ fault: UsageFault) -> String {
    fault.nearest.isEmpty
      ? fault.message : "\(fault.message) Nearest: \(fault.nearest.joined(separator: ", "))."
  }
}

extension Wording {
  private static let madeUp = "made-up day, seed "

  /// What a sandbox calls the day that is made up in it.
  public static func madeUpDay(seed: UInt64) -> String { "\(madeUp)\(seed)" }

  /// How a day that a sandbox plays goes on, by what it is called there.
  private static func goingOn(with day: String) -> String {
    guard day.hasPrefix(madeUp) else { return "callout replay goes on with its own, \(day.clipped(48))" }
    return "callout demo --live --seed \(day.dropFirst(madeUp.count)) goes on with its own"
  }
}
