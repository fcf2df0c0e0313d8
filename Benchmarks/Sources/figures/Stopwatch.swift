import Glibc

/// Seconds of wall time and of this process's processor time.
struct Stopwatch {
  private let wall = Stopwatch.read(CLOCK_MONOTONIC)
  private let processor = Stopwatch.read(CLOCK_PROCESS_CPUTIME_ID)

  var wallSeconds: Double { Stopwatch.read(CLOCK_MONOTONIC) - wall }
  var processorSeconds: Double { Stopwatch.read(CLOCK_PROCESS_CPUTIME_ID) - processor }

  private static func read(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

/// Many measurements of one thing, in milliseconds.
struct Samples {
  private var milliseconds: [Double] = []

  mutating func measure<Value>(_ work: () throws -> Value) rethrows -> Value {
    let watch = Stopwatch()
    let value = try work()
    milliseconds.append(watch.wallSeconds * 1_000)
    return value
  }

  mutating func add(milliseconds one: Double) { milliseconds.append(one) }
  mutating func add(_ others: Samples) { milliseconds += others.milliseconds }

  /// By nearest rank; zero without measurements.
  func percentile(_ share: Double) -> Double {
    let sorted = milliseconds.sorted()
    guard !sorted.isEmpty else { return 0 }
    return sorted[min(sorted.count - 1, Int((share * Double(sorted.count)).rounded(.up)) - 1)]
  }

  var text: String { "p50 \(percentile(0.5).rounded(2)) ms, p99 \(percentile(0.99).rounded(2)) ms" }
}

extension Double {
  func rounded(_ places: Int) -> String {
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let value = (self * scale).rounded() / scale
    return places == 0 ? String(Int(value)) : String(value)
  }
}

/// Memory of this process that no file backs, in megabytes, as the kernel says.
func anonymousMegabytes() -> Double { anonymousMegabytes(of: getpid()) }

/// The same of another one.
func anonymousMegabytes(of process: pid_t) -> Double {
  guard let file = fopen("/proc/\(process)/status", "r") else { return 0 }
  defer { fclose(file) }
  var line = [CChar](repeating: 0, count: 256)
  while fgets(&line, Int32(line.count), file) != nil {
    let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let words = text.split(whereSeparator: \.isWhitespace)
    if words.first == "RssAnon:", words.count > 1 { return (Double(words[1]) ?? 0) / 1_024 }
  }
  return 0
}
