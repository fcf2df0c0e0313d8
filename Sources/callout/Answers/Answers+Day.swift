import DayPlan
import Domain
import Terminal
import Verbs

extension Answers {
  func daySheet(of id: Technician.ID, on day: CivilDate) throws(ShellError) -> Reply {
    let office = office
    let technician = try known(office.technician(id), .technician(id.description))
    let sheet = office.daySheet(of: technician, on: day, at: now)
    return Reply(Sheets.day(sheet, in: office, at: now), Objects.day(sheet, in: office))
  }

  func forecast(from day: CivilDate, days: Int) -> Reply {
    let office = office
    return Reply(
      Wording(office: office, now: now).forecast(from: day, days: days),
      Objects.forecast(from: day, days: days, in: office, at: now))
  }

  func gaps(_ day: CivilDate) -> Reply {
    let office = office
    return Reply(Wording(office: office, now: now).gaps(day), Objects.gaps(day, in: office, at: now))
  }

  func morning(_ day: CivilDate) -> Reply {
    let office = office
    return Reply(
      Sheets.morning(on: day, in: office, at: now).map { Sanitised.line($0) },
      Objects.morning(on: day, in: office, at: now))
  }

  /// Why an order is where it is; nothing where the office does not have it.
  func explain(_ id: WorkOrder.ID) -> Reply {
    let office = office
    guard let why = office.explanation(of: id, at: now, for: role, rules: rules) else {
      return Reply([], .null)
    }
    return Reply(
      Wording(office: office, now: now).explanation(why), Objects.explanation(why, in: office, at: now))
  }

  /// What a change of the plan comes to; nothing where what it is about is not there.
  func plan(_ question: PlanQuestion, _ pick: PlanPick) -> Reply {
    let office = office
    let now = now.startOfMinute
    guard let answer = office.answer(question, at: now, for: role, rules: rules) else {
      return Reply([], .null)
    }
    return Reply(
      Wording(office: office, now: now).plan(answer, dropping: pick.dropped),
      Objects.plan(answer, in: office, at: now))
  }

  func trouble() -> Reply {
    let office = office
    let trouble = DayTrouble(office, at: now)
    return Reply(Wording(office: office, now: now).trouble(trouble), Objects.trouble(trouble, in: office))
  }

  func handover() -> Reply {
    let office = office
    let sheet = HandoverSheet(office, Board(office, now: now), at: now)
    return Reply(
      Sheets.handover(sheet, in: office, at: now), Objects.handover(sheet, in: office, at: now))
  }

  func counters() -> Reply {
    let office = office
    let counters = Counters(office, Board(office, now: now), at: now)
    return Reply(Sheets.counters(counters, in: office, at: now), Objects.counters(counters))
  }
}
