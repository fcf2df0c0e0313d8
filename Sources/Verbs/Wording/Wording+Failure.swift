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
    switch code {
    case .officeExists:
      return Sentence(
        "\(subject) is there already; nothing was written.", remedy: "Name another file.")
    case .noOffice:
      return Sentence(
        "No office in \(subject) yet.", remedy: "callout init --name NAME begins one, callout demo shows one."
      )
    case .cannotOpen:
      return Sentence(
        "\(subject) cannot be opened; nothing was changed.",
        remedy: "Look at its path and its rights\(evidence).")
    case .cannotRead:
      return Sentence(
        "\(subject) cannot be read; nothing was changed.",
        remedy: "Look at its path and its rights\(evidence).")
    case .cannotWrite:
      return Sentence(
        "\(subject) cannot be written; nothing was lost.",
        remedy: "Look at its path and its rights\(evidence).")
    case .diskFull:
      return Sentence(
        "Not saved: the disk under \(subject) is full.", remedy: "Free some space and do it again.")
    case .readOnly:
      return Sentence(
        "Not saved: \(subject) may only be read.", remedy: "Give yourself the right to write it.")
    case .busy:
      return Sentence(
        "\(subject) is busy; nothing was changed.",
        remedy: "Another process writes it: do it again in a moment.")
    case .damaged:
      return Sentence(
        "\(subject) is damaged and was left as it is\(evidence.isEmpty ? "" : ".")",
        remedy: "callout restore BACKUP --to FILE makes a whole one\(evidence).")
    case .newerFile:
      return Sentence(
        "\(subject) is from a newer callout and was left as it is.", remedy: "Update this callout\(evidence)."
      )
    case .exposedFile:
      return Sentence(
        "\(subject) can be read by others, so it was not opened.", remedy: "chmod 600 closes it\(evidence).")
    case .ledgerBroken:
      return Sentence(
        "The ledger in \(subject) does not fit together; nothing was changed.",
        remedy: "callout check says where, a backup is whole\(evidence).")
    case .clockMismatch:
      return Sentence(
        "\(subject) keeps the real time; CALLOUT_NOW was not written to it.",
        remedy: "Make a file of its own for another time\(evidence).")
    case .realOffice:
      return Sentence(
        "\(subject) is a real office; nothing was played into it.",
        remedy: "--db names a file that does not exist yet: it becomes a sandbox.")
    case .otherDay:
      return Sentence(
        "\(subject) plays another day; nothing was changed.",
        remedy: "--db names a file that does not exist yet\(evidence).")
    case .beingPlayed:
      return Sentence(
        "\(subject) is being played already.", remedy: "callout --db FILE opens a console on it.")
    case .fileGone:
      return Sentence(
        "Not saved: \(subject) was removed or replaced.",
        remedy: "Put it back where it was, then open it again.")
    case .notAnOffice:
      return Sentence(
        "\(subject) is no office and was left as it is\(evidence).",
        remedy:
          "--db names an office's file; where it once was one, callout restore BACKUP --to FILE makes it anew."
      )
    case .joined:
      return Sentence(
        "Not done here: this console has joined an office.", remedy: "It is done on the office's own file.")
    case .notJoined:
      return Sentence(
        "\(subject) has joined no office.", remedy: "callout join URL --code CODE makes a file that has.")
    case .parted:
      return Sentence(
        "The office's ledger is not the one that \(subject) knows; nothing was changed\(evidence).",
        remedy: "Keep this file, and join anew into another one.")
    case .unreachable:
      return Sentence(
        "The office does not answer at \(subject)\(evidence).",
        remedy: "What was done here is kept and sent later.")
    case .officeCannotWrite:
      return Sentence(
        "The office at \(subject) takes nothing in: its disk may be full.",
        remedy: "Somebody has to make room there; what was done here is kept and sent then.")
    case .turnedAway:
      return Sentence(
        "The office does not know this console\(evidence).",
        remedy:
          "callout enrol there makes a new code; callout join with it on this file goes on with what waits.")
    case .cannotListen:
      return Sentence(
        "Nobody can be served at \(subject)\(evidence).",
        remedy: "Another process may be there: name another place, or end it.")
    case .unknownAccount:
      return Sentence(
        "The account \(subject) is nobody's in that office\(evidence).",
        remedy:
          "Whoever has it as a handle joins so; for others there is a code: callout enrol HANDLE."
      )
    case .earlierHistory:
      return Sentence(
        "What this console knows begins at \(detail); what was before is at the office.",
        remedy: Self.fetchesHistory)
    case .badCertificate:
      return Sentence(
        "\(subject) cannot be used to encrypt: \(detail).",
        remedy: "--tls-cert takes a certificate with its chain in PEM, --tls-key its key.")
    case .certificateExpired:
      return Sentence(
        "The certificate of \(subject) is not valid today (\(detail)); nothing was sent.",
        remedy: "It is renewed at the office; should it be right, a clock is wrong.")
    case .certificateOtherHost:
      return Sentence(
        "The certificate at \(subject) is for another name; nothing was sent.",
        remedy: detail.isEmpty
          ? "Ask at the office what it is called." : "It names \(detail): use that as the address.")
    case .certificateUntrusted:
      return Sentence(
        "The certificate at \(subject) is signed by nobody known here; nothing was sent.",
        remedy: "Get the office's certificate from whoever runs it, and name it: --ca FILE.")
    case .cannotConfine:
      return Sentence(
        "This session does not begin: nothing here keeps it from starting programs\(evidence).",
        remedy: "A kernel with seccomp does, as Debian's.")
    case .noTerminal:
      return Sentence(
        "The console needs a terminal.",
        remedy:
          "TERM says what it is, such as xterm-256color; --plain speaks in lines, and callout help lists what needs neither\(evidence)."
      )
    }
  }

  /// A usage fault in one line, with what was probably meant.
  public static func usage(_ fault: UsageFault) -> String {
    fault.nearest.isEmpty
      ? fault.message : "\(fault.message) Nearest: \(fault.nearest.joined(separator: ", "))."
  }
}
