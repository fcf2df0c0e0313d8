import Planner

/// What a plan file may tell of roads besides distance: zones with a table of seconds, and speeds by the time of day.
struct Roads {
  let zones: [String: Int]
  let table: ZoneTable?
  let speeds: DaySpeeds

  init(_ tree: JSONTree) throws(ExchangeError) {
    do throws(ExchangeError) {
      let travel = try tree.needed("travel")
      (zones, table) = try Roads.zones(travel)
      speeds = try Roads.speeds(travel)
    } catch { throw error.under("travel") }
  }

  /// The number of the zone that a key names, -1 where it names none.
  func zone(_ tree: JSONTree, _ key: String) throws(ExchangeError) -> Int {
    guard tree[key] != nil else { return -1 }
    let name = try tree.text(key)
    guard let zone = zones[name] else { throw .field(key, .unknown(name)) }
    return zone
  }
}

extension Roads {
  private static func zones(_ travel: JSONTree) throws(ExchangeError) -> ([String: Int], ZoneTable?) {
    guard let zones = travel["zones"] else { return ([:], nil) }
    do throws(ExchangeError) {
      var names: [String: Int] = [:]
      for (index, value) in try zones.list("names").enumerated() {
        guard case .string(let name) = value else { throw .field("names[\(index)]", .mustBe("text")) }
        guard names.updateValue(index, forKey: name) == nil else {
          throw .field("names[\(index)]", .twice(name))
        }
      }
      guard names.count <= 1_000 else { throw .field("names", .mustBe("a list of 1,000 at most")) }
      var rows: [[Int?]] = []
      for (index, row) in try zones.list("seconds").enumerated() {
        rows.append(try seconds(row, "seconds[\(index)]", names.count))
      }
      guard rows.count == names.count, let table = ZoneTable(rows) else {
        throw .field("seconds", .mustBe("a list of as many rows as there are names"))
      }
      return (names, table)
    } catch { throw error.under("zones") }
  }

  private static func seconds(_ row: JSONTree, _ path: String, _ count: Int) throws(ExchangeError) -> [Int?] {
    guard case .array(let values) = row, values.count == count else {
      throw .field(path, .mustBe("a list of as many numbers as there are names"))
    }
    var seconds: [Int?] = []
    for (index, value) in values.enumerated() {
      if case .null = value {
        seconds.append(nil)
      } else if let number = value.whole {
        let allowed = 0...7 * 86_400
        guard allowed.contains(number) else {
          throw .field("\(path)[\(index)]", .outside(number, allowed))
        }
        seconds.append(number)
      } else {
        throw .field("\(path)[\(index)]", .mustBe("a whole number or null"))
      }
    }
    return seconds
  }

  private static func speeds(_ travel: JSONTree) throws(ExchangeError) -> DaySpeeds {
    guard travel["speeds"] != nil else { return DaySpeeds() }
    var spans: [DaySpeeds.Span] = []
    for (index, span) in try travel.list("speeds").enumerated() {
      do throws(ExchangeError) {
        let from = try span.instant("from")
        let to = try span.instant("to")
        guard from < to else { throw .field("to", .reversed) }
        let percent = try span.integer("percent")
        guard DaySpeeds.allowed.contains(percent) else {
          throw .field("percent", .outside(percent, DaySpeeds.allowed))
        }
        spans.append(DaySpeeds.Span(from: from, to: to, percent: percent))
      } catch { throw error.under("speeds[\(index)]") }
    }
    guard spans.count <= 100 else { throw .field("speeds", .mustBe("a list of 100 at most")) }
    return DaySpeeds(spans)
  }
}
