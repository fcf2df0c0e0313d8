/// Gives the words after a verb to its parameters, one word at a time.
///
/// The same machine reads a line to run it and a half-typed line to complete it.
struct Filling {
  private let turns: [Parameter]
  private let parameters: [Parameter]
  private(set) var arguments = Arguments()
  /// The parameter in turn.
  private var turn = 0
  /// The option or keyword whose value comes next.
  private var pending: Parameter?
  private var optionsAreOver = false
  /// A day was read where a clock time may follow.
  private var timeMayFollow: Parameter?

  init(_ parameters: [Parameter]) {
    self.parameters = parameters
    turns = parameters.filter { $0.place == .turn }
  }

  /// Reads all words and checks that nothing needed is missing.
  static func arguments(_ words: some Sequence<Word>, for verb: any Verb.Type) throws(UsageFault) -> Arguments
  {
    var filling = Filling(verb.parameters)
    try filling.take(all: words)
    return try filling.finished(verb)
  }

  /// What the words say as far as they go, where nothing but the rest is missing; nil for a slip.
  static func unfinished(_ words: some Sequence<Word>, for verb: any Verb.Type) -> Arguments? {
    var filling = Filling(verb.parameters)
    do throws(UsageFault) {
      try filling.take(all: words)
    } catch {
      return nil
    }
    return filling.arguments
  }

  mutating func take(_ word: Word) throws(UsageFault) {
    if let option = pending, option.place == .option {
      pending = nil
      arguments.append(word.text, to: option.name)
      return
    }
    if !optionsAreOver, !word.isQuoted {
      if word.text == "--" {
        optionsAreOver = true
        return
      }
      if word.text.hasPrefix("--") { return try takeOption(word.text) }
    }
    if let waiting = timeMayFollow {
      timeMayFollow = nil
      if TypedTime.looksLikeClock(word.text) {
        arguments.append(word.text, to: waiting.name)
        return
      }
    }
    if !word.isQuoted, let keyword = keyword(word.text) {
      pending = keyword
      if turn < turns.count, arguments.has(turns[turn].name) { turn += 1 }
      return
    }
    if let keyword = pending {
      if try takesMore(keyword, word) {
        arguments.append(word.text, to: keyword.name)
        if !keyword.isGreedy { pending = nil }
        if keyword.kind == .instant, TypedTime.looksLikeDay(word.text) { timeMayFollow = keyword }
        return
      }
      pending = nil
    }
    try takeTurn(word)
  }

  /// What the next word may belong to, for completion.
  var expected: [Parameter] {
    if let pending { return [pending] }
    var found: [Parameter] = []
    var index = turn
    while index < turns.count {
      found.append(turns[index])
      if turns[index].isRequired, !arguments.has(turns[index].name) { break }
      index += 1
    }
    return found
  }

  /// The options that were not given yet, or may be given again.
  var openOptions: [Parameter] {
    optionsAreOver
      ? [] : parameters.filter { $0.place == .option && ($0.isRepeated || !arguments.has($0.name)) }
  }

  /// The words of the grammar that may come next: `at`, `to`.
  var openKeywords: [String] {
    guard pending == nil else { return [] }
    return parameters.compactMap { parameter in
      guard case .after(let word) = parameter.place, !arguments.has(parameter.name) else { return nil }
      return keyword(word) == nil ? nil : word
    }
  }
}

extension Filling {
  /// Takes them one by one; `26 Nov` is one of them where a day may come, and so is `01:15 GMT`.
  private mutating func take(all words: some Sequence<Word>) throws(UsageFault) {
    var rest = Array(words)[...]
    while let word = rest.popFirst() {
      if let next = rest.first, !word.isQuoted, !next.isQuoted, TypedTime.looksLikeClock(word.text),
        TypedTime.isShorthand(next.text)
      {
        rest.removeFirst()
        try take(Word("\(word.text) \(next.text)", range: word.range.lowerBound..<next.range.upperBound))
      } else if let day = day(word, rest) {
        rest.removeFirst()
        try take(day)
      } else {
        try take(word)
      }
    }
  }

  /// A word and the next one as a day of the calendar; nil where none is asked for by now, and for `jan` before
  /// `26 Nov`, which is somebody's name.
  private func day(_ word: Word, _ rest: ArraySlice<Word>) -> Word? {
    guard let next = rest.first, !word.isQuoted, !next.isQuoted,
      TypedTime.looksLikeDay("\(word.text) \(next.text)"),
      expected.contains(where: { [.day, .instant, .shift].contains($0.kind) })
    else { return nil }
    let isName = !(word.text.first?.isNumber ?? false)
    if isName, let after = rest.dropFirst().first, TypedTime.looksLikeDay("\(next.text) \(after.text)") {
      return nil
    }
    return Word("\(word.text) \(next.text)", range: word.range.lowerBound..<next.range.upperBound)
  }

  private mutating func finished(_ verb: any Verb.Type) throws(UsageFault) -> Arguments {
    if let pending, !arguments.has(pending.name) {
      let isNamed = pending.wanted != pending.name || pending.help.isEmpty
      let wanted = isNamed ? pending.wanted : "something after it: \(pending.help)"
      throw UsageFault("\(pending.spelling) needs \(wanted).", word: pending.spelling)
    }
    for parameter in parameters where parameter.isRequired && !arguments.has(parameter.name) {
      throw Usage.missing(parameter, of: verb)
    }
    return arguments
  }

  /// How a field is said whose name was taken for an option's; empty where there is none of the name.
  private func asField(_ name: String) -> String {
    let isField = parameters.contains { parameter in
      if case .fields(let names) = parameter.kind { names.contains(name) } else { false }
    }
    return isField ? " It is a field: \(name)=VALUE." : ""
  }

