/// What a check found, as sentences; a thousand of them help nobody.
struct Problems: Sendable {
  private static let most = 100
  private(set) var sentences: [String] = []
  private var omitted = 0

  var isEmpty: Bool { sentences.isEmpty }

  mutating func add(_ sentence: @autoclosure () -> String) {
    if sentences.count < Problems.most { sentences.append(sentence()) } else { omitted += 1 }
  }

  mutating func add(all others: Problems) {
    for sentence in others.sentences { add(sentence) }
    omitted += others.omitted
  }

  /// All of them, the last one saying how many more there are.
  var all: [String] { omitted == 0 ? sentences : sentences + ["\(omitted) more problems of these kinds."] }
}
