/// Counts of change, one for each part of the screen: a part is drawn again when its count has moved.
struct Versions: Hashable, Sendable {
  var header = 0
  var queue = 0
  var technicians = 0
  var timeline = 0
  var alerts = 0
  /// Everything, such as after a change of size or of keys.
  var all = 0

  mutating func touch(_ pane: Pane) {
    switch pane {
    case .queue: queue &+= 1
    case .technicians: technicians &+= 1
    case .timeline: timeline &+= 1
    case .alerts: alerts &+= 1
    }
  }

  subscript(pane: Pane) -> Int {
    switch pane {
    case .queue: queue
    case .technicians: technicians
    case .timeline: timeline
    case .alerts: alerts
    }
  }
}
