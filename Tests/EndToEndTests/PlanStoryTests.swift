import Foundation
import Testing

@Suite("A day planned by shell")
struct PlanStoryTests {
  private static let problem = """
    {"format":"callout-plan-problem/1","name":"two",
     "travel":{"model":"haversine","earthRadiusM":6371008.8,"circuity":1.35,"speedMps":9.0,"legOverheadS":120},
     "weights":{"travel":10,"overtime":20,"balance":2,"late":[100,30],"unserved":[3600000,1080000],"notPreferred":0,
                "changedTechnician":0,"movedStart":0,"movedStartToleranceS":0},
     "technicians":[{"id":"T1","start":[53.4,-2.99],"end":[53.4,-2.99],"shift":[28800,46800],"maxOvertimeS":0,
       "break":null,"skills":{},"stock":{}}],
     "jobs":[{"id":"A","at":[53.41,-2.98],"durationS":3600,"priority":1,"windows":[[28800,36000]]},
      {"id":"B","at":[53.42,-2.97],"durationS":3600,"priority":2,"windows":[[28800,64800]],"skills":{"lift":1}}]}
    """

  private func desk() throws -> (binary: Binary, file: String) {
    let binary = try Binary()
    let file = binary.home.appending(path: "day.json").path()
    try PlanStoryTests.problem.write(toFile: file, atomically: true, encoding: .utf8)
    return (binary, file)
  }

  @Test("goes to standard output, with the reasons for what is left out; no office is needed")
  func planned() throws {
    let (binary, file) = try desk()
    let answer = try binary.run("plan", "--problem", file, "--seconds", "0.2")
    #expect(answer.status == 0 && answer.errors.isEmpty)
    let object = try answer.object
    #expect(object["format"] as? String == "callout-plan-solution/1" && object["problem"] as? String == "two")
    let routes = try #require(object["routes"] as? [[String: Any]])
    let stops = try #require(routes.first?["stops"] as? [[String: Any]])
    #expect(stops.compactMap { $0["job"] as? String } == ["A"])
    let left = try #require((object["unassigned"] as? [[String: Any]])?.first)
    let reason = try #require((left["reasons"] as? [[String: Any]])?.first)
    #expect(left["job"] as? String == "B" && reason["why"] as? String == "skill")
  }

  @Test("is the same for the same iterations and seed, goes into a file and is looked through again")
  func repeated() throws {
    let (binary, file) = try desk()
    let out = binary.home.appending(path: "plan.json").path()
    let answer = try binary.run(
      "plan", "--problem", file, "--iterations", "300", "--seed", "4", "--threads", "2", "--out", out)
    #expect(answer.status == 0 && answer.output.isEmpty && answer.errors.contains("1 of 2 visits"))
    let plain = try String(contentsOfFile: out, encoding: .utf8)
    func routes(_ text: String) throws -> NSDictionary {
      let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] ?? [:]
      return NSDictionary(dictionary: object.filter { $0.key != "trace" })
    }
    let again = try binary.run(
      "plan", "--problem", file, "--iterations", "300", "--seed", "4", "--threads", "2")
    #expect(try routes(plain) == routes(again.output))
    let score = try binary.run("plan", "--problem", file, "--score", out)
    #expect(score.status == 0 && score.output.contains("\"feasible\":true"))
  }

  @Test("is over at once where there is nothing to do, and says what counts for nothing")
  func empty() throws {
    let (binary, file) = try desk()
    let text = PlanStoryTests.problem
    let jobs = try #require(text.range(of: "\"jobs\":["))
    try (text[..<jobs.lowerBound] + "\"jobs\":[],\"published\":{\"A\":{\"technician\":\"T1\",\"start\":0}}}")
      .write(toFile: file, atomically: true, encoding: .utf8)
    let answer = try binary.run("plan", "--problem", file, "--iterations", "100")
    #expect(answer.status == 0)
    #expect(answer.errors.contains("published.A names \"A\", which the problem does not have"))
    let object = try answer.object
    #expect(object["iterations"] as? Int == 0 && (object["unassigned"] as? [Any])?.isEmpty == true)
    #expect(try binary.run("plan", "--problem", file, "--seconds", "500").status == 0)
  }

  @Test("says why a visit is where it is, or why nobody has it, in words and as JSON")
  func explained() throws {
    let (binary, file) = try desk()
    let out = binary.home.appending(path: "plan.json").path()
    let words = try binary.run(
      "plan", "--problem", file, "--iterations", "50", "--out", out, "--explain", "A")
    #expect(words.status == 0 && words.output.hasPrefix("A: T1 at 08:05, "))
    #expect(words.output.contains("Nobody else has room for it as things are."))
    #expect(words.output.contains("(travel "))
    let left = try binary.run("plan", "--problem", file, "--score", out, "--explain", "B")
    #expect(left.output == "B: nobody has it; nobody may do it.\nWhy not:\n  T1: needs lift at 1, has none\n")
    let object = try binary.run("plan", "--problem", file, "--score", out, "--explain", "B", "--json").object
    #expect(object["verdict"] as? String == "nobody may")
    let stranger = try binary.run("plan", "--problem", file, "--explain", "Z")
    #expect(stranger.status == 2 && stranger.errors.contains("has no job \"Z\""))
  }

  @Test("is refused for a file that is wrong, by the field's path, and for words that mean nothing")
  func refused() throws {
    let (binary, file) = try desk()
    try PlanStoryTests.problem.replacing("[[28800,64800]]", with: "[[64800,28800]]")
      .write(toFile: file, atomically: true, encoding: .utf8)
    let wrong = try binary.run("plan", "--problem", file)
    #expect(wrong.status == 2 && wrong.errors.contains("jobs[1].windows[0] ends before it begins"))
    #expect(try binary.run("plan", "--problem", file + ".none").status == 3)
    #expect(try binary.run("plan").status == 2)
    #expect(try binary.run("plan", "--problem", file, "--seconds", "soon").status == 2)
    #expect(try binary.run("plan", "--problem", file, "--seconds", "1", "--iterations", "5").status == 2)
    #expect(try binary.run("plan", "--problem", file, "--threads", "3").status == 2)
  }
}
