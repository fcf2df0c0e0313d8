import Planner

/// Makes a problem of a file's tree.
struct ProblemReading {
  let technicians, visits, skills, parts: Names
  /// Whether promises are planned anew: who is on something then is free when it ends, which may be after his shift,
  /// and who is away may still be named.
  let isReplanning: Bool

  func problem(
    _ tree: JSONTree, _ crew: [JSONTree], _ jobs: [JSONTree]
  ) throws(ExchangeError) -> Problem {
    let roads = try Roads(tree)
    var homes: [(Spot, Spot)] = []
    for (index, one) in crew.enumerated() {
      do throws(ExchangeError) {
        homes.append((try spot(one, "start", "startZone", roads), try home(one, roads)))
      } catch {
        throw error.under("technicians[\(index)]")
      }
    }
    var sites: [Spot] = []
    for (index, one) in jobs.enumerated() {
      do throws(ExchangeError) { sites.append(try site(one, roads)) } catch {
        throw error.under("jobs[\(index)]")
      }
    }
    let spots = Spots(sites + homes.flatMap { [$0.0, $0.1] })
    let promises = try promises(tree)
    var problem = Problem(
      travel: try travel(tree, spots, roads.table), weights: try weights(tree), technicians: [], visits: [])
    for (index, one) in crew.enumerated() {
      do throws(ExchangeError) { problem.technicians.append(try technician(one, homes[index], spots)) } catch
      {
        throw error.under("technicians[\(index)]")
      }
    }
    for (index, one) in jobs.enumerated() {
      do throws(ExchangeError) {
        var visit = try visit(one, spots.index[sites[index]] ?? 0)
        visit.published = promises[index]
        problem.visits.append(visit)
      } catch { throw error.under("jobs[\(index)]") }
    }
    return problem
  }
}

extension ProblemReading {
  private func site(_ tree: JSONTree, _ roads: Roads) throws(ExchangeError) -> Spot {
    var spot = try spot(tree, "at", "zone", roads)
    guard !roads.speeds.spans.isEmpty else { return spot }
    spot.timePercent = roads.speeds.timePercent(
      within: try windows(tree), release: try release(tree))
    return spot
  }

  /// Home is driven to around the end of the shift.
  private func home(_ tree: JSONTree, _ roads: Roads) throws(ExchangeError) -> Spot {
    var spot = try spot(tree, "end", "endZone", roads)
    guard !roads.speeds.spans.isEmpty else { return spot }
    let end = try shift(tree).1
    spot.timePercent = roads.speeds.timePercent(within: [end...end])
    return spot
  }

  func shift(_ tree: JSONTree) throws(ExchangeError) -> (Int, Int) {
    try tree.span("shift", isOrdered: !isReplanning)
  }

  private func spot(
    _ tree: JSONTree, _ key: String, _ zoneKey: String, _ roads: Roads
  ) throws(ExchangeError) -> Spot {
    let pair = try tree.list(key)
    var degrees: [Double] = []
    for value in pair {
      switch value {
      case .integer(let number): degrees.append(Double(number))
      case .double(let number): degrees.append(number)
      case .null, .bool, .string, .array, .object: break
      }
    }
    guard pair.count == 2, degrees.count == 2, abs(degrees[0]) <= 90, abs(degrees[1]) <= 180 else {
      throw .field(key, .mustBe("a latitude and a longitude in degrees"))
    }
    return Spot(latitude: degrees[0], longitude: degrees[1], zone: try roads.zone(tree, zoneKey))
  }

  private func travel(
    _ tree: JSONTree, _ spots: Spots, _ table: ZoneTable?
  ) throws(ExchangeError) -> Travel {
    do throws(ExchangeError) {
      let travel = try tree.needed("travel")
      try travel.keep(to: PlanFields.travel)
      guard try travel.text("model") == "haversine" else { throw .field("model", .mustBe("\"haversine\"")) }
      let model = Haversine(
        radiusMetres: try number(travel, "earthRadiusM", 1...100_000_000),
        circuity: try number(travel, "circuity", 0.1...100),
        metresPerSecond: try number(travel, "speedMps", 0.01...100_000),
        legSeconds: try number(travel, "legOverheadS", 0...86_400))
      guard spots.places.count <= 8_000 else { throw .field("model", .mustBe("for 8,000 places at most")) }
      return model.travel(spots, table)
    } catch { throw error.under("travel") }
  }

  private func number(
    _ tree: JSONTree, _ key: String, _ allowed: ClosedRange<Double>
  ) throws(ExchangeError) -> Double {
    let number = try tree.number(key)
    guard allowed.contains(number) else {
      throw .field(key, .mustBe("a number from \(allowed.lowerBound) to \(allowed.upperBound)"))
    }
    return number
  }

  private func weights(_ tree: JSONTree) throws(ExchangeError) -> Problem.Weights {
    do throws(ExchangeError) {
      let weights = try tree.needed("weights")
      try weights.keep(to: PlanFields.weights)
      let late = try weights.integers("late")
      let unserved = try weights.integers("unserved")
      guard !late.isEmpty else { throw .field("late", .mustBe("a number for each priority")) }
      guard late.count == unserved.count else {
        throw .field("unserved", .mustBe("as many numbers as late has: \(late.count)"))
      }
      return Problem.Weights(
        travel: try weights.integer("travel"), overtime: try weights.integer("overtime"),
        balance: try weights.integer("balance"), late: late, unserved: unserved,
        notPreferred: try weights.integer("notPreferred"),
        changedTechnician: try weights.integer("changedTechnician"),
        movedStart: try weights.integer("movedStart"),
        movedStartTolerance: try weights.integer("movedStartToleranceS"))
    } catch { throw error.under("weights") }
  }

  /// By visit. A promise for a visit that is not in the file means nothing, one by a technician who is not is broken.
  private func promises(_ tree: JSONTree) throws(ExchangeError) -> [Int: Problem.Promise] {
    guard tree["published"] != nil else { return [:] }
    var promises: [Int: Problem.Promise] = [:]
    for member in try tree.members("published") {
      do throws(ExchangeError) {
        try member.value.keep(to: PlanFields.promise)
        let technician = try member.value.text("technician")
        let start = try member.value.integer("start")
        guard let visit = visits.index[member.key] else { continue }
        promises[visit] = Problem.Promise(
          technician: technicians.index[technician] ?? Problem.nobody, start: start)
      } catch { throw error.under("published.\(member.key)") }
    }
    return promises
  }
}
