public import Domain

extension Wording {
  /// What did not happen and why, then what would make it possible.
  ///
  /// `verb` is the verb's name and `orders` what it was about, for a refusal that does not know its order. A group
  /// is refused as a whole, for the order that is named.
  public func refusal(_ refusal: Refusal, verb: String? = nil, orders: [Int] = []) -> Sentence {
    let sentence = reason(refusal, verb: verb, orders: orders)
    guard orders.count > 1 else { return sentence }
    let none = "None of the \(orders.count) orders was changed."
    return Sentence(
      sentence.fact, remedy: [none, sentence.remedy].compactMap(\.self).joined(separator: " "),
      whole: "\(sentence.text) \(none)")
  }

  private func reason(_ refusal: Refusal, verb: String?, orders: [Int]) -> Sentence {
    let undone = "not \(Wording.participle(verb))"
    let order = orders.first.map(String.init) ?? "The order"
    switch refusal {
    case .notFound(let subject): return notFound(subject, orders)
    case .notAllowed(let permission, let role):
      let who = Wording.needed(for: permission)
      let subject =
        orders.isEmpty
        ? "Not \(Wording.participle(verb))"
        : "\(orders.count > 1 ? "\(orders.count) orders" : order) \(undone)"
      // The role may; it is this order that it may not do it with.
      switch role.scope(of: permission) {
      case .own?: return Sentence("\(subject): that is others' work.", remedy: "Dispatch gives it to you.")
      case .heldForParts?: return Sentence("\(subject): it is not held for parts.")
      case .done?: return Sentence("\(subject): it is not done and open.")
      case .all?, nil: break
      }
      return Sentence("\(subject): that takes \(who).", remedy: "Your role is \(role.rawValue).")
    case .changedSince(let subject, let field, let now):
      if case .conflict = subject {
        return Sentence(
          "\(self.subject(named(subject, orders))) was settled by \(now ?? "somebody else") before: it stays so."
        )
      }
      if verb == ClaimVerb.name, case .order(let number) = subject, let now {
        return Sentence(
          "\(number) \(undone): \(now.clipped(40)) works on it.",
          remedy: "\(call(ClaimVerb.name)) \(number) --take takes it over.")
      }
      let value = shown(now, of: field)
      return Sentence(
        "\(self.subject(named(subject, orders))) \(undone): \(Wording.field(field)) is \(value) by now.",
        remedy: "Look again, then decide.")
    case .broken(let broken): return self.broken(broken, verb: verb)
    case .overrideNeedsReason(let rule):
      return Sentence(
        "\(order) \(undone): passing the rule on \(Wording.rule(rule)) takes a reason.",
        remedy: "Say it in a few words.")
    case .workEnded(let number, let status):
      return Sentence(
        "\(number) \(undone): it is \(Wording.status(status)).",
        remedy: "\(call(ReopenVerb.name)) reopens it.")
    case .wrongState(let number, let status, let wanted): return wrongState(number, status, wanted, undone)
    case .alreadyOnHold(let number, let hold):
      return Sentence(
        "\(number) \(undone): it is held for \(hold.reason.rawValue) since \(time(hold.since)).",
        remedy: "\(call(ReleaseVerb.name)) lets it go on.")
    case .notOnHold(let number): return Sentence("\(number) \(undone): it is not on hold.")
    case .missing(let subject, let fields): return missing(named(subject, orders), fields, undone, verb)
    case .fault(let fault):
      if fault.word.isEmpty {
        return Sentence("\(Wording.field(fault.field)) is empty: \(fault.expected.clipped(50)).")
      }
      let word = fault.word.clipped(20)
      return Sentence(
        "\"\(word)\" is no \(Wording.bareField(fault.field)).", remedy: "It is \(fault.expected).")
    case .taken(let subject): return taken(subject)
    case .inUse(let subject): return inUse(subject)
    case .undoImpossible(let obstacle): return self.obstacle(obstacle)
    case .messageLeft(let number, let message):
      return Sentence(
        "\(number): \(recipient(message.to)) was told at \(time(message.sentAt ?? message.changedAt)).",
        remedy: isTechnician(message.to)
          ? "\(call(SayVerb.name)) \(number) tells what is so now."
          : "\(correction(number)) sends the correction.")
    case .handoverUnread(let sections):
      let names = sections.map { Wording.title(of: $0) }.joined(separator: ", ")
      return Sentence(
        "Not taken over: \(sections.count == HandoverSection.allCases.count ? "all of it is" : names) to read.",
        remedy: "\(call(HandoverReadVerb.name)) says that you have read the next part.")
    case .personLeft(let handle):
      return Sentence(
        "\(handle.clipped(32)) has left the office and does nothing in it.",
        remedy: "\(call(PersonEditVerb.name)) with status=active takes somebody back.")
    case .planMovedOn:
      return Sentence(
        "Nothing done: the office has moved on since this plan was shown.",
        remedy: "The same line without --take shows it as it is now.")
    case .needsNewerConsole(let subject):
      return Sentence(
        "\(self.subject(subject)) \(undone): a newer console has changed it.", remedy: "Update this one.")
    }
  }

