extension Papers {
  /// The shells whose completions are made.
  public enum Shell: String, CaseIterable, Sendable {
    case bash, zsh, fish
  }

  /// Completions for a shell: verbs, their second words, their options and choices.
  public static func completions(for shell: Shell) -> String {
    switch shell {
    case .bash: bash
    case .zsh: "#compdef callout\nautoload -U +X bashcompinit && bashcompinit\n" + bash
    case .fish: fish
    }
  }

  /// After each verb the words that may follow it: a second word, options, choices, and marks of what is asked for.
  private static var following: [(words: String, next: [String])] {
    let groups = Verbs.groups.compactMap { group -> (String, [String])? in
      let seconds = Verbs.catalogue.filter { $0.words.count == 2 && $0.words[0] == group }.map { $0.words[1] }
      return seconds.isEmpty ? nil : (group, seconds)
    }
    let verbs = Verbs.catalogue.map { verb in (verb.spoken, verb.parameters.flatMap(words)) }
    return (groups + verbs).map { (words: $0.0, next: $0.1) }
  }

  /// What only the office knows: the list that has it, and its column there.
  private enum Asked: String, CaseIterable {
    case orders, technicians, people

    var list: String { self == .orders ? "queue" : rawValue }
    var column: Int { self == .people ? 1 : 2 }
    var mark: String { "@\(rawValue)" }
  }

  private static func asked(_ parameter: Parameter) -> [String] {
    switch parameter.kind {
    case .orders, .order: [Asked.orders.mark]
    case .technician, .assignee: [Asked.technicians.mark]
    case .person: [Asked.people.mark]
    case .choice, .fields, .priority, .customer, .site, .equipment, .contract, .trade, .zone, .verb, .message,
      .template, .text, .longText, .file, .number, .instant, .shift, .day, .length, .money, .coordinates,
      .hours, .skill, .flag:
      []
    }
  }

  /// The words of a shell's list that the office is asked for when it comes to them.
  private static func split(_ words: [String]) -> (fixed: [String], asked: [Asked]) {
    (
      words.filter { word in !Asked.allCases.contains { $0.mark == word } },
      Asked.allCases.filter { words.contains($0.mark) }
    )
  }

  private static func bashWords(_ words: [String]) -> String {
    let (fixed, asked) = split(words)
    return (fixed + asked.map { "$(_callout_column \($0.list) \($0.column))" }).joined(separator: " ")
  }

  private static func words(of parameter: Parameter) -> [String] { fixed(parameter) + asked(parameter) }

  private static func fixed(_ parameter: Parameter) -> [String] {
    let option = parameter.place == .option ? ["--" + parameter.name] : []
    switch parameter.kind {
    case .choice(let choices): return option + choices
    case .fields(let names): return option + names.map { $0 + "=" }
    case .assignee: return option + ["@best"]
    case .priority: return option + ["P1", "P2", "P3", "P4"]
    case .orders, .order, .technician, .person, .customer, .site, .equipment, .contract, .trade, .zone, .verb,
      .message, .template, .text, .longText, .file, .number, .instant, .shift, .day, .length, .money,
      .coordinates, .hours, .skill, .flag:
      return option
    }
  }

  private static var bash: String {
    let common = CommonOptions.spellings.map(\.option).joined(separator: " ")
    var text = """
      _callout_column() {
        local index file=()
        for (( index = 1; index < COMP_CWORD; index++ )); do
          [[ ${COMP_WORDS[index]} == --db ]] && file=(--db "${COMP_WORDS[index + 1]}")
        done
        "${COMP_WORDS[0]}" "${file[@]}" list "$1" --tsv 2>/dev/null | tail -n +2 | cut -f "$2"
      }

      _callout() {
        local current=${COMP_WORDS[COMP_CWORD]}
        local first=${COMP_WORDS[1]} second=${COMP_WORDS[2]}
        if (( COMP_CWORD == 1 )); then
          COMPREPLY=($(compgen -W "\(Verbs.groups.joined(separator: " ")) \(common)" -- "$current"))
          return
        fi
        local words=""
        case "$first $second" in

      """
    for one in following where one.words.contains(" ") {
      text += "    \"\(one.words)\") words=\"\(bashWords(one.next))\" ;;\n"
    }
    text += "    *)\n      case \"$first\" in\n"
    for one in following where !one.words.contains(" ") {
      text += "        \(one.words)) words=\"\(bashWords(one.next))\" ;;\n"
    }
    text += """
            esac ;;
        esac
        COMPREPLY=($(compgen -W "$words \(common)" -- "$current"))
        [[ ${#COMPREPLY[@]} -eq 0 ]] && COMPREPLY=($(compgen -f -- "$current"))
      }
      complete -F _callout callout

      """
    return text
  }

  private static var fish: String {
    var text = "complete -c callout -f\n"
    for common in CommonOptions.spellings {
      let takes = common.value == nil ? "" : " -r"
      text += "complete -c callout -l \(common.option.dropFirst(2))\(takes) -d '\(common.help)'\n"
    }
    for group in Verbs.groups {
      let help = Verbs.catalogue.first { $0.words == [group] }?.help ?? "\(group) add, edit and so on"
      text += "complete -c callout -n __fish_use_subcommand -a \(group) -d '\(quoted(help))'\n"
    }
    for one in following {
      let seen = one.words.split(separator: " ").map { "__fish_seen_subcommand_from \($0)" }.joined(
        separator: "; and ")
      let (fixed, asked) = split(one.next)
      for asked in asked {
        text +=
          "complete -c callout -n '\(seen)' -a '(callout list \(asked.list) --tsv 2>/dev/null | tail -n +2 | cut -f \(asked.column))'\n"
      }
      for next in fixed {
        let word = next.hasPrefix("--") ? "-l \(next.dropFirst(2))" : "-a '\(quoted(next))'"
        text += "complete -c callout -n '\(seen)' \(word)\n"
      }
    }
    return text
  }

  private static func quoted(_ text: String) -> String {
    text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "\\'")
  }
}
