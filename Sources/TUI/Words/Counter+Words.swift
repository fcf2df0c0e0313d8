import Domain

extension Counter {
  /// Beside the figure: on target, or short of it, so that no colour is the only word for it.
  var sign: Character? {
    isOnTarget.map { ($0 ? ClockFace.State.met.shape : "▼") }
  }

  var role: StyleRole {
    switch isOnTarget {
    case true?: .slaMet
    case false?: .resultWarning
    case nil: .fieldValue
    }
  }
}
