extension Papers {
  /// The text of docs/verbs.md.
  public static var verbsPage: String {
    var text = """
      # Verbs

      Made from the verb catalogue by `callout`; a change by hand is lost. One language answers a key, the `:` line
      and the shell: `assign 20418 ana 11:00` on the line is `callout assign 20418 ana 11:00` in the shell.

      - `.` is the selection, `-` the last order, `@best` the first who can; a bare number opens the order.
      - An unambiguous beginning of a verb, a handle or a name is enough; names of several words stand in quotes.
      - Several orders at once are one group, all or nothing; `--each` takes each for itself.
      - Times: `11:00`, `+30m`, `tomorrow 8:00`, `mon 9:00`, `2026-11-26 9:00`, RFC 3339. Days: `today`, `tomorrow`,
        `mon`, `2026-11-26`. Lengths: `90m`, `1h30`, `2d`.
      - A value that begins with `-` follows `--`.

      ## For every verb

      | option | |
      |---|---|

      """
    for common in CommonOptions.spellings {
      text += "| `\(common.option)\(common.value.map { " \($0)" } ?? "")` | \(common.help) |\n"
    }
    var noun = ""
    for verb in Verbs.catalogue {
      let own = String(verb.name.prefix { $0 != "." })
      if own != noun, !text.contains("\n## \(title(own))\n") { text += "\n## \(title(own))\n" }
      noun = own
      text += section(verb)
    }
    return text
  }

  private static func title(_ noun: String) -> String {
    let words = noun.split(separator: "-").joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  private static func section(_ verb: any Verb.Type) -> String {
    var text = "\n### \(verb.spoken)\n\n\(verb.help). (`\(verb.name)`)\n\n    \(Usage.line(of: verb))\n"
    let notes = verb.parameters.filter { !note(on: $0).isEmpty }
    if !notes.isEmpty { text += "\n" }
    for parameter in notes { text += "- `\(parameter.spelling)`: \(note(on: parameter))\n" }
    if let permission = verb.permission { text += "\nTakes \(Wording.needed(for: permission)).\n" }
    return text
  }
}
