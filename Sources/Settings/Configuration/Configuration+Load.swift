extension Configuration {
  /// Lays a configuration file over what is there; a line that is not right is reported and changes nothing.
  public mutating func read(text: String, file: String) -> [SettingsProblem] {
    var reader = ConfigurationReader(document: TOMLDocument(text: text, file: file), configuration: self)
    reader.read()
    self = reader.configuration
    return reader.document.problems.sorted()
  }
}

private struct ConfigurationReader {
  var document: TOMLDocument
  var configuration: Configuration

  mutating func read() {
    for (name, value) in document.ordered(document.root, under: []) {
      let source = SettingSource.file(document.file, line: document.place(ofKey: [name]).line)
      switch name {
      case "keymap":
        if let text = text(value, of: name) { configuration.keymap = Setting(text, from: source) }
      case "theme": if let text = text(value, of: name) { configuration.theme = Setting(text, from: source) }
      case "database":
        if let path = path(value, of: name) { configuration.database = Setting(path, from: source) }
      case "outbox":
        if let path = path(value, of: name) { configuration.outbox = Setting(path, from: source) }
      case "sendmail": readMailProgram(value, from: source)
      case "mail-from":
        if let text = text(value, of: name) { configuration.mailSender = Setting(text, from: source) }
      case "mail-budget": readBudget(value, from: source)
      case "plan":
        if let path = path(value, of: name) { configuration.plan = Setting(path, from: source) }
      case "person":
        if let text = text(value, of: name) { configuration.person = Setting(text, from: source) }
      case "mouse": if let flag = truth(value, of: name) { configuration.mouse = Setting(flag, from: source) }
      case "plain": if let flag = truth(value, of: name) { configuration.plain = Setting(flag, from: source) }
      case "bell":
        if let bell: Configuration.Bell = choice(value, of: name) {
          configuration.bell = Setting(bell, from: source)
        }
      case "colours":
        if let colours: Configuration.Colours = choice(value, of: name) {
          configuration.colours = Setting(colours, from: source)
        }
      case "escape-delay": readDelay(value, from: source)
      case "lock-after": readLock(value, from: source)
      case "older-work":
        if let flag = truth(value, of: name) { configuration.olderWork = Setting(flag, from: source) }
      default: unknown(name)
      }
    }
  }

  private mutating func unknown(_ name: String) {
    let nearest = Nearest.words(to: name, in: Configuration.names)
    document.report(
      name, at: document.place(ofKey: [name]), nearest: nearest,
      Nearest.sentence("\"\(name)\" is no setting", nearest, among: Configuration.names))
  }

  /// A program is named by its whole path and its words one by one: nothing is looked for, and no shell reads it.
  private mutating func readMailProgram(_ value: TOMLNode, from source: SettingSource) {
    var words: [String] = []
    if case .list(let nodes) = value {
      for case .text(let word) in nodes where !word.isEmpty { words.append(word) }
      if words.count == nodes.count, words.first?.hasPrefix("/") ?? false {
        configuration.mailProgram = Setting(words, from: source)
        return
      }
    }
    refuse(
      value, of: "sendmail",
      "a list that begins with a whole path, such as [\"/usr/sbin/sendmail\", \"-i\"], belongs")
  }

  private mutating func readBudget(_ value: TOMLNode, from source: SettingSource) {
    if case .whole(let count) = value, (1...10_000).contains(count) {
      configuration.mailBudget = Setting(count, from: source)
    } else {
      refuse(value, of: "mail-budget", "a number of mails an hour from 1 to 10000 belongs")
    }
  }

  private mutating func text(_ value: TOMLNode, of name: String) -> String? {
    if case .text(let text) = value, !text.isEmpty { return text }
    refuse(value, of: name, "a text in quotes belongs")
    return nil
  }

  private mutating func path(_ value: TOMLNode, of name: String) -> String? {
    text(value, of: name).map { configuration.expanded($0) }
  }

  private mutating func truth(_ value: TOMLNode, of name: String) -> Bool? {
    if case .truth(let flag) = value { return flag }
    refuse(value, of: name, "true or false belongs")
    return nil
  }

  /// An Esc that takes a second is the classic complaint; under a millisecond, arrow keys fall apart.
  private mutating func readDelay(_ value: TOMLNode, from source: SettingSource) {
    if case .whole(let delay) = value, (1...1000).contains(delay) {
      configuration.escapeDelay = Setting(delay, from: source)
    } else {
      refuse(value, of: "escape-delay", "1 to 1000 milliseconds belong")
    }
  }

  /// `15m` or `90s`; a number alone is minutes, and 0 is never.
  private mutating func readLock(_ value: TOMLNode, from source: SettingSource) {
    var seconds: Int?
    switch value {
    case .whole(let minutes) where (0...1440).contains(minutes): seconds = Int(minutes) * 60
    case .text(let text):
      let number = Int(text.dropLast())
      if text.hasSuffix("m") { seconds = number.flatMap { (0...1440).contains($0) ? $0 * 60 : nil } }
      if text.hasSuffix("s") { seconds = number.flatMap { (0...86_400).contains($0) ? $0 : nil } }
    case .whole, .truth, .decimal, .list, .table, .moment: break
    }
    if let seconds {
      configuration.lockAfter = Setting(seconds, from: source)
    } else {
      refuse(value, of: "lock-after", "a length up to a day belongs, such as \"15m\", \"90s\" or 0 for never")
    }
  }

  private mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ value: TOMLNode, of name: String
  ) -> Choice? where Choice.RawValue == String {
    let word: String
    switch value {
    case .text(let text): word = text
    case .whole(let number): word = String(number)
    case .truth(let flag): word = String(flag)
    case .decimal, .list, .table, .moment:
      refuse(value, of: name, "one of \(Choice.allCases.map(\.rawValue).joinedByOr) belongs")
      return nil
    }
    if let choice = Choice(rawValue: word) { return choice }
    let valid = Choice.allCases.map(\.rawValue)
    document.report(
      word, at: document.place(ofValue: [name]), nearest: Nearest.words(to: word, in: valid),
      "\"\(word)\" is no \(name); \(valid.joinedByOr) is.")
    return nil
  }

  private mutating func refuse(_ value: TOMLNode, of name: String, _ expected: String) {
    let written: String
    switch value {
    case .text(let text): written = "\"\(text)\""
    case .whole(let number): written = String(number)
    case .decimal, .truth, .list, .table, .moment: written = value.kind
    }
    document.report(
      name, at: document.place(ofValue: [name]), "\"\(name)\" is \(written) where \(expected).")
  }
}
