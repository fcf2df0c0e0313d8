import Domain
import Terminal
import Verbs

extension QueueView {
  /// One count of the row above the titles, and the cells it takes.
  struct Count: Hashable {
    let bucket: QueueBucket
    let words: String
    let column: Int
  }

  /// What the queue waits for, what is urgent and how old it is; nothing for what there is none of. Those that find
  /// no room are left out whole.
  static func counts(_ model: Model, width: Int) -> [Count] {
    var counts: [Count] = []
    var column = 1
    for bucket in [
      QueueBucket.urgent, .new, .dispatch, .ageNew, .ageToday, .ageOneDay, .ageFewDays, .ageOlder, .parts,
      .approval
    ] {
      let count = model.board.counts.queue[bucket]
      guard count > 0 else { continue }
      let words = "\(bucket.words) \(count)"
      guard column + displayWidth(of: words) < width else { continue }
      counts.append(Count(bucket: bucket, words: words, column: column))
      column += displayWidth(of: words) + 3
    }
    return counts
  }

  func drawCounts(_ model: Model, on canvas: inout Canvas) {
    let shown = Self.counts(model, width: width)
    for (number, count) in shown.enumerated() {
      if number > 0 {
        canvas.put("·", at: Point(column: count.column - 2, row: 0), style: StyleRole.dim.style)
      }
      let style: StyleRole = count.bucket == .urgent ? .slaBreached : .dim
      canvas.put(count.words, at: Point(column: count.column, row: 0), style: style.style)
    }
  }
}
