public import Domain

/// Finds what a typed name means: a handle, a name, an unambiguous beginning of either, or an id.
enum Naming {
  /// One thing that a name may mean.
  struct Candidate<ID> {
    let id: ID
    /// What wins when it is typed in full, such as a handle.
    let handle: String?
    let name: String
    /// What tells it from one of the same name.
    var detail: String?

    var shown: String { handle ?? (detail.map { "\(name) (\($0))" } ?? name) }
  }

  static func find<ID>(_ word: String, in candidates: [Candidate<ID>], thing: String) throws(UsageFault) -> ID
  {
    let typed = word.trimmed
    let folded = typed.folded
    if let exact = candidates.first(where: { $0.handle == typed }) { return exact.id }
    let tests: [(Candidate<ID>) -> Bool] = [
      { $0.handle?.folded == folded }, { $0.name == typed }, { $0.shown == typed },
      { $0.name.folded == folded },
      { $0.handle?.folded.hasPrefix(folded) ?? false }, { $0.name.folded.hasPrefix(folded) },
      { $0.name.split(whereSeparator: \.isWhitespace).contains { $0.folded.hasPrefix(folded) } }
    ]
    for test in tests where !folded.isEmpty || !typed.isEmpty {
      let found = candidates.filter { folded.isEmpty ? $0.name == typed : test($0) }
      if found.count == 1 {
        if found[0].isMeant(by: folded) || folded.isEmpty { return found[0].id }
        continue
      }
      if found.count > 1 {
        let names = found.map(\.shown).sorted()
        throw UsageFault(
          "\"\(typed.clipped(24))\" could be \(names.prefix(3).joined(separator: ", ").clipped(60))"
            + (found.count > 3 ? " or \(found.count - 3) more." : "."), word: typed,
          nearest: Array(names.prefix(5)))
      }
    }
    let all = candidates.flatMap { [$0.handle, $0.name].compactMap(\.self) }
    throw UsageFault(
      "No \(thing) is called \"\(typed.clipped(32))\".", word: typed,
      nearest: Nearness.words(to: typed, in: all))
  }
}

extension Naming.Candidate {
  /// Whether a beginning of it does not end within a number: `Store 1` is no beginning of `Store 112`.
  fileprivate func isMeant(by beginning: String) -> Bool {
    guard beginning.last?.isNumber ?? false else { return true }
    let words =
      [handle, name, shown].compactMap(\.self) + name.split(whereSeparator: \.isWhitespace).map(String.init)
    return words.map(\.folded).contains { word in
      word.hasPrefix(beginning) && !(word.dropFirst(beginning.count).first?.isNumber ?? false)
    }
  }
}

extension Verbs {
  /// The person that a handle, an unambiguous beginning of it or a name means.
  public static func person(_ word: String, in office: Office) throws(UsageFault) -> Person.ID {
    if let id = Person.ID(word), office.person(id) != nil { return id }
    let known = office.people.unordered.map {
      Naming.Candidate(id: $0.id, handle: $0.handle, name: $0.name.words)
    }
    return try Naming.find(word, in: known, thing: "person")
  }

  /// The site that a name means, of those that are named.
  public static func site(
    _ word: String, of sites: some Sequence<Site>, in office: Office
  ) throws(UsageFault) -> Site.ID {
    let known = sites.map { site in
      Naming.Candidate(
        id: site.id, handle: nil, name: site.name, detail: office.customer(site.customer)?.name)
    }
    return try Naming.find(word, in: known, thing: "site")
  }
}

extension VerbContext {
  func technician(_ word: String, inactiveToo: Bool = false) throws(UsageFault) -> Technician.ID {
    if let id = Technician.ID(word), office.technician(id) != nil { return id }
    let known = office.technicians.unordered.filter { $0.isActive || inactiveToo }
    return try Naming.find(
      word, in: known.map { Naming.Candidate(id: $0.id, handle: $0.handle, name: $0.name.words) },
      thing: "technician")
  }

  func person(_ word: String) throws(UsageFault) -> Person.ID {
    try Verbs.person(word, in: office)
  }

  func customer(_ word: String) throws(UsageFault) -> Customer.ID {
    if let id = Customer.ID(word), office.customer(id) != nil { return id }
    let known = office.customers.unordered.map { Naming.Candidate(id: $0.id, handle: nil, name: $0.name) }
    return try Naming.find(word, in: Array(known), thing: "customer")
  }

  func site(_ word: String) throws(UsageFault) -> Site.ID {
    if let id = Site.ID(word), office.site(id) != nil { return id }
    return try Verbs.site(word, of: office.sites.unordered, in: office)
  }

  /// A piece of equipment by its name or serial number; one at the site wins over one elsewhere.
  func equipment(_ word: String, at site: Site.ID? = nil) throws(UsageFault) -> Equipment.ID {
    if let id = Equipment.ID(word), office.equipment(id) != nil { return id }
    let all = Array(office.equipment.unordered)
    let numbered = all.filter { $0.details[.serial] == word.trimmed }
    let own = numbered.filter { $0.site == site }
    if let one = own.count == 1 ? own.first : numbered.count == 1 ? numbered.first : nil { return one.id }
    if numbered.count > 1 {
      throw UsageFault(
        "\"\(word.clipped(24))\" could be several: the serial number of \(numbered.count) things.",
        word: word,
        nearest: numbered.map(\.name).sorted().prefix(5).map { $0 })
    }
    let here = site == nil ? all : all.filter { $0.site == site }
    let known = (here.isEmpty ? all : here).map { equipment in
      Naming.Candidate(
        id: equipment.id, handle: nil, name: equipment.name, detail: office.site(equipment.site)?.name)
    }
    return try Naming.find(word, in: known, thing: "equipment")
  }

  func contract(_ word: String) throws(UsageFault) -> Contract.ID {
    if let id = Contract.ID(word), office.contract(id) != nil { return id }
    let known = office.contracts.unordered.map { Naming.Candidate(id: $0.id, handle: nil, name: $0.name) }
    return try Naming.find(word, in: Array(known), thing: "contract")
  }
}
