import Domain
import Planner
import Testing

@testable import Exchange

/// Every value of a plan file in turn made into something else.
@Suite("A plan's file with one wrong value")
struct BadPlanFileTests {
  @Test(
    "is refused with the path of a field, or planned without breaking a rule",
    arguments: [
      "null", "true", "\"x\"", "[]", "{}", "-1", "0", "-0.5", "1000000000000000000", "9223372036854775807",
      "-9223372036854775808", "1e308", "-1e18", "[[]]", "[1e18,1e18]", "4294967296"
    ])
  func changed(_ value: String) throws {
    let whole = try JSONReader.read(Array(SmallDay.problem.utf8))
    var refused = 0
    for path in BadPlanFileTests.paths(whole) {
      let text = BadPlanFileTests.text(whole, path[...], value)
      switch BadPlanFileTests.read(text) {
      case .success(let file):
        let plan = try BadPlanFileTests.planned(file.problem)
        #expect(file.problem.score(plan).isFeasible, "\(path) \(value)")
      case .failure(.field(let found, _)):
        refused += 1
        #expect(!found.isEmpty)
      case .failure(let error): Issue.record("\(path) \(value): \(error)")
      }
    }
    #expect(refused > 20)
  }

  @Test("or one that is cut off anywhere is refused by its line")
  func truncated() {
    let whole = Array(SmallDay.problem.utf8)
    for count in stride(from: 0, to: whole.count - 1, by: 3) {
      #expect(throws: ExchangeError.self) { try PlanProblemFile(Array(whole[..<count])) }
    }
  }

  @Test("or with too many of anything is refused before anything is made of it")
  func many() throws {
    func path(_ text: String) -> String? {
      do throws(ExchangeError) { _ = try PlanProblemFile(Array(text.utf8)) } catch {
        if case .field(let path, _) = error { return path }
      }
      return nil
    }
    let kinds = (0..<2_001).map { "\"k\($0)\":1" }.joined(separator: ",")
    #expect(
      path(SmallDay.problem.replacing("{\"hvac\":2}", with: "{\(kinds)}", maxReplacements: 1)) == "skills")
    #expect(
      path(SmallDay.problem.replacing("{\"filter\":1}", with: "{\(kinds)}", maxReplacements: 1)) == "parts")
    let crowd = (0..<2_001).map { "{\"id\":\"T\($0)\"}" }.joined(separator: ",")
    let many = SmallDay.problem.replacing(
      "\"technicians\":[", with: "\"technicians\":[\(crowd),", maxReplacements: 1)
    #expect(path(many) == "technicians")
  }

  private static func read(_ text: String) -> Result<PlanProblemFile, ExchangeError> {
    do throws(ExchangeError) { return .success(try PlanProblemFile(Array(text.utf8))) } catch {
      return .failure(error)
    }
  }

  private static func planned(_ problem: Problem) throws -> Plan {
    var planning = try Planning(problem, seed: 1)
    planning.advance(20)
    return planning.finish()
  }
}

extension BadPlanFileTests {
  /// The way to every value of a tree, by members' and elements' numbers.
  private static func paths(_ tree: JSONTree) -> [[Int]] {
    let children: [JSONTree] =
      switch tree {
      case .object(let members): members.map(\.value)
      case .array(let values): values
      case .null, .bool, .integer, .double, .string: []
      }
    return [[]] + children.enumerated().flatMap { index, child in paths(child).map { [index] + $0 } }
  }

  /// A tree as text, with something else at one place.
  private static func text(_ tree: JSONTree, _ path: ArraySlice<Int>?, _ value: String) -> String {
    if let path, path.isEmpty { return value }
    func inner(_ index: Int, _ child: JSONTree) -> String {
      text(child, path?.first == index ? path?.dropFirst() : nil, value)
    }
    switch tree {
    case .null: return "null"
    case .bool(let isTrue): return "\(isTrue)"
    case .integer(let number): return "\(number)"
    case .double(let number): return "\(number)"
    case .string(let text): return JSONText.quoted(text)
    case .array(let values):
      return "[" + values.enumerated().map { inner($0, $1) }.joined(separator: ",") + "]"
    case .object(let members):
      let written = members.enumerated().map { "\(JSONText.quoted($1.key)):\(inner($0, $1.value))" }
      return "{" + written.joined(separator: ",") + "}"
    }
  }
}
