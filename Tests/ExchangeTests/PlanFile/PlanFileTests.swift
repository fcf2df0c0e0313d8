import Planner
import Testing

@testable import Exchange

@Suite("A plan's file")
struct PlanFileTests {
  private func small() throws -> PlanProblemFile { try PlanProblemFile(Array(SmallDay.problem.utf8)) }

  @Test("is read into numbers: places once, names by their index")
  func read() throws {
    let file = try small()
    #expect(
      file.name == "small" && file.technicians == ["T1", "T2"] && file.visits == ["A", "B", "C", "D", "E"])
    #expect(file.skills == ["hvac", "lift"] && file.parts == ["filter"])
    let problem = file.problem
    // T1's home, which is D's site too, is one place of seven.
    #expect(problem.travel.places == 7)
    #expect(problem.technicians[0].start == problem.visits[3].place)
    #expect(problem.travel[problem.visits[0].place, problem.visits[1].place] == 719)
    #expect(problem.travel[problem.technicians[1].start, problem.technicians[1].end] == 825)
    #expect(problem.visits[1].windows == [28_800...30_000, 36_000...43_200])
    #expect(problem.visits[2].pinned == 1 && problem.visits[4].forbidden == [1])
    #expect(problem.visits[1].published == Problem.Promise(technician: 0, start: 36_000))
    #expect(problem.technicians[1].lunch == nil && problem.technicians[1].stock == [0])
  }

  @Test("is scored as the independent scorer scores it, term by term")
  func score() throws {
    let file = try small()
    let good = file.problem.score(try PlanSolutionFile(Array(SmallDay.solution.utf8), of: file).plan)
    #expect(good.isFeasible, "\(good.violations)")
    #expect(good.cost.total == 246_616)
    #expect(good.cost.unserved == 180_000 && good.cost.late == 20_000 && good.cost.travel == 22_080)
    #expect(good.cost.overtime == 0 && good.cost.balance == 6536 && good.cost.preference == 6000)
    #expect(good.cost.change == 12_000 && good.changed == 1 && good.moved == 1)
    let broken = file.problem.score(try PlanSolutionFile(Array(SmallDay.broken.utf8), of: file).plan)
    #expect(broken.cost.total == 806_798 && broken.violations.count == 6)
    #expect(broken.cost.late == 371_400 && broken.cost.overtime == 386_280 && broken.cost.balance == 9278)
  }

  @Test("comes back as it was written, and says why for whoever is left out")
  func written() throws {
    let file = try small()
    var planning = try Planning(file.problem, seed: 1)
    planning.advance(200)
    let solution = PlanSolutionFile(file, planning.finish())
    let text = solution.text(reasonsFrom: planning.ground)
    #expect(try PlanSolutionFile(Array(text.utf8), of: file).plan == solution.plan)
    #expect(text == solution.text(reasonsFrom: planning.ground))
    let tree = try JSONReader.read(Array(text.utf8))
    let left = try tree.list("unassigned")
    #expect(try left.map { try $0.text("job") } == solution.plan.unassigned.map { file.visits[$0] })
    for one in left { #expect(try one.list("reasons").count == 2) }
  }

  @Test(
    "is refused with the path of the field that is wrong",
    arguments: [
      ("\"format\":\"callout-plan-problem/1\"", "\"format\":\"x\"", "format"),
      ("\"priority\":3,\"release\":31000", "\"priority\":7,\"release\":31000", "jobs[2].priority"),
      ("[36000,43200]", "[43200,36000]", "jobs[1].windows[1]"),
      ("\"id\":\"B\"", "\"id\":\"A\"", "jobs[1].id"),
      ("\"durationS\":7200", "\"durationS\":\"long\"", "jobs[2].durationS"),
      ("\"durationS\":7200,", "", "jobs[2].durationS"), ("[53.44,-2.91]", "[153.44,-2.91]", "jobs[2].at"),
      ("\"speedMps\":9.0", "\"speedMps\":0", "travel.speedMps"), ("haversine", "crow", "travel.model"),
      ("\"latest\":43200", "\"latest\":true", "technicians[0].break.latest"),
      ("\"maxOvertimeS\":3600", "\"maxOvertimeS\":99999999", "technicians[0].maxOvertimeS"),
      ("\"start\":36000", "\"start\":99999999999", "published.B.start"),
      ("\"notPreferred\":6000", "\"notPreferred\":-1", "weights.notPreferred"),
      ("\"unserved\":[3600000,1080000,360000,180000]", "\"unserved\":[1]", "weights.unserved"),
      ("{\"hvac\":2},\"stock\"", "{\"hvac\":\"two\"},\"stock\"", "technicians[0].skills.hvac"),
      ("\"now\":25200", "\"now\":\"07:00\"", "now"), ("\"now\":25200", "\"now\":99999999", "now"),
      ("\"release\":31000", "\"release\":-1", "jobs[2].release"),
      ("\"id\":\"C\"", "\"id\":\"\"", "jobs[2].id"),
      ("\"id\":\"T2\"", "\"id\":\"\"", "technicians[1].id"),
      ("{\"filter\":1},\"preferred\"", "{\"filter\":-1},\"preferred\"", "jobs[0].parts.filter"),
      ("\"preferred\":[\"T1\"]", "\"prefered\":[\"T1\"]", "jobs[1].prefered"),
      ("\"due\":32000", "\"Due\":32000", "jobs[2].Due"),
      ("\"break\":{", "\"breaks\":{", "technicians[0].breaks"),
      ("\"published\"", "\"publishd\"", "publishd"), ("\"now\":25200", "\"now\":25200,\"now\":0", "now"),
      ("\"pinned\":\"T2\"", "\"pinned\":\"T2\",\"pinned\":null", "jobs[2].pinned")
    ])
  func faults(_ old: String, _ new: String, _ path: String) throws {
    let text = SmallDay.problem.replacing(old, with: new, maxReplacements: 1)
    #expect(text != SmallDay.problem)
    do throws(ExchangeError) {
      _ = try PlanProblemFile(Array(text.utf8))
      Issue.record("\(path) was taken")
    } catch {
      guard case .field(let found, _) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(found == path)
    }
  }

  @Test(
    "names nobody whom it does not have, and no shift ends before it begins, unless promises are planned anew",
    arguments: [
      ("\"preferred\":[\"T1\"]", "\"preferred\":[\"T9\"]", "jobs[1].preferred[0]", FieldFault.unknown("T9")),
      ("\"forbidden\":[\"T2\"]", "\"forbidden\":[\"T2\",\"T9\"]", "jobs[4].forbidden[1]", .unknown("T9")),
      ("\"pinned\":\"T2\"", "\"pinned\":\"T9\"", "jobs[2].pinned", .unknown("T9")),
      ("\"shift\":[30000,46800]", "\"shift\":[55800,25200]", "technicians[1].shift", .reversed)
    ])
  func gone(_ old: String, _ new: String, _ path: String, _ fault: FieldFault) throws {
    let anew = SmallDay.problem.replacing(old, with: new)
    #expect(anew != SmallDay.problem)
    let left = FieldDoubt(path: "published.gone", fault: .unknown("gone"))
    #expect(try PlanProblemFile(Array(anew.utf8)).doubts == [FieldDoubt(path: path, fault: fault), left])
    let promises = try #require(anew.firstRange(of: "\"published\":"))
    let fresh = anew[..<promises.lowerBound] + "\"published\":{}}"
    #expect(throws: ExchangeError.field(path, fault)) { try PlanProblemFile(Array(fresh.utf8)) }
  }

  @Test("may say more than the format knows")
  func more() throws {
    let text = SmallDay.problem.replacing(
      "\"id\":\"A\"", with: "\"id\":\"A\",\"pin\":1,\"note\":\"x\",\"dues\":1")
    #expect(try PlanProblemFile(Array(text.utf8)).problem == small().problem)
    #expect(try small().doubts.map(\.path) == ["published.gone"])
  }

  @Test("of a plan is refused where it names what the problem does not have")
  func strangers() throws {
    let file = try small()
    func error(_ old: String, _ new: String) -> ExchangeError? {
      let text = SmallDay.solution.replacing(old, with: new, maxReplacements: 1)
      do throws(ExchangeError) { _ = try PlanSolutionFile(Array(text.utf8), of: file) } catch { return error }
      return nil
    }
    #expect(error("\"T2\"", "\"T9\"") == .field("routes[1].technician", .unknown("T9")))
    #expect(error("\"E\"", "\"Z\"") == .field("routes[0].stops[1].job", .unknown("Z")))
    #expect(
      error("\"start\":29200", "\"start\":[]")
        == .field("routes[0].stops[0].start", .mustBe("a whole number")))
  }

  @Test(
    "that is no JSON is refused by its line",
    arguments: [
      ("", 1), ("{", 1), ("{\"a\":1,}", 1), ("\n\n[1 2]", 3), ("{\"a\":01}", 1), ("\"\\x\"", 1),
      ("\"a\nb\"", 1),
      ("nul", 1), ("[1]]", 1), ("-", 1), ("1.", 1), ("1e", 1), ("\"\\u12\"", 1), ("\"abc", 1),
      (String(repeating: "[", count: 100_000), 1)
    ])
  func noJSON(_ text: String, _ line: Int) {
    #expect(throws: ExchangeError.notJSON(line: line)) { try JSONReader.read(Array(text.utf8)) }
  }

  @Test("may hold every escape and number that JSON has")
  func escapes() throws {
    let tree = try JSONReader.read(
      Array(#"{"a":"\u00e9\ud83d\ude00\n\/\"","b":[-0.5e2,12,1.0,true,null]}"#.utf8))
    #expect(try tree.text("a") == "é😀\n/\"")
    #expect(try tree.list("b").map(\.whole) == [-50, 12, 1, nil, nil])
  }

  @Test("survives any change of a byte")
  func bytes() {
    let whole = Array(SmallDay.problem.utf8)
    for index in stride(from: 0, to: whole.count, by: 7) {
      for byte: UInt8 in [0, 0x22, 0x39, 0x7D, 0xFF] {
        var changed = whole
        changed[index] = byte
        if let file = try? PlanProblemFile(changed), let plan = try? Planning(file.problem, seed: 1).best {
          #expect(file.problem.score(plan).isFeasible)
        }
      }
    }
  }
}