  /// A subject that nobody named is the order that the verb was about.
  private func named(_ subject: Subject, _ orders: [Int]) -> Subject {
    if case .order(0) = subject, let first = orders.first { return .order(first) }
    return subject
  }

  private func notFound(_ subject: Subject, _ orders: [Int]) -> Sentence {
    switch named(subject, orders) {
    case .order(let number):
      return Sentence(
        number == 0 ? "The order is not here." : "No order has the number \(number).",
        remedy: "\(call(FindVerb.name)) looks for it by a word.")
    case .technician(let handle):
      if handle == "@best" { return Sentence("Nobody to choose from: the office has no technicians yet.") }
      return Sentence("No technician is called \"\(handle.clipped(32))\".")
    case .customer(let name): return Sentence("No customer is called \"\(name.clipped(32))\".")
    case .site(let name): return Sentence("No site is called \"\(name.clipped(32))\".")
    case .equipment(let name): return Sentence("No equipment is called \"\(name.clipped(32))\".")
    case .contract(let name): return Sentence("No contract is called \"\(name.clipped(32))\".")
    case .person(let name):
      return name.isEmpty
        ? Sentence("Nobody is signed in here.", remedy: "\(call(IAmVerb.name)) says who acts.")
        : Sentence("No person is called \"\(name.clipped(32))\".")
    case .alert(let word):
      return Sentence(
        "There is no alert \(word.clipped(40)) now.",
        remedy: "\(call(AlertsVerb.name)) lists those there are.")
    case .office(let name): return Sentence("There is no office \(name.clipped(32)) here.")
    case .message(let id): return Sentence("No message has the id \(id.clipped(32)).")
    case .conflict(let id):
      return Sentence(
        "No conflict is called \(id.clipped(32)).",
        remedy: "\(call(ConflictsVerb.name)) lists those there are.")
    }
  }

  private func wrongState(
    _ number: Int, _ status: WorkOrderStatus, _ wanted: WantedState, _ undone: String
  ) -> Sentence {
    let state = Wording.status(status)
    let order = number == 0 ? "The order" : String(number)
    switch wanted {
    case .assigned where [.closed, .cancelled, .duplicate].contains(status):
      return Sentence(
        "\(order) \(undone): nobody has it, it is \(state).",
        remedy: "\(call(ReopenVerb.name)) reopens it.")
    case .assigned:
      return Sentence(
        "\(order) \(undone): nobody has it, it is \(state).",
        remedy: "\(call(AssignVerb.name)) gives it to somebody.")
    case .unassigned:
      return Sentence(
        "\(order) \(undone): somebody has it, it is \(state).",
        remedy: "\(call(UnassignVerb.name)) takes it back first.")
    case .started: return Sentence("\(order) \(undone): nobody has begun, it is \(state).")
    case .done:
      return Sentence(
        "\(order) \(undone): the work is not done, it is \(state).",
        remedy: "\(call(CompleteVerb.name)) first, or close it with how it was resolved.")
    case .ended: return Sentence("\(order) \(undone): it has not ended, it is \(state).")
    case .another:
      return Sentence(
        "\(order) \(undone): it is no duplicate of itself.", remedy: "Name the one that goes on.")
    case .goingOn:
      return Sentence(
        "\(order) is \(state), so nothing goes on as part of it.",
        remedy: "Name an open order, or \(call(ReopenVerb.name)) reopens it first.")
    case .unreported:
      return Sentence(
        "\(order) \(undone): that is on record already, in other words.",
        remedy: "\(call(NoteVerb.name)) adds what is new.")
    case .justReported:
      return Sentence(
        "\(order) \(undone): it has no step of the last \(TimeWords.length(TakeBackStep.limit)).",
        remedy: "\(call(NoteVerb.name)) says what is right.")
    case .late: return Sentence("\(order) \(undone): no clock of it was missed, it is \(state).")
    case .planned where status == .onSite:
      return Sentence("\(order) \(undone): it is on site, only its length may change.")
    case .planned:
      return Sentence(
        "\(order) \(undone): it is \(state), with no visit to plan.",
        remedy: "\(call(ShowVerb.name)) shows it.")
    }
  }

