import Domain

extension Parameter {
  /// Whether a value may go on over several words.
  var isGreedy: Bool {
    switch kind {
    case .text, .longText, .customer, .site, .equipment, .contract: true
    case .orders, .order, .technician, .person, .trade, .zone, .verb, .message, .template, .file, .number,
      .choice, .assignee, .priority, .instant, .shift, .day, .length, .money, .coordinates, .hours, .skill,
      .fields, .flag:
      false
    }
  }

  /// Whether it takes every word that is left.
  var isLong: Bool {
    switch kind {
    case .longText: true
    case .orders, .order, .technician, .person, .customer, .site, .equipment, .contract, .trade, .zone, .verb,
      .message, .template, .text, .file, .number, .choice, .assignee, .priority, .instant, .shift, .day,
      .length, .money, .coordinates, .hours, .skill, .fields, .flag:
      false
    }
  }

  /// Whether any word at all could be its value, so that none can be known for it.
  var isFreeText: Bool {
    switch kind {
    case .text, .longText, .file, .hours: true
    case .orders, .order, .technician, .person, .customer, .site, .equipment, .contract, .trade, .zone, .verb,
      .message, .template, .number, .choice, .assignee, .priority, .instant, .shift, .day, .length, .money,
      .coordinates, .skill, .fields, .flag:
      false
    }
  }

  /// Whether a word that does not look right is still taken, so that its own fault is told.
  var isOnlyGuess: Bool { kind != .orders }

  /// Whether a word could be meant for it.
  func looksLike(_ word: Word) -> Bool {
    let text = word.text
    switch kind {
    case .orders, .order: return OrderReference.looksRight(text)
    case .choice(let choices): return choices.contains { $0.folded == text.folded }
    case .priority: return Priority(text) != nil && (text.first == "P" || text.first == "p")
    case .instant: return TypedTime.looksRight(text)
    case .shift: return TypedTime.looksRight(text) || TypedTime.shift(text) != nil
    case .day: return TypedTime.looksLikeDay(text)
    case .length: return Span(typed: text) != nil
    case .number: return Int(text) != nil
    case .money: return Money(text) != nil
    case .skill: return SkillRequirement(text) != nil
    case .fields: return text.contains("=")
    case .coordinates: return Coordinates(text) != nil
    case .flag: return false
    case .technician, .person, .customer, .site, .equipment, .contract, .trade, .zone, .verb, .message,
      .template, .text, .longText, .file, .assignee, .hours:
      return true
    }
  }

  /// The fault of a word that is not what this takes.
  func fault(_ word: String) -> UsageFault {
    UsageFault("\"\(word.clipped(24))\" is no \(thing). \(examples)", word: word, nearest: nearest(to: word))
  }

  /// How it is written in a usage line: `ORDER…`, `[TIME]`, `--length 90m`.
  var spelling: String {
    switch place {
    case .turn: placeholder
    case .after(let word): word
    case .option: "--" + name
    }
  }

  /// What it stands for in a usage line.
  var placeholder: String {
    switch kind {
    case .choice(let choices) where choices.count <= 5: choices.joined(separator: "|")
    case .fields: "FIELD=VALUE…"
    case .orders: "ORDER…"
    case .assignee: "TECHNICIAN|@best"
    case .priority: "P1..P4"
    case .shift: "+30m|-15m|TIME"
    case .instant: name == "time" ? "TIME" : name.uppercased()
    case .choice, .order, .technician, .person, .customer, .site, .equipment, .contract, .trade, .zone, .verb,
      .message, .template, .text, .longText, .file, .number, .day, .length, .money, .coordinates, .hours,
      .skill, .flag:
      name.uppercased()
    }
  }

  private func nearest(to word: String) -> [String] {
    switch kind {
    case .choice(let choices): Nearness.words(to: word, in: choices)
    case .fields(let names): Nearness.words(to: word, in: names)
    case .orders, .order, .technician, .person, .customer, .site, .equipment, .contract, .trade, .zone, .verb,
      .message, .template, .text, .longText, .file, .number, .assignee, .priority, .instant, .shift, .day,
      .length, .money, .coordinates, .hours, .skill, .flag:
      []
    }
  }
}

extension String {
  /// At most so many characters, an ellipsis in place of the rest.
  func clipped(_ count: Int) -> String { self.count <= count ? self : prefix(max(0, count - 1)) + "…" }
}
