extension PlanSettings {
  /// Lays a file over what is there; a line that is not right is reported and changes nothing.
  public mutating func read(text: String, file: String) -> [SettingsProblem] {
    var reader = PlanSettingsReader(document: TOMLDocument(text: text, file: file), settings: self)
    reader.read()
    self = reader.settings
    return reader.document.problems.sorted()
  }
}

private struct PlanSettingsReader {
  var document: TOMLDocument
  var settings: PlanSettings

  mutating func read() {
    for (name, value) in document.ordered(document.root, under: []) {
      settings.places[name] = document.place(ofKey: [name]).line
      switch (name, value) {
      case ("version", .whole(let version)) where (1...1_000_000).contains(version):
        settings.version = version
      case ("version", _): refuse(value, at: [name], "a whole number from 1 on belongs")
      case ("weights", .table(let table)): each(table, name) { $0.weight($1, $2) }
      case ("limits", .table(let table)): each(table, name) { $0.limit($1, $2) }
      case ("travel", .table(let table)): each(table, name) { $0.road($1, $2) }
      case ("weights", _), ("limits", _), ("travel", _):
        refuse(value, at: [name], "a section [\(name)] belongs")
      default: unknown(name, in: "", at: [name])
      }
    }
  }

  private mutating func each(
    _ table: [String: TOMLNode], _ section: String,
    _ take: (inout PlanSettingsReader, String, TOMLNode) -> Void
  ) {
    for (name, value) in document.ordered(table, under: [section]) {
      settings.places["\(section).\(name)"] = document.place(ofKey: [section, name]).line
      take(&self, name, value)
    }
  }
}

extension PlanSettingsReader {
  private mutating func weight(_ name: String, _ value: TOMLNode) {
    let path = ["weights", name]
    if name == "late" || name == "left-out" {
      // What a second too late weighs is reckoned for ten hours where a promise is broken.
      let most = name == "late" ? 1_000_000 : 1_000_000_000
      guard let numbers = four(value, upTo: most) else {
        return refuse(value, at: path, "four numbers from 0 to \(most) belong, for P1 to P4")
      }
      if name == "late" { settings.late = numbers } else { settings.leftOut = numbers }
      return
    }
    guard let weight = PlanSettings.Weight(rawValue: name) else {
      return unknown(name, in: "weights", at: path)
    }
    let least = weight == .driving ? 1 : 0
    guard case .whole(let number) = value, (least...1_000_000).contains(number) else {
      return refuse(value, at: path, "a whole number from \(least) to 1000000 belongs")
    }
    settings.weights[weight] = number
  }

  private func four(_ value: TOMLNode, upTo most: Int) -> [Int]? {
    guard case .list(let values) = value, values.count == 4 else { return nil }
    let numbers = values.compactMap { one -> Int? in
      if case .whole(let number) = one, (0...most).contains(number) { number } else { nil }
    }
    return numbers.count == 4 ? numbers : nil
  }

  private mutating func limit(_ name: String, _ value: TOMLNode) {
    let path = ["limits", name]
    if name == "tries" {
      guard case .whole(let number) = value, (100...1_000_000).contains(number) else {
        return refuse(value, at: path, "a whole number from 100 to 1000000 belongs")
      }
      settings.tries = number
      return
    }
    guard let limit = PlanSettings.Limit(rawValue: name) else {
      return unknown(name, in: "limits", at: path)
    }
    guard case .text(let text) = value, let seconds = PlanSettings.length(text), seconds <= 86_400 else {
      return refuse(value, at: path, "a length up to a day belongs, such as \"90m\" or \"1h\"")
    }
    settings.limits[limit] = seconds
  }
}

