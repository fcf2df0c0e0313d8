import DayPlan
import Domain
import Settings

/// By what plans are made at this office and what is known of its roads, from the file beside the database or the one
/// that the settings name. What cannot be used of it is said and stays as it is built in.
struct DayRules: Sendable {
  private(set) var settings = PlanSettings()
  private(set) var zones = ZoneMinutes()
  private(set) var problems: [SettingsProblem] = []
  /// The file that was read; nil where there is none.
  private(set) var path: String?

  init(_ surroundings: Surroundings) {
    let named = surroundings.configuration.plan.value
    let file = named ?? surroundings.databasePath + ".plan.toml"
    guard let text = TextFile.read(file) else {
      if named != nil {
        problems.append(
          Self.missing(file, "it is named by \"plan\" in the configuration and cannot be read."))
      }
      return
    }
    read(text, file)
  }

  /// The rules of one file, whatever the settings name; nil where it cannot be read.
  init?(file: String) {
    guard let text = TextFile.read(file) else { return nil }
    read(text, file)
  }

  private mutating func read(_ text: String, _ file: String) {
    path = file
    problems += settings.read(text: text, file: file)
    if let name = settings.zones { readZones(name, beside: file) }
  }

  /// A name that does not begin at the root is looked for beside the file that says it.
  private mutating func readZones(_ name: String, beside file: String) {
    let folder = file.lastIndex(of: "/").map { String(file[...$0]) } ?? ""
    let path = name.hasPrefix("/") ? name : folder + name
    guard let text = TextFile.read(path) else {
      problems.append(Self.missing(path, "\(file) names it as zones, and it cannot be read."))
      return
    }
    let loaded = ZoneMinutes.load(text: text, file: path)
    zones = loaded.table
    problems += loaded.problems
  }

  private static func missing(_ file: String, _ sentence: String) -> SettingsProblem {
    SettingsProblem(file: file, line: 1, column: 1, word: file, sentence: sentence)
  }
}

extension DayRules {
  var rules: PlanRules {
    var rules = PlanRules.usual
    if let version = settings.version { rules.version = version }
    for (weight, value) in settings.weights {
      switch weight {
      case .driving: rules.travel = value
      case .overtime: rules.overtime = value
      case .unevenWork: rules.balance = value
      case .brokenPromise: rules.brokenPromise = value
      case .newAtTheSite: rules.newcomer = value
      case .rating: rules.rating = value
      case .changedTechnician: rules.changedTechnician = value
      case .movedStart: rules.movedStart = value
      case .roomForUrgent: rules.madeRoom = value
      }
    }
    if let late = settings.late { rules.late = late }
    if let leftOut = settings.leftOut { rules.unserved = leftOut }
    for (limit, seconds) in settings.limits {
      switch limit {
      case .mostOvertime: rules.mostOvertime = .seconds(Int64(seconds))
      case .near: rules.reach = .seconds(Int64(seconds))
      }
    }
    if let tries = settings.tries { rules.tries = tries }
    return rules
  }

  /// The office with what is known of its roads.
  func prepared(_ office: Office) -> Office {
    guard !zones.zones.isEmpty || !settings.speeds.isEmpty else { return office }
    var office = office
    let speeds = settings.speeds.map { Roads.Speed(from: $0.from, to: $0.to, percent: $0.percent) }
    office.roads = Roads(minutes: zones.minutes, speeds: speeds, in: office)
    return office
  }

  /// Zones of the table that no site and no technician of the office is in.
  func strangers(in office: Office) -> [SettingsProblem] {
    guard let name = settings.zones, !zones.zones.isEmpty else { return [] }
    let known = Set(office.sites.inOrder.compactMap(\.zone) + office.technicians.inOrder.compactMap(\.zone))
    if known.isEmpty { return [] }
    return zones.zones.filter { !known.contains($0) }.map { zone in
      let nearest = Nearest.words(to: zone, in: known.sorted())
      return SettingsProblem(
        file: name, line: 1, column: 1, word: zone, nearest: nearest,
        sentence:
          "no site or technician is in a zone \"\(zone)\"; \(nearest.joined(separator: ", ")) is near it.")
    }
  }

  /// What is in force, as `config` prints it.
  var lines: [Configuration.Line] {
    let rules = rules
    func line(_ name: String, _ value: String, _ isSet: Bool) -> Configuration.Line {
      var source = SettingSource.builtIn
      if isSet, let path { source = .file(path, line: settings.places[String(name.dropFirst(5))] ?? 1) }
      return Configuration.Line(name: name, value: value, source: source)
    }
    func weight(_ weight: PlanSettings.Weight, _ value: Int) -> Configuration.Line {
      line("plan.weights.\(weight.rawValue)", String(value), settings.weights[weight] != nil)
    }
    func limit(_ limit: PlanSettings.Limit, _ span: Span) -> Configuration.Line {
      line("plan.limits.\(limit.rawValue)", "\(span.seconds / 60)m", settings.limits[limit] != nil)
    }
    func list(_ numbers: [Int]) -> String { "[\(numbers.map(String.init).joined(separator: ", "))]" }
    return [
      line("plan.version", String(rules.version), settings.version != nil),
      weight(.driving, rules.travel), weight(.overtime, rules.overtime), weight(.unevenWork, rules.balance),
      line("plan.weights.late", list(rules.late), settings.late != nil),
      line("plan.weights.left-out", list(rules.unserved), settings.leftOut != nil),
      weight(.brokenPromise, rules.brokenPromise), weight(.newAtTheSite, rules.newcomer),
      weight(.rating, rules.rating),
      weight(.changedTechnician, rules.changedTechnician), weight(.movedStart, rules.movedStart),
      weight(.roomForUrgent, rules.madeRoom),
      limit(.mostOvertime, rules.mostOvertime), limit(.near, rules.reach),
      line("plan.limits.tries", String(rules.tries), settings.tries != nil),
      line("plan.travel.zones", settings.zones ?? "", settings.zones != nil),
      line("plan.travel.speeds", String(settings.speeds.count), !settings.speeds.isEmpty)
    ]
  }
}
