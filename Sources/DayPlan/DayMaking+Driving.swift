import Domain
import Planner

extension DayMaking {
  /// Lets the plan as it is be driven: where somebody's day cannot be kept as it stands, his break, the end of his
  /// overtime and the pins that he cannot reach give way, so that no visit falls out of it by itself.
  mutating func loosenWhatCannotBe() {
    technicians = crew.map { member in
      Problem.Technician(
        start: map.number(member.place),
        end: member.technician.home.map { map.number($0, pace: pace(at: member.shift.end)) }
          ?? Places.nowhere,
        shiftStart: seconds(member.free), shiftEnd: max(seconds(member.free), seconds(member.shift.end)),
        maxOvertime: Int(rules.mostOvertime.seconds),
        lunch: member.lunch.map {
          Problem.Lunch(
            duration: Int($0.length.seconds), earliest: seconds($0.start), latest: seconds($0.latest))
        },
        priorWork: min(Int(max(.zero, member.worked).seconds), 7 * 86_400))
    }
    map.settle()
    for member in crew.indices {
      let mine = pieces.indices.filter { pieces[$0].holder == member }
        .sorted {
          (visits[$0].published?.start ?? 0, pieces[$0].number) < (
            visits[$1].published?.start ?? 0, pieces[$1].number
          )
        }
      if mine.isEmpty { continue }
      let ways = [true, false].flatMap { rests in rests ? Array(0...mine.count).map(Optional.some) : [nil] }
      let lunch = technicians[member].lunch
      let drives = ways.filter { $0 == nil || lunch != nil }.compactMap {
        drive(mine, member, lunchBefore: $0)
      }
      // Of the ways to drive it the one that keeps the most pins and windows, a break kept before all.
      func broken(_ starts: [Int]) -> Int {
        zip(mine, starts).count { piece, start in !visits[piece].windows.contains { $0.contains(start) } }
      }
      let resting = drives.filter(\.rests)
      let kept = (resting.isEmpty ? drives : resting).min { broken($0.starts) < broken($1.starts) }
      guard let kept else { continue }
      if !kept.rests, let lunch, kept.home > lunch.latest { technicians[member].lunch = nil }
      technicians[member].maxOvertime = max(
        technicians[member].maxOvertime, min(kept.home - technicians[member].shiftEnd, 7 * 86_400))
      for (piece, start) in zip(mine, kept.starts)
      where !visits[piece].windows.contains(where: { $0.contains(start) }) {
        visits[piece].windows = [(visits[piece].windows.first?.lowerBound ?? start)...anyTime.upperBound]
        if visits[piece].due == nil { visits[piece].due = visits[piece].published?.start }
      }
    }
  }

  /// One way to drive what somebody has before him, each visit as it was planned or as soon as he is there; nil when
  /// lunch does not fall into its time.
  private func drive(
    _ mine: [Int], _ member: Int, lunchBefore: Int?
  ) -> (home: Int, starts: [Int], rests: Bool)? {
    let one = technicians[member]
    var time = one.shiftStart
    var place = one.start
    var starts: [Int] = []
    for (number, piece) in mine.enumerated() {
      if number == lunchBefore, !rest(one, &time) { return nil }
      let visit = visits[piece]
      time = max(time + map.way(place, visit.place), visit.release, visit.published?.start ?? 0)
      starts.append(time)
      time += visit.duration
      place = visit.place
    }
    if lunchBefore == mine.count, !rest(one, &time) { return nil }
    return (time + map.way(place, one.end), starts, lunchBefore != nil)
  }

  private func rest(_ one: Problem.Technician, _ time: inout Int) -> Bool {
    guard let lunch = one.lunch, time <= lunch.latest else { return false }
    time = max(time, lunch.earliest) + lunch.duration
    return true
  }
}
