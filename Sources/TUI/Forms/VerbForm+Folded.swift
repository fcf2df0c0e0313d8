import Domain
import Terminal

/// Where the screen is low, empty fields are folded into a line; the cursor goes among the rows that are seen.
extension VerbForm {
  /// The fields that are folded where all of them have no room with what stands below: empty ones beside the cursor's
  /// and those that are always in sight.
  func folded(in size: Size, below: Int) -> Set<Int> {
    guard let inSight = content.unfolded, !isUnfolded,
      (rows(width: size.width).last?.lines.upperBound ?? 0) + below > size.height
    else { return [] }
    return Set(
      texts.fields.fields.indices.filter { index in
        let field = texts.fields.fields[index]
        return index != texts.fields.focus && field.value == nil && field.fault == nil
          && !inSight.contains(field.name)
      })
  }

  /// The same on the screen as it is.
  func folded(_ model: Model) -> Set<Int> {
    let inner = Rect(size: model.popupRect(self).size).inset(columns: 2, rows: 1)
    let below = saidLines(width: inner.width) + content.lines(texts, model, width: inner.width)
    return folded(in: inner.size, below: below.count)
  }

  /// What is folded, by name as far as there is room, under the key that opens it.
  func foldedLines(_ folded: Set<Int>, _ model: Model, width: Int) -> [PageLine] {
    let names = folded.sorted().map { texts.fields.fields[$0].label }
    let label = model.key(for: "form.next", in: KeyContexts.form).map { "\($0) opens" } ?? "Empty"
    let words = (0...names.count).lazy.map { left -> String in
      let more = left == 0 ? [] : ["\(left) more"]
      return (names.dropLast(left) + more).joined(separator: ", ")
    }
    let room = width - PageLine.labelWidth
    let text = words.first { displayWidth(of: $0) <= room } ?? ""
    return PageLine.fact(label, text, width: width, .dim)
  }

  /// On to the next row that is seen, and from the last one into what is folded below it, which opens. Where the field
  /// that is left has filled in others, the next gap is meant.
  mutating func walk(_ action: String, hasFilled: Bool, _ model: Model) -> FormFields.Step {
    edited = nil
    let folded = folded(model)
    let passed = folded.union(moot)
    guard action != "form.previous", let focused = texts.fields.focused else {
      return texts.fields.handle(.action(action), without: passed)
    }
    let fields = texts.fields.fields
    let rest = fields.indices.filter {
      $0 > texts.fields.focus && !passed.contains($0) && !fields[$0].isShown
    }
    if hasFilled, content.goesToGap(after: focused.name),
      let gap = rest.first(where: { fields[$0].value == nil })
    {
      texts.fields.focus(on: fields[gap].name)
      return .moved
    }
    if rest.isEmpty, let first = folded.min() {
      isUnfolded = true
      texts.fields.focus(on: fields[first].name)
      return .moved
    }
    return texts.fields.handle(.action(action), without: passed)
  }

  private var moot: [Int] {
    let names = content.moot(texts)
    return texts.fields.fields.indices.filter { index in
      names.contains(texts.fields.fields[index].name) && texts.fields.fields[index].value == nil
    }
  }

  /// Whether the focused field says what was filled in and is marked as a whole: what is typed takes its place.
  var isMarked: Bool {
    texts.fields.focused.map { $0.kind == .text && $0.name != edited && texts.isFilled($0.name) } ?? false
  }
}
