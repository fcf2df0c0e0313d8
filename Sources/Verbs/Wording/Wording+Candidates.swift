public import Domain

/// Who could take an order and why the others cannot, in words.
extension Wording {
  /// What speaks for somebody: `free 11:00, after 20391`.
  public func fact(_ fact: Candidate.Fact) -> String {
    switch fact {
    case .freeNow: "free now"
    case .overrunning(let order, let by): "still on \(order), \(TimeWords.length(by)) over"
    case .freeFrom(let instant, let order): "free \(time(instant))\(order.map { ", after \($0)" } ?? "")"
    case .askedFor: "the customer asks for him"
    case .hereBefore(let times): times == 1 ? "here once" : "here \(times) times"
    case .onCall: "on call"
    case .nothingMoves: "nothing moves"
    case .breakMoves(let start): "break at \(time(start))"
    }
  }

  /// Visits that begin at another time: `moves 20402 14:00→14:20`.
  public func moves(_ moves: [CandidateMove]) -> String {
    let shown = moves.map { "\($0.number) \(time($0.from))→\(time($0.to))" }
    return "moves \(shown.joined(separator: ", "))"
  }

  /// How it would fit after all.
  public func remedy(_ remedy: NoCandidate.Remedy) -> String {
    switch remedy {
    case .overtime(let span): "fits with \(TimeWords.length(span)) more overtime"
    case .moving(let number, let priority): "fits if \(number) (\(priority.text)) moves"
    case .dearer(let span): "it would cost \(TimeWords.clock(span)) of driving, more than waiting"
    }
  }

  /// A broken rule of somebody: `Evans is off until 14:00`.
  public func broken(_ rule: BrokenRule) -> String {
    reason(rule.evidence, technician(handle: rule.technician))
  }

  /// What somebody of another company stands for: `Acme Lifts, about 132.50 GBP, insured to 31 Jan`; nothing of the
  /// office's own people.
  public func vendor(of candidate: Candidate) -> [String] {
    guard let terms = candidate.vendor else { return [] }
    let price = terms.price.map { "about \($0.text) \(office.profile.currency)" }
    let insured = terms.isInsured ? terms.insuredUntil.map { "insured to \(day($0))" } : nil
    return [[terms.company.clipped(24), price, insured].compactMap(\.self).joined(separator: ", ")]
  }

  /// What a dispatcher has to know before somebody of another company is sent.
  func warnings(of vendor: VendorTerms?) -> [String] {
    guard let vendor else { return [] }
    let company = vendor.company.clipped(24)
    let insurance =
      vendor.isInsured
      ? nil
      : vendor.insuredUntil.map { "the insurance of \(company) ended \(day($0))" }
        ?? "no insurance of \(company) is on record"
    let limit = vendor.limit.map { "it costs more than the limit of \($0.text)" }
    return [insurance, limit].compactMap(\.self)
  }

  /// All that somebody would break, by the order itself and by each visit that makes room for it, and what is to be known
  /// of the company that he comes from.
  public func warnings(of candidate: Candidate) -> [String] {
    candidate.warnings.map { broken($0) } + warnings(of: candidate.vendor)
      + candidate.moves.flatMap { move in
        move.broken.map { "\(move.number): \(broken($0))" } + missed(by: move)
      }
  }

  /// What an order that makes room would miss then and not where it stands: `20418 (P1): response 16:55 missed by 1:27`.
  func missed(by move: CandidateMove) -> [String] {
    guard let order = office.order(move.order), let visit = order.openVisit else { return [] }
    let stood = missed(by: TimeRange(start: move.from, length: visit.estimate), of: order)
    let kept = Set(stood.compactMap { $0.split(separator: " ").first })
    return missed(by: TimeRange(start: move.to, length: visit.estimate), of: order)
      .filter { one in one.split(separator: " ").first.map { !kept.contains($0) } ?? true }
      .map { "\(order.number) (\(order.priority.text)): \($0)" }
  }

  /// That nobody is let in to do an order today, and what opening hours do not count for.
  public func closed(_ order: WorkOrder) -> String? {
    guard let site = office.site(order.site), let open = office.openRanges(for: order, from: now, days: 14),
      let first = open.first, office.today(at: now) < office.zone.date(at: first.start)
    else { return nil }
    return "\(site.name) lets nobody in before \(time(first.start)), "
      + "but for a P1 or at a time promised to the customer."
  }

  /// All that stands against somebody, and what would help.
  public func refusal(of one: NoCandidate) -> String {
    (one.reasons.map { broken($0) } + [one.remedy.map { remedy($0) }].compactMap(\.self))
      .joined(separator: " · ")
  }

  /// How long a way is and what that is taken from: `12 min (8.4 km, by distance)`.
  public func way(_ travel: Domain.Travel) -> String {
    let minutes = "\(travel.span.wholeMinutes) min"
    let far = travel.metres.map { "\(Wording.kilometres($0)), " } ?? ""
    let hour = travel.timePercent == 100 ? "" : ", \(travel.timePercent) % of the usual time at that hour"
    switch travel.source {
    case .samePlace: return "no way (same place)"
    case .guess: return "~\(minutes) (guessed: a place is not known)"
    case .distance: return "\(minutes) (\(far)by distance\(hour))"
    case .zones(let from, let to): return "\(minutes) (\(far)measured \(from) to \(to)\(hour))"
    }
  }

  /// What the length of a way is taken from, in a word or two.
  public static func source(_ travel: Domain.Travel) -> String {
    switch travel.source {
    case .samePlace: "same place"
    case .guess: "guessed"
    case .distance: "by distance"
    case .zones: "measured"
    }
  }

  /// `8.4 km`, whole ones from a hundred on.
  static func kilometres(_ metres: Int) -> String {
    if metres >= 100_000 { return "\((metres + 500) / 1_000) km" }
    let tenths = (metres + 50) / 100
    return "\(tenths / 10).\(tenths % 10) km"
  }

  /// Where somebody sets off: `from 20391`, `from home`.
  public func origin(_ place: StartingPlace) -> String {
    switch place {
    case .visit(let number): "from \(number)"
    case .lastSeen(let site, let at): "from \(office.site(site)?.name ?? "a site"), seen there \(time(at))"
    case .home: "from home"
    case .unknown: "from nobody knows where"
    }
  }
}
