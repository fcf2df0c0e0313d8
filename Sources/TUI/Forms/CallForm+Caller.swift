import Domain
import Verbs

/// Who is on the line, and what follows from it: filled in where nothing else was said, and typed over at will.
extension CallForm {
  func callerMatches(_ name: String, _ text: String, _ model: Model) -> [FormMatch] {
    let callers = name == "phone" ? model.callers(number: text) : model.callers(named: text)
    return callers.compactMap { caller in
      let words = name == "phone" ? caller.phone : caller.name
      let more = name == "phone" ? nil : caller.phone
      return words.map {
        FormMatch(
          text: $0, id: caller.id, detail: [caller.detail, more].compactMap(\.self).joined(separator: " · "))
      }
    }
  }

  /// Whose number it is, when it is known as a whole.
  func callerWords(_ phone: String, _ model: Model) -> String {
    let digits = phone.filter(\.isNumber)
    let known = model.callers(number: phone).filter { $0.hasNumber(digits) }
    switch known.count {
    case 0: return ""
    case 1: return "known number: \(known[0].detail)"
    default: return "known number of \(known.count): ↓ marks the one that is meant"
    }
  }

  /// Once the number or the name is said: whoever was picked, else the only one who has that number.
  func settle(_ name: String, _ texts: inout FormTexts, _ model: Model) {
    defer { texts.fill("access", model.office.site(self.site(texts))?.details[.access], from: "site") }
    if name == "site" { takeMeant(&texts, model) }
    guard name == "phone" || name == "caller" else { return }
    let text = texts.value(name) ?? ""
    let callers = name == "phone" ? model.callers(number: text) : model.callers(named: text)
    let digits = text.filter(\.isNumber)
    // What cannot be dialled is nobody's number.
    let exact = Wording.phoneRefusal(text) == nil ? callers.filter { $0.hasNumber(digits) } : []
    let picked = texts.id(name).flatMap { id in callers.first { $0.id == id } }
    let known = name == "phone" ? exact : named(text, of: callers, texts)
    guard let caller = picked ?? (known.count == 1 ? known[0] : nil) else {
      if name == "phone" { texts.unfill(from: "phone") }
      return
    }
    if name == "phone" {
      texts.fill("caller", caller.name, from: name)
    } else {
      texts.fill("phone", caller.phone, from: name)
    }
    // Where the caller was named, a number that is corrected says how he is reached and not from where he rings.
    if name == "phone", texts.isFilled("site", from: "caller") { return }
    let places = caller.customer.map { model.places(of: $0) } ?? []
    // Of somebody of several places the one that stands there already is as good as any.
    if caller.site == nil, let now = self.site(texts), places.contains(where: { $0.id == now }) { return }
    let site = model.office.site(caller.site) ?? (places.count == 1 ? places[0] : nil)
    texts.fill("site", site?.name, id: site?.id.description, from: name)
  }

  /// Who has a name as a whole, where nobody has said a number: from another one somebody else of that name may ring.
  private func named(_ name: String, of callers: [KnownCaller], _ texts: FormTexts) -> [KnownCaller] {
    guard texts.value("phone") == nil else { return [] }
    return callers.filter { !$0.hasOnlyRung && $0.name?.folded == name.trimmed.folded }
  }

  /// A place that is named without a doubt is the one that saving takes: what is said to the caller counts with it.
  private func takeMeant(_ texts: inout FormTexts, _ model: Model) {
    guard let typed = texts.value("site"), texts.id("site") == nil else { return }
    let like = model.siteMatches(typed).compactMap { $0.id.flatMap { Site.ID($0) } }
    do throws(UsageFault) {
      let meant = try Verbs.site(typed, of: like.compactMap { model.office.site($0) }, in: model.office)
      if let site = model.office.site(meant) { texts.pick("site", site.name, id: meant.description) }
    } catch {
      // It may be another one, or none yet: the field says so.
      return
    }
  }

  /// Where the caller may be ringing from, when the books know him and not the place.
  func places(of texts: FormTexts, _ model: Model) -> [Site] {
    guard let phone = texts.value("phone") else { return [] }
    let digits = phone.filter(\.isNumber)
    let callers = model.callers(number: phone)
    let exact = callers.filter { $0.hasNumber(digits) }
    let caller =
      texts.id("phone").flatMap { id in callers.first { $0.id == id } } ?? (exact.count == 1 ? exact[0] : nil)
    guard let caller, caller.site == nil, let customer = caller.customer else { return [] }
    return model.places(of: customer)
  }

  /// What a known caller has told by ringing is not asked again.
  func goesToGap(after name: String) -> Bool { name == "phone" || name == "caller" }

  func offersUntyped(_ name: String) -> Bool { name == "site" || name == "waived" }

  /// After the question comes its reason, in the same field.
  func goesOn(after name: String) -> Bool { name != "waived" }

  func placeMatches(_ text: String, _ texts: FormTexts, _ model: Model) -> [FormMatch] {
    guard text.trimmed.isEmpty else { return model.siteMatches(text) }
    return places(of: texts, model).map {
      FormMatch(text: $0.name, id: $0.id.description, detail: $0.address ?? "")
    }
  }
}
