extension Listing {
  /// The views of the queue as the console numbers them, with how many rows each shows now.
  public static func views(_ views: [SavedView], counts: [Int]) -> Listing {
    Listing(
      columns: [.right("Digit"), "View", .right("Rows"), "Filter", "Sorted by", "Columns"],
      keys: "digit name rows filter order isReversed group columns",
      rows: zip(views, counts).enumerated().map { place, listed in
        let (view, count) = listed
        let digit = place < 9 ? place + 1 : nil
        var object = JSONObject()
        object.add("digit", digit)
        object.add("name", view.name)
        object.add("rows", count)
        object.add("filter", view.filter)
        object.add("order", view.order)
        object.add("isReversed", view.isReversed)
        object.add("group", view.group)
        object.add("columns", view.columns.map { .string($0) })
        return Row(
          [
            digit.map(String.init) ?? "", view.name, String(count), view.filter, view.order ?? "",
            view.columns.joined(separator: " ")
          ], object.value)
      })
  }
}
