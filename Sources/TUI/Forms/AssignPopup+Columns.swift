import Terminal

extension AssignPopup {
  /// The columns of the list; on narrow screens the skill has none and is said below of whoever is marked.
  struct Columns {
    let width: Int
    private let widths: [Int]

    init(width: Int) {
      self.width = width
      let name = width >= 100 ? 18 : 14
      widths = width >= 90 ? [2, 3, name, 11, 9, 13, 9] : [2, 3, name, 11, 9, 0, 9]
    }

    var showsSkill: Bool { widths[5] > 0 }

    /// How much of the last column is seen.
    var why: Int { width - 2 - widths.reduce(0, +) }

    var header: String { " " + text(["", "", "Technician", "Arrive", "Travel", "Skill", "Load", "Why"]) }

    func text(_ cells: [String]) -> String {
      var text = ""
      for (cell, width) in zip(cells, widths + [Int.max]) where width > 0 {
        text += width == Int.max ? cell : cell.fitted(to: width - 1) + " "
      }
      return text
    }
  }
}
