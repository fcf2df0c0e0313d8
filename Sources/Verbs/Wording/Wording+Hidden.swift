extension Wording {
  /// A telephone number as lists show it: hidden but for its last two figures, which tell one from another.
  public static func hidden(phone: String) -> String {
    let figures = phone.filter(\.isNumber)
    return "••••" + (figures.count > 4 ? figures.suffix(2) : "")
  }

  /// The same with what shows it, which is put on record.
  static func shownOnAsking(phone: String, of handle: String) -> String {
    "\(hidden(phone: phone)): show-phone \(handle) shows it, recorded"
  }
}
