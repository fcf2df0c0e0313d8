import Demo
import Domain
import Settings
import Storage
import Verbs

/// Makes a day up from a seed and, unless nobody wants to see it, opens the console on it.
struct Demonstration {
  private static let batchSize = 2_000

  let surroundings: Surroundings
  let output: Output

  func run(_ wish: DemoOffice) throws(ShellError) -> Int32 {
    // Before anything is made: nobody could see it.
    guard wish.isHeadless || FirstStart.hasScreen(surroundings) else {
      throw .failed(
        Failure(.noTerminal, subject: "terminal", detail: "a day to look at; --headless makes one without"))
    }
    if let live = wish.live {
      return try LiveDemonstration(surroundings: surroundings, output: output).run(wish, live)
    }
    var surroundings = surroundings
    if surroundings.configuration.database.source == .builtIn {
      surroundings.set(
        database: MadeUpDays.freePath(beside: surroundings.databasePath), person: nil, isMono: false)
    }
    let file = try Initialisation.create(surroundings)
    let day = day(wish, at: surroundings.clock.now)
    try record(day, in: file)
    file.close()
    guard !wish.isHeadless else {
      output.say(Self.sentence(day, wish) + ": " + surroundings.databasePath)
      if day.openCount > wish.open || day.technicianCount > wish.technicians {
        output.warn(
          "That is more than was asked for: a made-up day has \(DemoDay.fewestTechnicians) technicians at least, "
            + "and the open work of their day.")
      }
      return 0
    }
    surroundings.set(database: nil, person: surroundings.configuration.person.value ?? "bea", isMono: false)
    defer { MadeUpDays(beside: surroundings.databasePath).say(to: output) }
    return try Callout.console(surroundings, output)
  }

  private static func sentence(_ day: DemoDay, _ wish: DemoOffice) -> String {
    "\(day.openCount) open orders, \(wish.closed) closed ones, \(day.technicianCount) technicians"
  }

  /// The day that is asked for, as it is at an instant.
  func day(_ wish: DemoOffice, at now: Timestamp) -> DemoDay {
    DemoDay(
      seed: wish.seed, now: now, zone: surroundings.zones.rules("Europe/London") ?? .utc, open: wish.open,
      closed: wish.closed, technicians: wish.technicians)
  }

  func record(_ day: DemoDay, in file: OfficeFile) throws(ShellError) {
    var batch: [Submission] = []
    var done = 0
    for submission in day.submissions {
      batch.append(submission)
      if batch.count == Self.batchSize { try write(&batch, &done, of: day, in: file) }
    }
    try write(&batch, &done, of: day, in: file)
    output.endProgress()
  }

  private func write(
    _ batch: inout [Submission], _ done: inout Int, of day: DemoDay, in file: OfficeFile
  )
    throws(ShellError)
  {
    let receipt: BulkReceipt
    do { receipt = try file.submitAll(batch, onTime: true) } catch { throw .failed(error.failure) }
    for case .refused(let refusal) in receipt.outcomes { throw .refused(refusal) }
    done += batch.count
    batch.removeAll(keepingCapacity: true)
    output.progress("\(done) of \(day.count) entries made")
  }
}