extension PlanSettingsReader {
  private mutating func road(_ name: String, _ value: TOMLNode) {
    let path = ["travel", name]
    switch (name, value) {
    case ("zones", .text(let file)) where !file.isEmpty: settings.zones = file
    case ("zones", _): refuse(value, at: path, "the name of a file in quotes belongs")
    case ("speeds", .table(let table)):
      for (span, percent) in document.ordered(table, under: path) { speed(span, percent) }
      settings.speeds.sort { ($0.from, $0.to) < ($1.from, $1.to) }
    case ("speeds", _): refuse(value, at: path, "a section [travel.speeds] belongs")
    default: unknown(name, in: "travel", at: path)
    }
  }

  /// `"07:00-09:00" = 60`.
  private mutating func speed(_ span: String, _ value: TOMLNode) {
    let path = ["travel", "speeds", span]
    let ends = span.split(separator: "-", omittingEmptySubsequences: false).map {
      PlanSettings.timeOfDay(String($0))
    }
    guard ends.count == 2, let from = ends[0], let to = ends[1], from < to else {
      return document.report(
        span, at: document.place(ofKey: path),
        "\"\(span)\" is no span of a day; two times such as \"07:00-09:00\" are, the later one last.")
    }
    let allowed = PlanSettings.Speed.allowed
    guard case .whole(let percent) = value, allowed.contains(percent) else {
      return refuse(
        value, at: path,
        "\(allowed.lowerBound) to \(allowed.upperBound) percent of the usual speed belong")
    }
    if let other = settings.speeds.first(where: { $0.from < to && from < $0.to }) {
      let words = "\(PlanSettings.clock(other.from))-\(PlanSettings.clock(other.to))"
      return document.report(
        span, at: document.place(ofKey: path), "\"\(span)\" overlaps \"\(words)\"; one of them counts.")
    }
    settings.speeds.append(PlanSettings.Speed(from: from, to: to, percent: percent))
  }
}

extension PlanSettingsReader {
  private mutating func unknown(_ name: String, in section: String, at path: [String]) {
    let names = PlanSettings.sections.first { $0.name == section }?.names ?? []
    let nearest = Nearest.words(to: name, in: names)
    let place = section.isEmpty ? "nothing of a plan's rules" : "nothing of [\(section)]"
    document.report(
      name, at: document.place(ofKey: path), nearest: nearest,
      Nearest.sentence("\"\(name)\" is \(place)", nearest, among: names))
  }

  private mutating func refuse(_ value: TOMLNode, at path: [String], _ expected: String) {
    let written: String
    switch value {
    case .text(let text): written = "\"\(text)\""
    case .whole(let number): written = String(number)
    case .decimal, .truth, .list, .table, .moment: written = value.kind
    }
    let name = path.last ?? ""
    document.report(
      name, at: document.place(ofValue: path), "\"\(name)\" is \(written) where \(expected).")
  }
}

extension PlanSettings {
  /// Seconds of `90m`, `1h`, `1h30`; nil for anything else.
  static func length(_ text: String) -> Int? {
    let parts = text.split(separator: "h", omittingEmptySubsequences: false)
    func number(_ digits: Substring) -> Int? {
      !digits.isEmpty && digits.count <= 4 && digits.utf8.allSatisfy { (48...57).contains($0) }
        ? Int(digits) : nil
    }
    if parts.count == 1, text.hasSuffix("m") { return number(text.dropLast()).map { $0 * 60 } }
    guard parts.count == 2, let hours = number(parts[0]) else { return nil }
    if parts[1].isEmpty { return hours * 3_600 }
    return number(parts[1].hasSuffix("m") ? parts[1].dropLast() : parts[1]).map { hours * 3_600 + $0 * 60 }
  }

  /// Seconds since midnight of `07:00`, up to `24:00`.
  static func timeOfDay(_ text: String) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, (1...2).contains(parts[0].count), parts[1].count == 2,
      parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }), let hour = Int(parts[0]),
      let minute = Int(parts[1]), minute < 60, hour * 60 + minute <= 1_440
    else { return nil }
    return (hour * 60 + minute) * 60
  }

  static func clock(_ seconds: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(two(seconds / 3_600)):\(two(seconds / 60 % 60))"
  }
}
