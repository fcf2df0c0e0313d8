public import Domain

extension Wording {
  /// What is too much first, then who has time left, a line each; then who has none.
  public func gaps(_ day: CivilDate) -> [String] {
    let balances = office.balance(of: day, at: now)
    let width = balances.reduce(12) { max($0, $1.name.count) }
    func head(_ balance: DayBalance) -> String {
      balance.name + String(repeating: " ", count: width - balance.name.count + 2)
    }
    let excess = balances.flatMap { balance in balance.excess.map { head(balance) + words(of: $0) } }
    let free = balances.filter { !$0.gaps.isEmpty }.map { balance in
      let gaps = balance.gaps.map { "\(range($0)) (\(TimeWords.length($0.length)))" }.joined(separator: ", ")
      return "\(head(balance))\(gaps) · load \(balance.loadPercent)%"
    }
    let off = balances.filter { $0.working == .zero }.map { Wording.short($0.name) }
    let full = balances.filter { $0.working > .zero && $0.gaps.isEmpty }.map { Wording.short($0.name) }
    var lines = [excess.isEmpty ? "Too much \(self.day(day)): nothing" : "Too much \(self.day(day)):"]
    lines += excess.map { "  " + $0 }
    lines.append(free.isEmpty ? "Time left: nobody" : "Time left:")
    lines += free.map { "  " + $0 }
    if !full.isEmpty { lines.append("No time left: \(full.joined(separator: ", "))") }
    if !off.isEmpty { lines.append("Not working: \(off.joined(separator: ", "))") }
    return lines
  }

  private func words(of excess: DayBalance.Excess) -> String {
    switch excess {
    case .overlap(let first, let second, let common): "\(first) and \(second) overlap \(range(common))"
    case .outsideHours(let number, let outside): "\(number) is outside working hours \(range(outside))"
    case .overBreak(let number, let pause): "\(number) runs over the break \(range(pause))"
    case .overload(let span): "\(TimeWords.length(span)) more work than working time"
    }
  }
}