  private func missing(
    _ subject: Subject, _ fields: [String], _ undone: String, _ verb: String?
  ) -> Sentence {
    if case .conflict(let id) = subject {
      return Sentence(
        "\(self.subject(subject)) \(undone): what was wanted has to be said anew, as things are now.",
        remedy: "\(call(SettleVerb.name)) \(id.clipped(8)) keep puts it away.")
    }
    if case .site(let name) = subject, fields == [Site.Field.accessCode.rawValue] {
      return Sentence(
        "\(name.clipped(40)) has no access code.", remedy: "\(call(SiteEditVerb.name)) gives it one.")
    }
    let names = fields.map { Wording.field($0) }
    let list =
      names.count < 2
      ? names.first ?? "something" : names.dropLast().joined(separator: ", ") + " and " + (names.last ?? "")
    let option = verb.flatMap { Verbs.verb(named: $0) }?.parameters.first {
      fields.contains($0.name) && $0.place == .option
    }
    return Sentence(
      "\(self.subject(subject)) \(undone): \(list.clipped(36)) \(names.count > 1 ? "are" : "is") missing.",
      remedy: asksInBox ? nil : option.map { "\($0.spelling) \($0.placeholder) says it." })
  }

  private func isTechnician(_ recipient: Recipient) -> Bool {
    if case .technician = recipient { true } else { false }
  }

  private func taken(_ subject: Subject) -> Sentence {
    switch subject {
    case .person(let handle), .technician(let handle):
      Sentence("\(handle.clipped(32)) is somebody's handle already.", remedy: "Choose another one.")
    case .alert(let word): Sentence("The alert \(word.clipped(32)) is there already.")
    case .office(let name): Sentence("The office \(name.clipped(32)) is there already.")
    case .order(let number): Sentence("\(number) is taken.")
    case .customer(let name), .site(let name), .equipment(let name), .contract(let name), .message(let name),
      .conflict(let name):
      Sentence("\(name.clipped(40)) is there already.", remedy: "edit changes it.")
    }
  }

  private func inUse(_ subject: Subject) -> Sentence {
    switch subject {
    case .order(let number):
      Sentence(
        "Not taken off: \(number) is still given out.",
        remedy: "\(call(UnassignVerb.name)) takes it back first.")
    case .person(let handle): Sentence("\(handle.clipped(32)) stays owner: an office needs one.")
    case .customer(let name), .site(let name), .equipment(let name), .contract(let name),
      .technician(let name),
      .office(let name), .message(let name), .alert(let name), .conflict(let name):
      Sentence("\(name.clipped(32)) not changed: it would become a part of itself.")
    }
  }

  /// The present value of a field in a claim that lost: a technician by name, an instant by the clock.
  private func shown(_ value: String?, of field: String) -> String {
    guard let value else { return ["technician", "claim", "owner"].contains(field) ? "nobody" : "empty" }
    if let instant = Timestamp(rfc3339: value) { return time(instant) }
    return field == "technician" ? technician(handle: value) : value.clipped(20)
  }
}
