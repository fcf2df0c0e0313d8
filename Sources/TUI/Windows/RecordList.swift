import Domain
import Terminal
import Verbs

/// The records of one kind as a list that shortens as one types; Enter opens what is marked.
struct RecordList: Popup {
  struct Row: Hashable, Sendable {
    let text: String
    let detail: String
    let target: PageLine.Target
  }

  let kind: RecordKind
  private var field = TextField("", limit: 100, isOneLine: true)
  private var index = 0
  private var drafts: [FormDraft] = []
  /// What is shown, made anew when something is typed or has changed.
  private var rows: [Row] = []

  init(_ kind: RecordKind) { self.kind = kind }

  var isReading: Bool { true }
  var contexts: [String] { KeyContexts.filter }
  var name: String { kind.title }

  func wantedSize(in screen: Size, _ model: Model) -> Size {
    Size(width: min(screen.width - 2, 100), height: min(screen.height - 4, 26))
  }

  mutating func handle(_ event: PopupEvent, _ model: Model) -> PopupAnswer {
    let before = field.text
    let answer = react(to: event, model)
    switch event {
    case .shown, .changed, .answered: rows = found(model)
    case .action, .key, .paste, .mouse, .finished, .suggested, .draftSaved:
      if field.text != before { rows = found(model) }
    }
    index = max(0, min(index, rows.count - 1))
    return answer
  }

  private mutating func react(to event: PopupEvent, _ model: Model) -> PopupAnswer {
    switch event {
    case .shown:
      return PopupAnswer(effects: kind == .drafts ? [.ask(.list(.drafts, filter: nil), .popup(0))] : [])
    case .answered(.drafts(let drafts)):
      self.drafts = drafts
      return .stay
    case .action(let action): return act(action, model)
    case .key(let key):
      guard field.handle(key) else { return .ignored }
      index = 0
      return .stay
    case .paste(let text):
      field.insert(text)
      index = 0
      return .stay
    case .mouse(let mouse):
      if mouse.action == .wheelDown { index += 3 }
      if mouse.action == .wheelUp { index = max(0, index - 3) }
      return .stay
    case .changed: return .stay
    case .finished, .answered, .suggested, .draftSaved: return .ignored
    }
  }

  private mutating func act(_ action: String, _ model: Model) -> PopupAnswer {
    if RowCursor.move(&index, by: action, among: rows.count) { return .stay }
    switch action {
    case "filter.keep": return rows.indices.contains(index) ? open(rows[index], model) : .stay
    case "filter.clear":
      guard !field.isEmpty else { return .close }
      field.clear()
      index = 0
    case "form.clear-field": field.clear()
    case "form.delete-word": field.delete(.wordLeft)
    default: return .ignored
    }
    return .stay
  }

  private func open(_ row: Row, _ model: Model) -> PopupAnswer {
    switch row.target {
    case .view(let view): model.opening(view).map { PopupAnswer(.open($0)) } ?? .stay
    case .secret(let site): model.showingSecret(of: site)
    case .phone(let technician): model.showingPhone(of: technician)
    case .action: .stay
    case .draft(let key):
      drafts.first { $0.key == key }.flatMap { model.form(of: $0) }.map { PopupAnswer(.replace($0)) }
        ?? PopupAnswer(
          result: ResultLine(.note, "What this draft is about is not in the running day any more."))
    }
  }

  func draw(on canvas: inout Canvas, _ model: Model) {
    canvas.box(
      canvas.bounds, style: StyleRole.border.style, titles: [name, "\(rows.count)"],
      titleStyle: StyleRole.popupTitle.style,
      footer: [model.hints([("filter.keep", "open"), ("filter.clear", "leave")], in: contexts)])
    let inner = canvas.bounds.inset(columns: 1, rows: 1)
    canvas.put("/", at: inner.origin, style: StyleRole.hintKey.style)
    field.draw(
      on: &canvas, at: inner.origin.moved(columns: 2), width: inner.width - 3,
      style: StyleRole.fieldFocus.style)
    if rows.isEmpty {
      canvas.put(
        field.isEmpty ? kind.empty : "None match.", at: inner.origin.moved(columns: 1, rows: 1),
        style: StyleRole.dim.style,
        width: max(0, inner.width - 1), ellipsis: true)
    }
    let height = max(0, inner.height - 1)
    let marked = min(index, rows.count - 1)
    let first = max(0, min(marked - height / 2, rows.count - height))
    for (line, number) in rows.indices.dropFirst(first).prefix(height).enumerated() {
      let point = inner.origin.moved(rows: line + 1)
      let style = StyleRole.plain.style.selected(number == marked)
      canvas.put(number == marked ? "▌" : " ", at: point, style: StyleRole.hintKey.style)
      canvas.put(
        rows[number].text.fitted(to: max(14, inner.width * 2 / 5)) + "  " + rows[number].detail,
        at: point.moved(columns: 1), style: style, width: max(0, inner.width - 1), ellipsis: true)
    }
  }
}

extension RecordList {
  private func found(_ model: Model) -> [Row] {
    let search = NameSearch(field.text)
    return all(model).compactMap { row in search.rank(row.text, row.detail).map { ($0, row) } }
      .sorted { ($0.0, $0.1.text, $0.1.detail) < ($1.0, $1.1.text, $1.1.detail) }.map(\.1)
  }

  private func all(_ model: Model) -> [Row] {
    let office = model.office
    switch kind {
    case .customers:
      return office.customers.unordered.map {
        Row(text: $0.name, detail: $0.tier.rawValue, target: .view(.openCustomer($0.id)))
      }
    case .sites:
      return office.sites.unordered.map { site in
        let detail = [
          office.customer(site.customer)?.name, site.address, site.isProvisional ? "provisional" : nil
        ]
        return Row(
          text: site.name, detail: detail.compactMap(\.self).joined(separator: " · "),
          target: .view(.openSite(site.id)))
      }
    case .equipment:
      return office.equipment.unordered.map { equipment in
        let site = office.site(equipment.site)
        let detail = [
          site?.name, office.customer(site?.customer)?.name, equipment.details[.type],
          equipment.details[.serial]
        ]
        return Row(
          text: equipment.name, detail: detail.compactMap(\.self).joined(separator: " · "),
          target: .view(.openEquipment(equipment.id)))
      }
    case .technicians:
      return office.technicians.unordered.map { technician in
        let detail = [technician.handle, technician.zone, technician.team, technician.isActive ? nil : "left"]
        return Row(
          text: technician.name.words, detail: detail.compactMap(\.self).joined(separator: " · "),
          target: .view(.openTechnician(technician.id)))
      }
    case .people:
      return office.people.unordered.map {
        Row(
          text: $0.name.words, detail: "\($0.handle) · \($0.role.rawValue)",
          target: .view(.openPerson($0.id)))
      }
    case .drafts:
      return drafts.map {
        Row(text: model.draftName($0), detail: model.draftWords($0), target: .draft($0.key))
      }
    case .contracts, .trades: return []
    }
  }
}

extension RecordKind {
  var empty: String {
    switch self {
    case .drafts: "No drafts: every form that was begun is done."
    case .customers, .sites, .equipment, .technicians, .people, .contracts, .trades: "None on the books yet."
    }
  }
}
