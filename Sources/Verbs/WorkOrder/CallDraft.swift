import Domain

/// What was said about a new call, names already found.
struct CallDraft {
  var words: String
  var summary: String
  var site: Site.ID?
  var provisionalSite: Site?
  var priority: Priority?
  var phone: String?
  var caller: String?
  var trade: Trade?
  var equipment: Equipment.ID?
  var provisionalEquipment: Equipment?
  var impact: Impact?
  var customer: Customer.ID?
  var urgency: Urgency?
  var source: Source
  var service: ServiceType
  var category: String?
  var description: String?
  var estimate: Span?
  var moneyLimit: Money?
  var skills: [SkillRequirement]
  var window: AppointmentWindow?
  var reference: String?
  var unasked: [UnaskedQuestion] = []

  static func read(
    _ arguments: Arguments, in context: VerbContext
  ) throws(UsageFault) -> (CallDraft, [String]) {
    let words = try arguments.needed("text")
    if words.trimmed.isEmpty {
      throw UsageFault("The summary is missing: what is asked for, in the caller's words.", word: "text")
    }
    var draft = CallDraft(
      words: words, summary: words, priority: try arguments.priority(),
      phone: try arguments.callersNumber(),
      caller: arguments.text("caller"), urgency: try arguments.choice("urgency"),
      source: try arguments.choice("source") ?? .phone, service: try arguments.choice("service") ?? .reactive,
      description: arguments.text("description"),
      estimate: try arguments.length("estimate"), moneyLimit: try arguments.money("nte"),
      skills: try arguments.skills(in: context).map { SkillRequirement(trade: $0.trade, level: $0.level) },
      reference: arguments.text("reference"))
    if let word = arguments.text("trade") { draft.trade = try context.trade(word) }
    if let word = arguments.text("customer") { draft.customer = try context.customer(word) }
    var warnings: [String] = []
    if arguments.has("site") || !arguments.has("ended") {
      warnings = try draft.placeAt(
        try arguments.place(), isStrict: arguments.has("strict"), isEnded: arguments.has("ended"),
        in: context)
    }
    if let word = arguments.text("equipment") {
      warnings += try draft.about(word, isStrict: arguments.has("strict"), in: context)
    }
    draft.impact = try arguments.choice("impact")
    if let word = arguments.text("category") {
      let trade = draft.trade ?? context.office.proposedTrade(words: words, equipment: draft.equipment)
      draft.category = try context.category(word, of: trade)
    }
    for text in arguments.all("not-asked") { draft.unasked += try TypedUnasked.read(text) }
    if let word = arguments.text("window") {
      draft.window = try TypedWindow.window(word, at: context.office.site(draft.site), in: context)
    }
    return (draft, warnings + [draft.phone.flatMap(Wording.phoneDoubt)].compactMap(\.self))
  }

  /// The order as it is logged: what was not said comes from the site, the trade and the rules.
  func work(in context: VerbContext) -> LoggedWork {
    let office = context.office
    let request = WorkRequest(
      id: context.newID(), words: words, urgency: urgency, source: source, receivedAt: context.now,
      caller: context.personal(caller), phone: context.personal(phone))
    let trade = trade ?? office.proposedTrade(words: words, equipment: equipment)
    // No number: whoever decides gives the next one that no open form was promised.
    var work = LoggedWork(
      id: context.newID(), number: 0, request: request, receivedAt: context.now,
      summary: summary,
      priority: priority ?? .p3, priorityIsConfirmed: priority != nil, service: service,
      estimate: estimate ?? office.trades[trade]?.estimate ?? .minutes(60))
    work.trade = trade
    work.category = category
    work.description = description
    work.skills = skills
    work.moneyLimit = moneyLimit
    work.promise(window)
    work.reference = reference
    work.site = site
    work.customer = customer ?? (provisionalSite == nil ? office.site(site)?.customer : nil)
    work.equipment = equipment
    work.impact = impact
    work.unasked = unasked
    if priority == nil {
      work.priority = office.proposedPriority(of: WorkOrder(work, at: context.now)).priority
    }
    return work
  }
}

extension CallDraft {
  /// Finds what it is about, or puts it on record by its name at the site and says so.
  private mutating func about(
    _ name: String, isStrict: Bool, in context: VerbContext
  ) throws(UsageFault) -> [String] {
    do {
      let found = try context.equipment(name, at: site)
      equipment = found
      guard let one = context.office.equipment(found), one.status == .retired else { return [] }
      return ["\(one.name.clipped(32)) is retired: it stands so in the register."]
    } catch {
      if isStrict || site == nil || error.message.contains("could be") || name.trimmed.isEmpty { throw error }
    }
    let made = Equipment(id: context.newID(), name: name.trimmed, site: site)
    provisionalEquipment = made
    equipment = made.id
    return [Wording.newEquipment(made.name)]
  }

  /// Finds the site, or makes a provisional one and says so. A call that ends at once makes none: where it was
  /// about stays in its words.
  private mutating func placeAt(
    _ name: String, isStrict: Bool, isEnded: Bool, in context: VerbContext
  ) throws(UsageFault) -> [String] {
    do {
      let found = try context.site(name)
      site = found
      guard let known = context.office.site(found)?.name, known.folded != name.trimmed.folded,
        Site.ID(name) == nil
      else { return [] }
      return ["\"\(name.trimmed.clipped(24))\" is taken for \(known.clipped(32))."]
    } catch {
      let isAmbiguous = error.message.contains("could be")
      let isSlip = Misplaced(name.trimmed) != nil || Misplaced.looksLikePriority(name.trimmed)
      if isStrict || isAmbiguous || isSlip || name.trimmed.isEmpty { throw error }
    }
    if isEnded {
      description = [description, "at \(name.trimmed)"].compactMap(\.self).joined(separator: "\n")
      return ["No site is called \"\(name.trimmed.clipped(32))\", and none was made: nobody goes there."]
    }
    let made = Site(id: context.newID(), name: name.trimmed, customer: customer, isProvisional: true)
    provisionalSite = made
    site = made.id
    return [Wording.provisionalSite(made.name)]
  }
}

extension Arguments {
  /// Where it is; only a call that ends at once can do without.
  fileprivate func place() throws(UsageFault) -> String {
    guard let text = text("site") else {
      throw UsageFault("A place is missing: log TEXT at SITE.", word: "site")
    }
    return text
  }
}
