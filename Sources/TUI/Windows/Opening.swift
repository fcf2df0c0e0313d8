import Domain
import Verbs

extension Model {
  /// The form or popup in which a verb is asked for; nil for one that runs at once or by the line.
  func opening(_ verb: String, _ arguments: Arguments) -> (any Popup)? {
    switch verb {
    case CallForm.verbName: return VerbForm(CallForm(self), self, arguments)
    case FindVerb.name: return SearchPopup(arguments.text("text") ?? "")
    case CustomerShowVerb.name:
      guard !arguments.has("customer"), let id = selectedOrder, let order = office.order(id) else {
        return nil
      }
      return office.customer(of: order).map { PageWindow(CustomerContent($0.id, subject: id)) }
    case TechnicianShowVerb.name:
      guard let word = arguments.text("technician"),
        let technician = office.technicians.unordered.first(where: { $0.handle == word })
      else { return nil }
      return PageWindow(TechnicianContent(id: technician.id))
    case AlertSnoozeVerb.name:
      guard !arguments.has("term"), !arguments.has("until"), !alertsInPane.isEmpty else { return nil }
      return ChoicePopup.snooze(alertsInPane, self)
    case AlertResolveVerb.name where conflictInPane != nil && !arguments.has("note"):
      return conflictInPane.map { ChoicePopup.settle($0, self) }
    case AlertResolveVerb.name:
      guard !arguments.has("note"), let form = AlertForm(alertsInPane) else { return nil }
      return VerbForm(form, self)
    case StatusVerb.name:
      guard !arguments.has("presence"), let handle = arguments.text("technician") else { return nil }
      return office.technicians.unordered.first { $0.handle == handle }.map { PickPopup.presence($0) }
    default:
      if arguments.all("order").count > 1 { return groupForm(of: verb, arguments) }
      guard let word = arguments.all("order").first else { return nil }
      let named =
        Int(word).flatMap { office.order(number: $0) } ?? WorkOrder.ID(word).flatMap { office.order($0) }
      guard let order = named else { return nil }
      return form(of: verb, order, arguments)
    }
  }

  /// The form of an order's verb; nil for one that needs none.
  func form(of verb: String, _ order: WorkOrder, _ arguments: Arguments = Arguments()) -> (any Popup)? {
    var said = arguments
    said.set("order", to: [])
    switch verb {
    case AssignVerb.name: return AssignPopup(order.id, self)
    case FitsVerb.name:
      let isOnSite = order.openVisit?.activeAssignment?.status == .onSite
      return order.isEnded || isOnSite ? nil : FitsPopup(order.id, self)
    case ChangePriorityVerb.name: return PickPopup.priority(order, self)
    case MoveVerb.name where order.openVisit == nil && !order.isEnded:
      return VerbForm(WordsForm.window(order, self), self, said)
    case WindowVerb.name: return VerbForm(WordsForm.window(order, self), self, said)
    case MoveVerb.name: return MovePopup(order, self)
    case PinVerb.name:
      return order.openVisit == nil || arguments.has("pin") ? nil : PickPopup.pin(order, self)
    case FlagVerb.name: return PickPopup.flag([order], self)
    case BreachCauseVerb.name: return arguments.has("cause") ? nil : PickPopup.breachCause([order], self)
    case HoldVerb.name:
      return order.hold == nil
        ? VerbForm(HoldForm(order: order), self, said) : VerbForm(ReleaseForm(order: order), self)
    case CompleteVerb.name: return VerbForm(CompleteForm(order: order), self, said)
    case CancelVerb.name: return VerbForm(CancelForm(order: order), self, said)
    case TriageVerb.name: return VerbForm(TriageForm(order: order), self, said)
    case EditVerb.name: return VerbForm(EditForm.order(order, self), self)
    case MessageVerb.name:
      return said.has("text") ? nil : MessagePopup(order, self)
    case NoteVerb.name: return VerbForm(WordsForm.note(order), self, said)
    case ChaseVerb.name where face.isConsole && !said.has("text"):
      return VerbForm(WordsForm.chase(order), self, said)
    case SayVerb.name: return said.has("text") ? nil : VerbForm(SayForm(order: order, side: side), self, said)
    case NotDoneVerb.name: return VerbForm(WordsForm.notDone(order), self, said)
    case DeclineVerb.name: return VerbForm(WordsForm.decline(order), self, said)
    case DuplicateVerb.name: return VerbForm(WordsForm.duplicate(order), self, said)
    case ReopenVerb.name: return VerbForm(WordsForm.reopen(order), self, said)
    case ReworkVerb.name: return VerbForm(WordsForm.rework(order), self, said)
    case CloseVerb.name: return VerbForm(WordsForm.close(order), self, said)
    case AttachVerb.name: return VerbForm(WordsForm.attach(order), self, said)
    default: return nil
    }
  }

  /// The window of something to look at; nil where there is none.
  func opening(_ view: ViewAction) -> (any Popup)? {
    switch view {
    case .open(let id): PageWindow(OrderContent(id, self))
    case .openHistory(let id): PageWindow(OrderContent(id, self), tab: OrderContent.Tab.history.rawValue)
    case .openCustomer(let id): PageWindow(CustomerContent(id))
    case .openSite(let id): PageWindow(SiteContent(id: id))
    case .openEquipment(let id): PageWindow(EquipmentContent(id: id))
    case .openTechnician(let id): PageWindow(TechnicianContent(id: id))
    case .openPerson(let id): PageWindow(PersonContent(id: id))
    case .openRecent: PageWindow(RecentContent())
    case .openFollowUps: PageWindow(FollowUpsContent())
    case .openReview: PageWindow(ReviewContent())
    case .openWhy(let record, let field): PageWindow(WhyContent(record, field: field))
    case .openDay(let id, let day): PageWindow(DayContent(id: id, day: day))
    case .find(let words): SearchPopup(words)
    case .push(let plan): PushPopup(plan)
    case .form(let verb, let arguments): opening(verb, arguments)
    case .focus, .filter, .view, .help, .lock, .tour, .quit: nil
    }
  }

  /// A window of the menu by its name; nil for what is none.
  func window(named name: String) -> (any Popup)? {
    if name == "window.records" { return RecordMenu() }
    guard name.hasPrefix("window.") else { return nil }
    return RecordKind(rawValue: String(name.dropFirst(7))).map { RecordList($0) }
  }
}
