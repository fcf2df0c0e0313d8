/// What the signs of the timeline mean; its help and docs/keys.md say it.
public enum TimelineMarks {
  public static let legend: [(sign: String, words: String)] = [
    ("╶──╴", "working time"), ("╌╌╌", "break or absence"), ("···", "the way there"), ("┊", "now"),
    ("[20417 ]", "planned, the technician not told"), ("(20417?)", "tentative"), ("[20417›]", "told"),
    ("[20417✓]", "accepted, or on the way"), ("[20417◆]", "on site"), ("[20417‖]", "held"),
    ("[20417=]", "done"),
    ("[20417×]", "not done, or declined"), ("▲20417 ]", "clashes with another visit"),
    ("▓▓▓", "longer than estimated"), ("▁▁▁", "as it was planned, where it went otherwise"),
    ("░░░", "a visit being moved")
  ]
}
