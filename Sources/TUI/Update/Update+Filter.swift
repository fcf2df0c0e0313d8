import Terminal

extension Model {
  func filter(of pane: Pane) -> PaneFilter {
    switch pane {
    case .queue: queue.filter
    case .technicians: technicians.filter
    case .timeline: timeline.filter
    case .alerts: alerts.filter
    }
  }

  mutating func changeFilter(of pane: Pane? = nil, _ change: (inout TextField) -> Void) {
    let pane = pane ?? focus
    var filter = filter(of: pane)
    let before = filter.text
    change(&filter.field)
    if filter.text != before { marks.isAll = false }
    switch pane {
    case .queue: queue.filter = filter
    case .technicians: technicians.filter = filter
    case .timeline: timeline.filter = filter
    case .alerts: alerts.filter = filter
    }
    guard filter.text != before else { return }
    refresh(pane)
  }

  mutating func typeIntoFilter(_ key: Key) {
    filterCompletion = nil
    changeFilter { _ = $0.handle(key) }
  }

  mutating func filterAction(_ action: FilterAction) -> [Effect] {
    switch action {
    case .keep:
      if focus == .queue, let fault = queue.fault {
        // What is no filter would keep everything under its words.
        say(.refused, fault)
        return []
      }
      isFiltering = false
      filterCompletion = nil
      tellNearest()
    case .complete: completeFilter()
    case .clear, .back:
      changeFilter { $0.clear() }
      isFiltering = false
    case .mark: toggleMark()
    case .moveUp: move(.by(-1))
    case .moveDown: move(.by(1))
    case .pageUp: move(.pages(-1))
    case .pageDown: move(.pages(1))
    case .clearField: changeFilter { $0.clear() }
    case .deleteWord: changeFilter { $0.delete(.wordLeft) }
    }
    return []
  }
}
