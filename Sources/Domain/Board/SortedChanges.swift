/// What leaves a sorted list and what enters it: few one by one, many in one merge.
struct SortedChanges<Element: Identifiable> {
  var removed: [Element] = []
  var added: [Element] = []

  /// `isBefore` is a strict order in which no two elements are equal, and by which the list is sorted.
  func apply(to list: inout [Element], by isBefore: (Element, Element) -> Bool) {
    if removed.count + added.count <= SortedChanges.fewAtOnce {
      for element in removed {
        let index = list.firstIndex(notBefore: element, by: isBefore)
        if index < list.count, !isBefore(element, list[index]) { list.remove(at: index) }
      }
      for element in added { list.insert(element, at: list.firstIndex(notBefore: element, by: isBefore)) }
      return
    }
    list = merge(list, by: isBefore)
  }

  private static var fewAtOnce: Int { 64 }

  private func merge(_ list: [Element], by isBefore: (Element, Element) -> Bool) -> [Element] {
    let leaving = Set(removed.map(\.id))
    var entering = added.sorted(by: isBefore)[...]
    var merged: [Element] = []
    merged.reserveCapacity(list.count + added.count - removed.count)
    for element in list where !leaving.contains(element.id) {
      while let new = entering.first, isBefore(new, element) {
        merged.append(new)
        entering.removeFirst()
      }
      merged.append(element)
    }
    return merged + entering
  }
}

extension Array {
  fileprivate func firstIndex(notBefore element: Element, by isBefore: (Element, Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isBefore(self[middle], element) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
