import Domain
import Settings
import Storage
import TUI
import Terminal
import Verbs

extension Answers {
  func may(_ person: Person.ID, _ verb: String, _ order: WorkOrder.ID?) -> Reply {
    let answer = MayAnswer(person, verb: verb, order: order, in: office, at: now)
    return Reply([answer.reason.map { Sanitised.line($0) } ?? "yes"], Objects.may(answer))
  }

  func health() throws(ShellError) -> Reply {
    guard let report = try read({ file throws(StorageError) in try file.health() }) else {
      throw .failed(Failure(.noOffice, subject: surroundings.databasePath, detail: ""))
    }
    let office = office
    let versions = [("callout", Version.text)]
    return Reply(
      Wording(office: office, now: now).health(report, versions: versions),
      Objects.health(report, versions: versions, in: office, at: now))
  }

  /// What is in force, and where it comes from.
  func config() -> Reply {
    let lines = surroundings.configuration.lines + (session?.dayRules ?? DayRules(surroundings)).lines
    var reply = Reply(
      .sheet(
        lines.map { "\($0.name) = \($0.value) (\($0.source))" },
        lines.map { Objects.setting($0.name, $0.value, from: $0.source.description) }))
    reply.status = surroundings.problems.isEmpty ? 0 : 2
    return reply
  }

  /// The import maps that are in the program, or the text of one.
  func maps(_ name: String?) throws(ShellError) -> Reply {
    let names = BuiltIn.maps.keys.sorted()
    guard let name else {
      return Reply(.sheet(names, names.map { .object([.init("name", .string($0))]) }))
    }
    guard let text = BuiltIn.maps[name] else {
      throw .usage(
        UsageFault("\"\(name)\" is no built-in map.", word: name, nearest: BuiltIn.mapsNear(name)))
    }
    return Reply(.file(text))
  }

  func help(_ topic: String?) throws(ShellError) -> Reply {
    if topic?.folded == "marks" { return Reply(.lines(MarkLegend.lines)) }
    do { return Reply(.lines(try Papers.help(topic: topic))) } catch { throw .usage(error) }
  }
}
