public import Planner

/// A day to plan as a file tells it (`callout-plan-problem/1`): the problem in numbers, and the names they stand for.
public struct PlanProblemFile: Sendable {
  public let name: String
  public let problem: Problem
  public let technicians, visits, skills, parts: [String]

  /// Whether travel is made from more than distance: zones, or speeds by the time of day.
  public let tellsRoads: Bool

  /// Fields that say nothing of the day: whom or what they name is gone from it.
  public let doubts: [FieldDoubt]

  static let format = "callout-plan-problem/1"

  /// Refuses a file that is none, with the path of the field that is wrong.
  public init(_ bytes: [UInt8]) throws(ExchangeError) {
    let tree = try JSONReader.read(bytes)
    guard try tree.text("format") == PlanProblemFile.format else {
      throw .field("format", .mustBe("\"\(PlanProblemFile.format)\""))
    }
    try tree.keep(to: PlanFields.day)
    name = try tree.text("name")
    _ = try tree.instant("now", unless: 0)
    let crew = try tree.list("technicians")
    let jobs = try tree.list("jobs")
    guard crew.count <= 2_000 else { throw .field("technicians", .mustBe("a list of 2,000 at most")) }
    guard jobs.count <= 20_000 else { throw .field("jobs", .mustBe("a list of 20,000 at most")) }
    let technicianNames = try Names(ids: crew, "technicians")
    let visitNames = try Names(ids: jobs, "jobs")
    let skills = Names(keys: crew.map { $0["skills"] } + jobs.map { $0["skills"] })
    let parts = Names(keys: crew.map { $0["stock"] } + jobs.map { $0["parts"] })
    guard skills.all.count <= 2_000 else { throw .field("skills", .mustBe("of 2,000 kinds at most")) }
    guard parts.all.count <= 2_000 else { throw .field("parts", .mustBe("of 2,000 kinds at most")) }
    let reading = ProblemReading(
      technicians: technicianNames, visits: visitNames, skills: skills, parts: parts,
      isReplanning: tree["published"] == nil ? false : try !tree.members("published").isEmpty)
    problem = try reading.problem(tree, crew, jobs)
    tellsRoads = tree["travel"]?["zones"] != nil || tree["travel"]?["speeds"] != nil
    technicians = technicianNames.all
    visits = visitNames.all
    self.skills = skills.all
    self.parts = parts.all
    if let fault = problem.fault { throw PlanProblemFile.error(fault, visits: visits) }
    doubts = reading.isReplanning ? reading.doubts(tree, crew, jobs, problem) : []
  }

  private static func error(_ fault: ProblemFault, visits: [String]) -> ExchangeError {
    let what = FieldFault.outside(fault.value, fault.allowed)
    switch fault.subject {
    case .weights: return .field("weights.\(fault.field)", what)
    case .technician(let index): return .field("technicians[\(index)].\(fault.field)", what)
    case .visit(let index) where fault.field == "priority":
      let allowed = fault.allowed.lowerBound + 1...fault.allowed.upperBound + 1
      return .field("jobs[\(index)].priority", .outside(fault.value + 1, allowed))
    case .visit(let index):
      let promise = "published."
      guard fault.field.hasPrefix(promise) else { return .field("jobs[\(index)].\(fault.field)", what) }
      return .field("published.\(visits[index]).\(fault.field.dropFirst(promise.count))", what)
    }
  }
}
