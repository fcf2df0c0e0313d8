extension Papers {
  /// The manual page callout(1), in roff.
  public static func manualPage(version: String) -> String {
    var text = """
      .TH CALLOUT 1 "" "callout \(escaped(version))" "User Commands"
      .SH NAME
      callout \\- a console for dispatching field service
      .SH SYNOPSIS
      .B callout
      [\\fIoptions\\fR] [\\fIverb\\fR \\fIarguments\\fR]
      .SH DESCRIPTION
      Without a verb it opens the console. With one it does that and ends: 0 done, 1 refused by a rule, 2 not
      understood, 3 could not read or write, 130 interrupted.
      .SH OPTIONS

      """
    for common in CommonOptions.spellings {
      text += ".TP\n\\fB\(escaped(common.option))\\fR"
      if let value = common.value { text += " \\fI\(value)\\fR" }
      text += "\n\(escaped(common.help))\n"
    }
    text += ".SH VERBS\n"
    for verb in Verbs.catalogue {
      text += ".TP\n\\fB\(escaped(Usage.line(of: verb)))\\fR\n\(escaped(verb.help)).\n"
      for parameter in verb.parameters where !note(on: parameter).isEmpty {
        text += ".br\n\(escaped(parameter.spelling)): \(escaped(note(on: parameter)))\n"
      }
    }
    text += """
      .SH ENVIRONMENT
      .TP
      .B CALLOUT_DB
      the console's database
      .TP
      .B CALLOUT_AS
      who acts
      .TP
      .B CALLOUT_NOW
      the clock, for tests and training: an instant, or +SECONDS
      .TP
      .B NO_COLOR
      no colours

      """
    return text
  }

  /// A backslash, a hyphen and a leading dot or quote mean something to roff.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text {
      switch character {
      case "\\": escaped += "\\e"
      case "-": escaped += "\\-"
      default: escaped.append(character)
      }
    }
    return escaped.hasPrefix(".") || escaped.hasPrefix("'") ? "\\&" + escaped : escaped
  }
}
