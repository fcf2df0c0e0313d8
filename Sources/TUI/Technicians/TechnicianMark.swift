/// A mark beside what a technician's row says.
enum TechnicianMark: String, CaseIterable {
  case late = "!"
  case overrun = "+27m"
  case silent = "9m!"
  case takesMore = "30%+"

  var words: String {
    switch self {
    case .late: "beside what he does: he is late, or will be at his next visit"
    case .overrun: "so long over the estimate of the visit he is on"
    case .silent: "seen so long ago: longer than he may be silent"
    case .takesMore: "beside his load: another visit fits into his day"
    }
  }

  /// The sign behind a figure.
  static let exclamation = "!"
  static let plus = "+"
}
