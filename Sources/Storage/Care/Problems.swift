/// What a check found, as sentences; a thousand of them help nobody.
struct Problems: Sendable {
  private static let most = 100
  private(set) var sentences: [String] = []
  private var omitted = 0
  /// Whether an entry of the ledger is among what is wrong.
  private(set) var isLedgerBroken = false

  var isEmpty: Bool { sentences.isEmpty }

  mutating func add(_ sentence: @autoclosure () -> String) {
    if sentences.count < Problems.most { sentences.append(sentence()) } else { omitted += 1 }
  }

  /// What is wrong with an entry, as the end of a sentence about it.
  mutating func add(entry seq: Int, _ words: @autoclosure () -> String) {
    isLedgerBroken = true
    add("Entry \(seq): \(words()).")
  }

  mutating func add(all others: Problems) {
    isLedgerBroken = isLedgerBroken || others.isLedgerBroken
    for sentence in others.sentences { add(sentence) }
    omitted += others.omitted
  }

  /// All of them, the last one saying how many more there are.
  var all: [String] { omitted == 0 ? sentences : sentences + ["\(omitted) more problems of these kinds."] }
}
