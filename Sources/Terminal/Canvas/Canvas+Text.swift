extension Canvas {
  /// The rows as text, each without blanks at its end, for tests and for people.
  public var text: String {
    rows.joined(separator: "\n")
  }

  /// Each row as text without blanks at its end.
  public var rows: [String] {
    (0..<height).map { row in
      var text = ""
      var blanks = 0
      for column in 0..<width {
        let cell = self[column, row]
        if cell.isContinuation { continue }
        if cell.isBlank {
          blanks += 1
        } else {
          text += String(repeating: " ", count: blanks) + cell.text
          blanks = 0
        }
      }
      return text
    }
  }

  /// Which cells are not plain: the styles used, in order of appearance, and a picture with one letter a cell.
  public var styles: (legend: [Style], rows: [String]) {
    let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
    var legend: [Style] = []
    let rows = (0..<height).map { row in
      var line = ""
      var end = line.endIndex
      for column in 0..<width {
        let style = self[column, row].style
        guard style != .plain else {
          line.append(".")
          continue
        }
        let place =
          legend.firstIndex(of: style)
          ?? {
            legend.append(style)
            return legend.count - 1
          }()
        line.append(place < letters.count ? letters[place] : "#")
        end = line.endIndex
      }
      return String(line[..<end])
    }
    return (legend, rows)
  }
}
