import Domain

extension Wording {
  /// What would be erased, what was, or that there is nothing.
  public func erasing(_ words: ErasedWords, isDone: Bool) -> String {
    let whose: String
    let verb: String
    switch words.subject {
    case .customer(let id):
      (whose, verb) = (office.customer(id)?.name ?? "nobody", "customer erase")
    case .person(let id): (whose, verb) = (office.person(id)?.handle ?? "nobody", "person erase")
    }
    if words.texts.isEmpty { return "No name or number of \(whose) is kept." }
    let count = "\(words.texts.count) \(words.texts.count == 1 ? "name or number" : "names and numbers")"
    let place = words.orders == 0 ? "" : ", in \(words.orders) \(words.orders == 1 ? "order" : "orders") too"
    if isDone {
      return "Erased \(count) of \(whose)\(place): here now, at each console with its next page. "
        + "Backups and files that were sent keep what they have."
    }
    return
      "\(count) of \(whose) are kept\(place). \(verb) … --for-good erases them; nothing brings them back."
  }
}
