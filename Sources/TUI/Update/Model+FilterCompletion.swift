import Domain
import Terminal
import Verbs

/// The words that Tab walks through in a filter.
struct FilterCompletion: Hashable, Sendable {
  let stem: String
  let candidates: [Completion]
  var picked: Int
}

extension Model {
  /// Tab puts the first word that fits into the filter, and the next ones after it, round and round; the result
  /// line lists them.
  mutating func completeFilter() {
    let field = filter(of: focus).field
    var completion: FilterCompletion
    if var going = filterCompletion {
      going.picked = (going.picked + 1) % going.candidates.count
      completion = going
    } else {
      let found = filterCompletions(field.text, at: field.cursor)
      guard !found.isEmpty else {
        say(.note, "Nothing known begins like this.")
        return
      }
      completion = FilterCompletion(stem: field.text, candidates: found, picked: 0)
    }
    let candidate = completion.candidates[completion.picked]
    let start = String(completion.stem.prefix(candidate.range.lowerBound)) + candidate.text
    let end = String(completion.stem.dropFirst(candidate.range.upperBound))
    changeFilter { field in
      field.replace(with: start + end)
      field.moveCursor(to: start.count)
    }
    let words = completion.candidates.enumerated().map { number, one in
      number == completion.picked ? "[\(one.text)]" : one.text
    }
    say(.note, words.dropFirst(max(0, completion.picked - 3)).prefix(10).joined(separator: " "))
    filterCompletion = completion.candidates.count == 1 ? nil : completion
  }

  private func filterCompletions(_ text: String, at cursor: Int) -> [Completion] {
    switch focus {
    case .queue: return QueueFilter.completions(of: text, at: cursor, board: board, office: office)
    case .technicians: return TechnicianFilter.completions(of: text, at: cursor, board.technicians)
    case .timeline, .alerts: return []
    }
  }

  /// A filter that cannot be meant says why, and one that leaves nothing which known word is near, if one is.
  mutating func tellNearest() {
    guard focus == .queue, !queue.filter.isEmpty else { return }
    do throws(UsageFault) {
      let filter = try QueueFilter(queue.filter.text)
      guard queue.rows.isEmpty, !queue.source.isEmpty else { return }
      if let slip = filter.slip(board: board, office: office) { say(.note, slip) }
    } catch {
      say(.warning, error.message)
    }
  }
}
