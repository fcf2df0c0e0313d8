import Domain
import Settings
public import Verbs

/// What the console says about itself; refusals and failures get their words from the verbs' wording.
enum Sentences {
  static func refusal(
    _ refusal: Refusal, _ model: Model, verb: String? = nil, orders: [Int] = []
  ) -> String { model.wording.refusal(refusal, verb: verb, orders: orders).line }

  static func refusal(_ refusal: Refusal, _ model: Model, of proposal: Proposal) -> String {
    self.refusal(refusal, model, verb: proposal.verb, orders: proposal.orders)
  }

  /// What is so while the end of a paste does not come: keys do nothing that can be seen.
  static let pasteOpen = "A paste is open: what is typed goes into it. ^C ends it."

  static func failure(_ failure: Failure, _ model: Model) -> String { Wording.failure(failure).line }

  static func leaving(_ model: Model) -> String {
    let saved =
      switch model.link {
      case .local, .office(_, waiting: 0): "Everything is saved."
      case .office(_, let waiting):
        "Everything is saved; \(waiting) of it the office has not confirmed."
      case .notSaving(let since, _):
        "Not saving since \(model.office.zone.clock(at: since)): what was typed since is lost then."
      }
    let keys = model.keymap.keys(for: Action.back.rawValue, in: model.paneContexts).map {
      $0.map(\.shown).joined()
    }
    if let key = keys.first(where: { $0 != "Esc" }) {
      return "\(saved) \(key) again leaves Callout, Esc stays."
    }
    let menu = model.key(for: Action.openMenu.rawValue, in: KeyContexts.queue) ?? ":"
    return "\(saved) \(menu) holds the way out, Esc stays."
  }

  static func nothingSelected(_ verb: any Verb.Type, _ model: Model) -> String {
    switch model.focus {
    case .technicians: return "\(model.selectedCard?.name ?? "Nobody") is on no order now."
    case .timeline, .queue, .alerts: return noOrder(model)
    }
  }

  /// How a joined console stands with its office: `● live, 2 waiting`, `○ offline since 10:42`.
  static func link(_ link: OfficeLink, waiting: Int, in zone: ZoneRules) -> String {
    let state: String
    switch link {
    case .live: state = "● live"
    case .behind: state = "◐ behind"
    case .full: state = "✗ the office's disk is full"
    case .offline(let since): state = "○ offline since \(zone.clock(at: since))"
    case .stopped(let failure):
      state = failure.code == .turnedAway ? "✗ turned away" : "✗ apart from its office"
    }
    return waiting == 0 ? state : "\(state), \(waiting) waiting"
  }

  /// The same as a sign and numbers, where there is no room for words: `● +2`, `○ 10:42`.
  static func shortLink(_ link: OfficeLink, waiting: Int, in zone: ZoneRules) -> String {
    let state: String
    switch link {
    case .live: state = "●"
    case .behind: state = "◐"
    case .full: state = "✗ full"
    case .offline(let since): state = "○ \(zone.civil(at: since).time.text)"
    case .stopped(let failure): state = failure.code == .turnedAway ? "✗ away" : "✗ apart"
    }
    return waiting == 0 ? state : "\(state) +\(waiting)"
  }

  /// A failure's name for the header, in two or three words.
  static func short(_ failure: Failure) -> String {
    switch failure.code {
    case .diskFull: "disk full"
    case .readOnly: "read only"
    case .busy: "somebody else is writing"
    case .fileGone: "the file is gone"
    case .notAnOffice: "the file is no office"
    case .cannotOpen, .cannotRead, .cannotWrite, .officeExists, .fileExists, .noOffice, .damaged, .newerFile,
      .exposedFile,
      .ledgerBroken, .clockMismatch, .noTerminal, .realOffice, .otherDay, .beingPlayed, .joined, .notJoined,
      .parted, .unreachable, .officeCannotWrite, .notLetIn, .codeNotTaken, .tooManyConsoles,
      .turnedAway, .earlierHistory, .cannotListen, .cannotConfine, .unknownAccount, .badCertificate,
      .certificateExpired,
      .certificateOtherHost,
      .certificateUntrusted:
      failure.detail
    }
  }
}

extension Model {
  /// Sentences with the keys of the live keymap in place of the shell's words.
  public var wording: Wording {
    let keymap = keymap
    // The handover has keys that are nowhere else.
    let isHandover = popups.last?.popup.contexts == KeyContexts.handover
    let contexts = face.contexts ?? (isHandover ? KeyContexts.handover : KeyContexts.queue)
    let mark = face.hasLine ? ":" : ""
    var wording = Wording(office: office, now: now) { verb in
      keymap.shownKey(for: verb, in: contexts) ?? mark + Wording.word(of: verb)
    }
    wording.asksInBox = true
    wording.consoles = consoles
    return wording
  }
}
