import Dispatch
import Domain
import Exchange
import Foundation
import Planner
import Synchronization
import Verbs

/// Plans the day of a problem file on the processor time it is given, and writes the plan; ^C ends it early with the
/// best plan so far.
struct DayPlanning {
  let wish: PlanWish
  let options: CommonOptions
  let output: Output

  /// The exit status: 1 when a plan that was to be looked through breaks a rule.
  func run() throws(ShellError) -> Int32 {
    let file = try read(wish.problem) { bytes throws(ExchangeError) in try PlanProblemFile(bytes) }
    for sentence in ImportWords.sentences(file.doubts, file: wish.problem) { output.warn(sentence) }
    if let name = wish.explain, !file.visits.contains(name) {
      throw .usage(UsageFault("\(wish.problem) has no job \"\(name)\".", word: name))
    }
    if let path = wish.score { return try score(path, of: file) }
    if let path = wish.out { try Folder.mustExist(for: path) }
    let ground = try compiled(file.problem)
    let found = search(file.problem, ground.searched)
    var solution = PlanSolutionFile(file, found.plan)
    solution.seed = found.seed
    solution.iterations = found.iterations
    // What is to be the same plan every time is the same file every time: no clock stands in it.
    if wish.iterations == nil { solution.trace = found.trace }
    if let path = wish.out, wish.explain != nil { try write(solution.text(reasonsFrom: ground), to: path) }
    if let name = wish.explain { return explain(name, in: found.plan, of: file, on: ground) }
    let text = solution.text(reasonsFrom: ground)
    guard let path = wish.out else {
      output.pass(text)
      return 0
    }
    try write(text, to: path)
    output.warn("\(path) written: \(summary(file, found.plan))")
    return 0
  }
}

extension DayPlanning {
  /// What one search has come to.
  private struct Found {
    var seed: UInt64
    var plan = Plan()
    var cost = Int.max
    var iterations = 0
    var trace: [(seconds: Double, cost: Int)] = []
  }

  /// One search, or several side by side of which the better counts, the first of equals.
  private func search(_ problem: Problem, _ ground: Ground) -> Found {
    Interruption.watch()
    let all = Mutex([Found?](repeating: nil, count: wish.threads))
    DispatchQueue.concurrentPerform(iterations: wish.threads) { index in
      let found = one(problem, ground, seed: wish.seed &+ UInt64(index) &* 1_000_003, isTold: index == 0)
      all.withLock { $0[index] = found }
    }
    output.endProgress()
    let found = all.withLock { $0.compactMap(\.self) }
    return found.min { $0.cost < $1.cost } ?? Found(seed: wish.seed)
  }

  private func one(_ problem: Problem, _ ground: Ground, seed: UInt64, isTold: Bool) -> Found {
    let began = ProcessorTime.seconds
    var planning = Planning(problem, on: ground, seed: seed)
    var found = Found(seed: seed)
    func note(_ planning: borrowing Planning) {
      let cost = problem.score(planning.best).cost.total
      if cost != found.trace.last?.cost { found.trace.append((ProcessorTime.seconds, cost)) }
      if isTold { output.progress(progress(planning.iterations, cost)) }
    }
    note(planning)
    if let iterations = wish.iterations { planning.expect(iterations) }
    let limit = wish.seconds.map { $0 * 0.99 } ?? .infinity
    let last = planning.isSettled ? 0 : wish.iterations ?? .max
    while planning.iterations < min(last, planning.firstCooling), !Interruption.hasCome,
      ProcessorTime.seconds < limit
    {
      planning.advance(min(50, last - planning.iterations))
    }
    if wish.iterations == nil, !planning.isSettled {
      let rate = Double(planning.iterations) / max(1e-6, ProcessorTime.seconds - began)
      // A tenth stays in hand: a cooling that is cut off while it is warm is worth little.
      planning.expect(planning.iterations + Int(max(0, limit - ProcessorTime.seconds) * rate * 0.9))
    }
    note(planning)
    var next = ProcessorTime.seconds + limit / 20
    while planning.iterations < last, !Interruption.hasCome, ProcessorTime.seconds < limit {
      planning.advance(min(50, last - planning.iterations))
      if ProcessorTime.seconds > next {
        note(planning)
        next = ProcessorTime.seconds + (limit < .infinity ? limit / 20 : 1)
      }
    }
    found.plan = planning.finish()
    found.cost = problem.score(found.plan).cost.total
    found.iterations = planning.iterations
    if found.cost != found.trace.last?.cost { found.trace.append((ProcessorTime.seconds, found.cost)) }
    return found
  }

  private func progress(_ iterations: Int, _ cost: Int) -> String {
    let seconds = (ProcessorTime.seconds * 10).rounded() / 10
    let whole = wish.seconds.map { " of \($0)" } ?? ""
    return "\(seconds)\(whole) s, \(iterations) iterations, cost \(cost)"
  }

  private func summary(_ file: PlanProblemFile, _ plan: Plan) -> String {
    let score = file.problem.score(plan)
    let served = file.visits.count - plan.unassigned.count
    return "\(served) of \(file.visits.count) visits, cost \(score.cost.total)"
  }
}

extension DayPlanning {
  private func read<File>(
    _ path: String, _ make: ([UInt8]) throws(ExchangeError) -> File
  ) throws(ShellError) -> File {
    guard let bytes = TextFile.bytes(path, limit: 256 << 20) else {
      throw .failed(Failure(.cannotRead, subject: path, detail: "no such file, or not readable"))
    }
    do { return try make(bytes) } catch {
      throw .usage(UsageFault(ImportWords.sentence(error, file: path), word: path))
    }
  }

  private func score(_ path: String, of file: PlanProblemFile) throws(ShellError) -> Int32 {
    let solution = try read(path) { bytes throws(ExchangeError) in try PlanSolutionFile(bytes, of: file) }
    let score = file.problem.score(solution.plan)
    if let name = wish.explain, score.isFeasible {
      return explain(name, in: solution.plan, of: file, on: try compiled(file.problem))
    }
    output.emit(solution.scoreText)
    if wish.explain != nil { output.warn("\(path) breaks a rule: nothing in it can be explained.") }
    return score.isFeasible ? 0 : 1
  }

  private func explain(_ name: String, in plan: Plan, of file: PlanProblemFile, on ground: Ground) -> Int32 {
    guard let why = PlanExplanation(name, in: plan, of: file, on: ground) else { return 2 }
    if options.isJSON { output.emit(why.json) } else { output.say(PlanFileWords(why: why).text) }
    return 0
  }

  private func compiled(_ problem: Problem) throws(ShellError) -> Ground {
    do { return try Ground(problem) } catch {
      throw .failed(Failure(.cannotRead, subject: wish.problem, detail: "\(error)"))
    }
  }

  private func write(_ text: String, to path: String) throws(ShellError) {
    do { try NamedFile(path, mayReplace: true).write(text) } catch { throw .failed(error) }
  }
}

/// Seconds of processor time that this process has used, all its threads together.
enum ProcessorTime {
  static var seconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
