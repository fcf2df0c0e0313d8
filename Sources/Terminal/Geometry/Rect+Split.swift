/// How much of a rectangle one part of a split asks for.
public enum Share: Hashable, Sendable {
  /// Exactly so many cells.
  case cells(Int)
  /// A part of what the fixed shares leave, by weight, and never less than `atLeast` cells while there is room.
  case flexible(weight: Int = 1, atLeast: Int = 0)
}

extension Rect {
  /// Parts from top to bottom. With `overlap` 1 neighbours share a row, as panes share a border.
  public func split(rows shares: [Share], overlap: Int = 0) -> [Rect] {
    var top = row
    return Self.lengths(of: shares, in: height, overlap: overlap).map { length in
      defer { top += max(0, length - overlap) }
      return Rect(column: column, row: min(top, endRow), width: width, height: min(length, endRow - top))
    }
  }

  /// Parts from left to right. With `overlap` 1 neighbours share a column, as panes share a border.
  public func split(columns shares: [Share], overlap: Int = 0) -> [Rect] {
    var left = column
    return Self.lengths(of: shares, in: width, overlap: overlap).map { length in
      defer { left += max(0, length - overlap) }
      return Rect(
        column: min(left, endColumn), row: row, width: min(length, endColumn - left), height: height)
    }
  }

  /// The first rows and the rest.
  public func split(top rows: Int) -> (top: Rect, rest: Rect) {
    let first = max(0, min(rows, height))
    return (
      Rect(column: column, row: row, width: width, height: first),
      Rect(column: column, row: row + first, width: width, height: height - first)
    )
  }

  /// The rest and the last rows.
  public func split(bottom rows: Int) -> (rest: Rect, bottom: Rect) {
    let parts = split(top: height - max(0, min(rows, height)))
    return (parts.top, parts.rest)
  }

  /// The first columns and the rest.
  public func split(left columns: Int) -> (left: Rect, rest: Rect) {
    let first = max(0, min(columns, width))
    return (
      Rect(column: column, row: row, width: first, height: height),
      Rect(column: column + first, row: row, width: width - first, height: height)
    )
  }

  /// The rest and the last columns.
  public func split(right columns: Int) -> (rest: Rect, right: Rect) {
    let parts = split(left: width - max(0, min(columns, width)))
    return (parts.left, parts.rest)
  }
}

extension Rect {
  /// Fixed shares are served first and in order; what is left goes to the flexible ones, the last taking the rest.
  private static func lengths(of shares: [Share], in total: Int, overlap: Int) -> [Int] {
    var left = total + overlap * max(0, shares.count - 1)
    var lengths = shares.map { share in
      let wanted: Int
      switch share {
      case .cells(let count): wanted = count
      case .flexible(_, let atLeast): wanted = atLeast
      }
      let given = max(0, min(wanted, left))
      left -= given
      return given
    }
    var weights = shares.map { share in
      if case .flexible(let weight, _) = share { max(0, weight) } else { 0 }
    }
    for index in shares.indices where weights[index] > 0 {
      let part = left * weights[index] / weights[index...].reduce(0, +)
      lengths[index] += part
      left -= part
      weights[index] = 0
    }
    return lengths
  }
}