  private func keyword(_ word: String) -> Parameter? {
    guard let first = turns.first, arguments.has(first.name) else { return nil }
    return parameters.first { parameter in
      guard case .after(let keyword) = parameter.place else { return false }
      return keyword == word.lowercased() && !arguments.has(parameter.name)
    }
  }

  /// A name of several words goes on until a word that something later in line wants, such as a priority.
  ///
  /// A word that was meant as something else ends it, too, so that a slip does not become part of a name.
  private func takesMore(_ keyword: Parameter, _ word: Word) throws(UsageFault) -> Bool {
    guard arguments.has(keyword.name) else { return true }
    guard keyword.isGreedy else { return false }
    if !word.isQuoted, let priority = turns.dropFirst(turn).first(where: { $0.kind == .priority }) {
      if priority.looksLike(word) { return false }
      if Misplaced.looksLikePriority(word.text) { throw priority.fault(word.text) }
    }
    if keyword.kind != .text, !word.isQuoted, let slip = Misplaced(word.text) {
      throw slip.fault(word.text, callersFollow: parameters.contains { $0.name == "phone" })
    }
    return true
  }

  private mutating func takeOption(_ text: String) throws(UsageFault) {
    let parts = text.dropFirst(2).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = parts.first.map(String.init) ?? ""
    let exact = parameters.first { $0.name == name }
    let beginning = parameters.filter { !name.isEmpty && $0.name.hasPrefix(name) }
    guard let option = exact ?? (beginning.count == 1 ? beginning[0] : nil) else {
      let nearest = Nearness.words(to: name, in: parameters.filter { $0.place == .option }.map(\.name))
      throw UsageFault(
        "--\(name) is no option of this verb.\(asField(name))", word: text, nearest: nearest.map { "--" + $0 }
      )
    }
    if option.kind == .flag {
      guard parts.count == 1 else { throw UsageFault("--\(option.name) takes no value.", word: text) }
      arguments.append("yes", to: option.name)
    } else {
      if arguments.has(option.name), !option.isRepeated {
        throw UsageFault("--\(option.name) was said twice.", word: text)
      }
      if parts.count == 2 {
        arguments.append(String(parts[1]), to: option.name)
      } else {
        pending = Parameter(
          option.name, option.kind, .option, isRepeated: option.isRepeated, help: option.help)
      }
    }
    if turn < turns.count, turns[turn].name == option.name { turn += 1 }
  }

  /// Whether a word that begins with `-` was meant as an option; a shift such as `-15m` is none.
  private func looksLikeOption(_ word: Word) -> Bool {
    guard !optionsAreOver, !word.isQuoted, word.text.count > 1, word.text.hasPrefix("-") else { return false }
    if word.text.contains(where: \.isWhitespace) { return false }
    return !expected.contains { !$0.isLong && $0.kind != .text && $0.looksLike(word) }
  }

  private mutating func takeTurn(_ word: Word) throws(UsageFault) {
    if looksLikeOption(word) {
      throw UsageFault("\"\(word.text.clipped(24))\" begins with -: write it after --.", word: word.text)
    }
    while turn < turns.count {
      let parameter = turns[turn]
      let has = arguments.has(parameter.name)
      if parameter.isLong, has, let later = turns.dropFirst(turn + 1).first(where: { $0.kind == .priority }),
        !word.isQuoted, later.looksLike(word)
      {
        arguments.append(word.text, to: later.name)
        return
      }
      let fits = parameter.looksLike(word)
      if parameter.isRepeated || parameter.isLong {
        if fits || (!has && parameter.isRequired && parameter.isOnlyGuess) {
          arguments.append(word.text, to: parameter.name)
          return
        }
        guard has || !parameter.isRequired else { throw parameter.fault(word.text) }
        turn += 1
        continue
      }
      if has {
        if parameter.isGreedy, !word.isQuoted, turn + 1 >= turns.count || !turns[turn + 1].looksLike(word) {
          arguments.append(word.text, to: parameter.name)
          return
        }
        turn += 1
        continue
      }
      guard fits || parameter.isRequired else {
        turn += 1
        continue
      }
      arguments.append(word.text, to: parameter.name)
      if parameter.isGreedy { return }
      turn += 1
      if TypedTime.looksLikeDay(word.text), parameter.kind == .instant || parameter.kind == .shift {
        timeMayFollow = parameter
      }
      return
    }
    // A time that is none, where one could still be said, is a slip and no word too many.
    let meant = turns.first { [.day, .instant, .shift].contains($0.kind) && !arguments.has($0.name) }
    if let meant, !word.isQuoted, word.text.first?.isNumber ?? false { throw meant.fault(word.text) }
    throw oneTooMany(word)
  }

  /// The fault of a word that nothing in turn takes: it names the options that would take it.
  private func oneTooMany(_ word: Word) -> UsageFault {
    let fault = "\"\(word.text.clipped(24))\" is one word too many here"
    let options = openOptions.filter { $0.kind != .flag }
    if let named = options.first(where: { $0.name == word.text.lowercased() }) {
      return UsageFault("\(fault): as an option it is --\(named.name) and its value.", word: word.text)
    }
    let takers = options.filter { !$0.isFreeText && $0.looksLike(word) }.map { "--\($0.name)" }
    guard (1...3).contains(takers.count) else { return UsageFault("\(fault).", word: word.text) }
    return UsageFault(
      "\(fault): \(takers.joined(separator: " or ")) before it says what it is.", word: word.text)
  }
}
