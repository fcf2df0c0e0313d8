import Domain

extension Trade {
  /// As a column shows it: the usual trades in six letters at most, `HVAC`, `Plumb`, `Refrig`; an office's own whole.
  var shown: String {
    switch name {
    case "hvac", "it": name.uppercased()
    case "plumbing": "Plumb"
    case "electrical": "Elec"
    case "refrigeration": "Refrig"
    case "lighting": "Light"
    case "roofing": "Roof"
    case "landscaping": "Garden"
    case "cleaning": "Clean"
    case "general": "Gen"
    default: name.prefix(1).uppercased() + name.dropFirst()
    }
  }
}

extension Model {
  /// The same, in the letters in which the office writes it.
  func shown(_ trade: Trade) -> String {
    let written = office.trades.spelled(trade)
    return written == trade.name ? trade.shown : written
  }
}
