import Foundation
import TestSupport
import Testing

@Suite("Who fits, and why, by shell")
struct PlanOfficeStoryTests {
  private func office() throws -> (binary: Binary, order: String) {
    let binary = try Binary()
    let made = try binary.run("demo", "--headless", "--db", binary.database, "--open", "120", "--closed", "0")
    try #require(made.status == 0, "\(made.errors)")
    let waiting = try binary.run("list", "queue", "--json", "--as", "bea-long").objects
    let order = try #require(waiting.compactMap { $0["number"] as? Int }.last)
    return (binary, String(order))
  }

  @Test(
    "lists everybody with the place in his day or the reason, and changes nothing",
    .verifies("REC-01", "REC-03"))
  func fits() throws {
    let (binary, order) = try office()
    let rows = try binary.run("fits", order, "--json").objects
    let able = rows.filter { $0["fits"] as? Bool == true }
    #expect(!rows.isEmpty && rows.allSatisfy { $0["technician"] is String })
    #expect(able.map { $0["rank"] as? Int } == (0..<able.count).map { $0 + 1 })
    for row in able {
      let travel = try #require(row["travel"] as? [String: Any])
      #expect(["same spot", "distance", "guess"].contains(travel["by"] as? String))
    }
    for row in rows where row["fits"] as? Bool == false { #expect((row["why"] as? String)?.isEmpty == false) }
    let table = try binary.run("fits", order)
    #expect(table.status == 0 && table.output.contains("Technician"))
    #expect(table.output.split(separator: "\n").count == rows.count + 1)
    #expect(try binary.run("fits", order, "--tsv").output.hasPrefix("technician\tname\tfits\trank\t"))
    #expect(try binary.run("fits", "1").status == 1)
  }

  @Test("explains an order of the office as it does a job of a file", .verifies("REC-03"))
  func explained() throws {
    let (binary, order) = try office()
    let words = try binary.run("plan", "--explain", order)
    #expect(words.status == 0 && words.output.hasPrefix("\(order) (P"), "\(words.errors)")
    let object = try binary.run("plan", "--explain", order, "--json").object
    #expect(object["order"] as? Int == Int(order) && object["rulesVersion"] as? Int == 1)
    let refused = try #require(object["refused"] as? [[String: Any]])
    let others = try #require(object["others"] as? [[String: Any]])
    #expect(refused.count + others.count > 2)
    let without = try binary.run("plan")
    #expect(without.status == 2 && without.errors.contains("--explain"))
    #expect(try binary.run("plan", "--explain", order, "--seconds", "2").status == 2)
  }

  @Test(
    "fills free time and gives together what lies together, and does neither unasked", .verifies("REC-08"))
  func free() throws {
    let (binary, order) = try office()
    let before = try binary.run("list", "queue", "--json").output
    let technicians = try binary.run("list", "technicians", "--json").objects
    var offered: (handle: String, option: [String: Any])?
    for handle in technicians.compactMap({ $0["handle"] as? String }) {
      let answer = try binary.run("fill", handle, "--json").object
      guard let option = (answer["options"] as? [[String: Any]])?.first else { continue }
      offered = (handle, option)
      break
    }
    #expect(try binary.run("together", order).status == 0)
    #expect(try binary.run("list", "queue", "--json").output == before)
    let (handle, option) = try #require(offered)
    let fit = try #require(option["fit"] as? [String: Any])
    let number = try #require(fit["order"] as? Int)
    let name = try #require(option["seen"] as? String)
    let unnamed = try binary.run("fill", handle, "--take", "1", "--yes")
    #expect(unnamed.status != 0, "a plan that was not seen is not done")
    let done = try binary.run("fill", handle, "--take", "1", "--seen", name, "--yes")
    #expect(done.status == 0, "\(done.errors)")
    let shown = try binary.run("show", String(number), "--json").object
    let visits = try #require(shown["visits"] as? [[String: Any]])
    let given = visits.flatMap { $0["assignments"] as? [[String: Any]] ?? [] }
    #expect(given.contains { $0["technician"] as? String == handle })
  }

  @Test("goes by rules from a file, and starts with its own where the file is broken", .verifies("REC-11"))
  func rules() throws {
    let (binary, order) = try office()
    let file = binary.database + ".plan.toml"
    try "version = 4\n[weights]\ndriving = 20\n".write(toFile: file, atomically: true, encoding: .utf8)
    #expect(try binary.run("plan", "--explain", order, "--json").object["rulesVersion"] as? Int == 4)
    let config = try binary.run("config").output
    #expect(config.contains("plan.weights.driving = 20 (\(file):3)"))
    #expect(config.contains("plan.weights.overtime = 20 (default)"))
    try "version = 4\n[weights]\ndrivin = 20\n[travel]\nzones = \"none.csv\"\n"
      .write(toFile: file, atomically: true, encoding: .utf8)
    let broken = try binary.run("fits", order)
    #expect(broken.status == 0 && !broken.output.isEmpty)
    #expect(broken.errors.contains("\(file):3:1: \"drivin\" is nothing of [weights]; driving is."))
    #expect(broken.errors.contains("none.csv"))
  }

  @Test("tries a file of rules on the office as it was known, and changes nothing", .verifies("REC-11"))
  func trial() throws {
    let (binary, _) = try office()
    let before = try binary.run("list", "queue", "--json").output
    let file = binary.database + ".idle.toml"
    try "version = 7\n[weights]\nleft-out = [0, 0, 0, 0]\n"
      .write(toFile: file, atomically: true, encoding: .utf8)
    for time in [["--at", "-5m"], []] {
      let object = try binary.run(words: ["plan", "try", file, "--json"] + time).object
      let inForce = try #require(object["inForce"] as? [String: Any])
      let tried = try #require(object["tried"] as? [String: Any])
      #expect(inForce["version"] as? Int == 1 && tried["version"] as? Int == 7)
      let plan = try #require(inForce["plan"] as? [String: Any])
      let options = try #require(plan["options"] as? [[String: Any]])
      #expect(!options.isEmpty)
      let different = try #require(object["different"] as? [Int])
      #expect(!different.isEmpty, "whoever pays nothing for leaving work out leaves it out")
    }
    let words = try binary.run("plan", "try", file, "--at", "-5m").output
    #expect(words.contains("in force, version 1") && words.contains("idle.toml, version 7"))
    #expect(try binary.run("list", "queue", "--json").output == before)
    try "version = 7\n[weights]\nleftout = 1\n".write(toFile: file, atomically: true, encoding: .utf8)
    let broken = try binary.run("plan", "try", file)
    #expect(broken.status == 1 && broken.errors.contains("\(file):3:1"))
    #expect(try binary.run("plan", "try", file + ".none").status == 3)
  }
}
