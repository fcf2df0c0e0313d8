public import Domain

extension Listing {
  /// Who could take an order, the best first, and after them everybody who cannot with the reason.
  public static func fits(_ candidates: Candidates, in office: Office, at now: Timestamp) -> Listing {
    let wording = Wording(office: office, now: now)
    let order = office.order(candidates.order)
    let able = candidates.eligible.enumerated().map { place, one -> Row in
      let missed = order.map { wording.missed(by: one.range, of: $0) } ?? []
      let warnings = missed.map { "✗ \($0)" } + wording.warnings(of: one).map { "warn: \($0)" }
      let moved = one.moves.isEmpty ? [] : [wording.moves(one.moves)]
      let why = warnings + moved + wording.vendor(of: one) + one.facts.map { wording.fact($0) }
      return Row(
        [
          String(place + 1), one.handle, "\(wording.time(one.arrival))–\(wording.time(one.range.end))",
          wording.way(one.travel), one.skill.map { Wording.skill($0) } ?? "",
          "\(one.loadBefore)→\(one.loadAfter)%", (why + [wording.costs(one.costs)]).joined(separator: " · ")
        ], Objects.fits(one, rank: place + 1, missed: missed))
    }
    let refused = candidates.others.filter { office.technician($0.id)?.isActive ?? true }.map { one in
      Row(
        ["–", one.handle, "", "", "", "\(one.loadPercent)%", "no: \(wording.refusal(of: one))"],
        Objects.fitsNot(one, in: office, at: now))
    }
    var listing = Listing(
      columns: [
        .right(""), "Technician", "When", "Way", "Skill", .right("Load"), "Why"
      ], keys: Objects.fitsKeys, rows: able + refused)
    listing.widest = 400
    return listing
  }
}
