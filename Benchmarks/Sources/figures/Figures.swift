import Demo
import Domain
import Glibc

/// Prints what Callout costs on this machine, each figure beside the mark it is held against.
///
///     figures [--open N] [--closed M] [--history E] [--dir FOLDER] [--callout PROGRAM] [--only office|consoles|new|busy] [--proxy FILE] [--seconds S]
@main
struct Figures {
  static func main() throws {
    let sizes = Sizes(CommandLine.arguments)
    if CommandLine.arguments.contains("--only") {
      let now = Timestamp(seconds: Int64(time(nil)))
      if sizes.takes("consoles") { try OfficeAndConsoles.measure(now, sizes) }
      if sizes.takes("new") { try NewConsole.measure(now, sizes) }
      if sizes.takes("busy") { try BusyOffice.measure(now, sizes) }
      return
    }
    Row.head("\(sizes.open) open, \(sizes.closed) closed orders")
    let now = Timestamp(seconds: Int64(time(nil)))
    let day = DemoDay(seed: 1, now: now, zone: .utc, open: sizes.open, closed: sizes.closed)
    let office = try InMemory.measure(day, now)
    try OnDisk.measure(day, office, now, folder: sizes.folder)
    try LookingBack.measure(now, folder: sizes.folder)
    try OfficeAndConsoles.measure(now, sizes)
    try NewConsole.measure(now, sizes)
    try BusyOffice.measure(now, sizes)
  }
}

/// How large an office is measured, and where its file goes.
struct Sizes {
  var open = 10_000
  var closed = 100_000
  var history = 100_000
  var folder = "/tmp"
  /// The program, for what needs an office that is served.
  var callout: String?
  /// A faulty proxy, for what needs one, and how many seconds it is used.
  var proxy: String?
  var seconds = 30
  /// A part of the office's figures; all of them for `office`.
  private var only = "office"

  func takes(_ part: String) -> Bool { only == "office" || only == part }

  init(_ arguments: [String]) {
    for (option, value) in zip(arguments, arguments.dropFirst()) {
      switch option {
      case "--open": open = Int(value) ?? open
      case "--closed": closed = Int(value) ?? closed
      case "--only": only = value
      case "--dir": folder = value
      case "--history": history = Int(value) ?? history
      case "--callout": callout = value
      case "--proxy": proxy = value
      case "--seconds": seconds = Int(value) ?? seconds
      default: break
      }
    }
  }
}

/// One line of the table.
enum Row {
  static func head(_ text: String) {
    print("\n\(text)\n")
    print(line("what", "figure", "mark"))
    print(String(repeating: "-", count: 100))
  }

  /// Each figure is told once it is known: a part that breaks later takes none with it.
  static func say(_ what: String, _ figure: String, mark: String = "") {
    print(line(what, figure, mark))
    fflush(nil)
  }

  private static func line(_ what: String, _ figure: String, _ mark: String) -> String {
    padded(what, 46) + padded(figure, 32) + mark
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }
}
