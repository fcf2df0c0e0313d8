import Domain

extension PlanAnswer {
  init(_ question: PlanQuestion, _ options: [PlanOption], else nothing: Nothing) {
    self.init(question: question, options: options, nothing: options.isEmpty ? nothing : nil)
  }

  func weighed(by whole: RunningDay) -> PlanAnswer {
    var options = options
    let shares = options.isEmpty ? [] : whole.shares()
    let before = shares.reduce(into: DayFigures()) { $0 += $1 }
    for index in options.indices {
      options[index].whole = whole
      options[index].shares = shares
      options[index].before = before
      options[index].complete = whole.figures(with: options[index].changes, from: shares)
    }
    return PlanAnswer(
      question: question, options: options, nothing: nothing, isFirst: isFirst, staying: staying)
  }

  /// Without the options that the office would refuse.
  var passable: PlanAnswer {
    let passable = options.filter(\.refused.isEmpty)
    return PlanAnswer(
      question: question, options: passable,
      nothing: passable.isEmpty ? nothing ?? .refused(options.first?.refused.first?.rule) : nil,
      isFirst: isFirst, staying: staying)
  }
}
