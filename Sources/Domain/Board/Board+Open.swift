extension Board {
  /// Every open order, those of the queue among the others, in the order of the queue.
  public var open: [QueueRow] {
    if elsewhere.isEmpty { return queue }
    var open: [QueueRow] = []
    open.reserveCapacity(queue.count + elsewhere.count)
    var others = elsewhere[...]
    for row in queue {
      while let other = others.first, other.comesBefore(row, by: .score) {
        open.append(other)
        others.removeFirst()
      }
      open.append(row)
    }
    return open + others
  }
}
