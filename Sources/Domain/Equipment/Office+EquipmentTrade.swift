extension Office {
  /// The trade of a call that names none: what its words point to, else what the equipment it is about points to by its
  /// type and its name.
  public func proposedTrade(words: String, equipment: Equipment.ID?) -> Trade? {
    if let trade = trades.match(words) { return trade }
    guard let equipment = self.equipment(equipment) else { return nil }
    return [equipment.details[.type], equipment.name, equipment.details[.model]].compactMap(\.self)
      .compactMap { trades.match($0) }.first
  }
}
