public import Domain

extension Wording {
  /// What a figure is called.
  public static func title(of counter: Counter.Name) -> String {
    switch counter {
    case .done: "Done"
    case .inProgress: "In progress"
    case .assignedAfter: "Call to assignment"
    case .doneAfter: "Assignment to done"
    case .responseMet: "Response met"
    case .fixMet: "Fix met"
    case .load: "Load"
    }
  }

  /// The figure as people read it, with what is aimed at.
  public static func value(of counter: Counter) -> String {
    let target = counter.target.map { " (target \($0) %)" } ?? ""
    switch counter.value {
    case .count(let count): return String(count)
    case .share(let part, _) where counter.name == .load: return "\(part) %"
    case .share(let part, let whole):
      return counter.name == .done
        ? "\(part) of \(whole)" : "\(counter.percent ?? 0) %, \(part) of \(whole)\(target)"
    case .mean(let length, let count): return "\(TimeWords.length(length)), mean of \(count)"
    case .none: return "nothing to work it out from yet\(target)"
    }
  }

  /// What is counted, over which time, and what is left out.
  public static func definition(of counter: Counter.Name) -> String {
    switch counter {
    case .done: "Visits done in the shift day, of those planned in it or done all the same."
    case .inProgress: "Orders whose technician is on the way or on site now."
    case .assignedAfter:
      "From the call to the first technician it was given to, the mean over orders first given in the shift day."
    case .doneAfter:
      "From the assignment to the end of the visit, the mean over visits done in the shift day."
    case .responseMet:
      "Response clocks met in time, of all that were met or ran out in the shift day. Paused and running ones do not count, nor orders cancelled or marked as duplicates."
    case .fixMet:
      "Fix clocks met in time, of all that were met or ran out in the shift day. Paused and running ones do not count, nor orders cancelled or marked as duplicates."
    case .load:
      "Work of the shift day as a share of its working time, the mean over everybody who works in it."
    }
  }

  /// What went into it, one term after the other: what was missed first, then by number.
  public func arithmetic(of counter: Counter) -> String {
    let basis = counter.basis.sorted { left, right in
      if left.isMissed != right.isMissed { return left.isMissed }
      return left.order ?? .max < right.order ?? .max
    }
    let terms = basis.map { basis in
      let what = basis.order.map(String.init) ?? basis.technician.map { technician($0) } ?? ""
      switch basis.part {
      case .counted: return what
      case .length(let length): return "\(what) \(TimeWords.length(length))"
      case .met: return "\(what) met"
      case .missed: return "\(what) missed"
      case .percent(let percent): return "\(what) \(percent) %"
      }
    }
    return terms.isEmpty ? "nothing" : terms.joined(separator: ", ")
  }
}

extension Counter.Basis {
  fileprivate var isMissed: Bool {
    if case .missed = part { true } else { false }
  }
}
