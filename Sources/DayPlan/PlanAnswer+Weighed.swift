import Domain

extension PlanAnswer {
  init(
    _ question: PlanQuestion, _ options: [PlanOption], else nothing: Nothing, on day: PlannedDay? = nil
  ) {
    self.init(question: question, options: options, nothing: options.isEmpty ? nothing : nil)
    self.day = day.flatMap { $0.isToday ? nil : $0.day }
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
    var answer = self
    answer.options = options
    return answer
  }

  /// Without the options that the office would refuse.
  var passable: PlanAnswer {
    let passable = options.filter(\.refused.isEmpty)
    var answer = self
    answer.options = passable
    answer.nothing = passable.isEmpty ? nothing ?? .refused(options.first?.refused.first?.rule) : nil
    return answer
  }
}
