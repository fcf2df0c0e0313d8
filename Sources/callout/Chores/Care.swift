import Domain
import Storage
import Verbs

/// Looking after an office's file: checking, rebuilding, copying and bringing back.
struct Care {
  let session: OfficeSession
  let options: CommonOptions
  let output: Output

  /// Verifies everything; exit status 3 when something is wrong.
  func check() throws(ShellError) -> Int32 {
    let report: CheckReport
    do { report = try session.file.check(progress: progress("checked")) } catch {
      throw .failed(error.failure)
    }
    output.endProgress()
    return Self.say(report, "The file is whole", options, output)
  }

  /// Makes the rows again from the ledger.
  func rebuild() throws(ShellError) -> Int32 {
    do { try session.file.rebuild(progress: progress("folded")) } catch { throw .failed(error.failure) }
    output.endProgress()
    output.say("The rows were made again from the ledger.")
    return 0
  }

  /// Copies the file while it is in use, and verifies the copy.
  func backup(to path: String) throws(ShellError) -> Int32 {
    try Folder.mustExist(for: path)
    let report: CheckReport
    var unnoted: Failure?
    do { report = try session.file.backup(to: path) { unnoted = $0.failure } } catch {
      throw .failed(error.failure)
    }
    let status = Self.say(report, "\(path) is a verified copy", options, output)
    if unnoted != nil {
      output.warn("\(session.file.path) takes nothing just now, so its health does not know of this copy.")
    }
    return status
  }

  /// Verifies a copy and makes it an office's file again, with a new epoch.
  static func restore(
    _ copy: String, to path: String, _ surroundings: Surroundings, options: CommonOptions, output: Output
  ) throws(ShellError) -> Int32 {
    let (high, low) = RandomIdentifiers().next()
    let report: CheckReport
    do {
      report = try OfficeFile.restore(
        from: copy, to: path, epoch: Identifier(high: high, low: low),
        options: OfficeSession.options(surroundings))
    } catch {
      throw .failed(error.failure)
    }
    return say(report, "\(path) is the office of \(copy)", options, output)
  }
}

extension Care {
  private func progress(_ done: String) -> @Sendable (Int, Int) -> Void {
    let output = output
    return { count, all in output.progress("\(count) of \(all) entries \(done)") }
  }

  private static func say(
    _ report: CheckReport, _ fact: String, _ options: CommonOptions, _ output: Output
  ) -> Int32 {
    if options.isJSON {
      output.emit(Objects.check(report).text)
    } else if report.problems.isEmpty {
      let awaited = report.awaited == 0 ? "" : " Attached files that are not here yet: \(report.awaited)."
      output.say("\(fact): \(report.entries) entries, head \(report.head.description.prefix(12)).\(awaited)")
      if let words = Wording.takenOver(report.takenOver) { output.say(words) }
    } else {
      for problem in report.problems { output.say(problem) }
      // A ledger that is broken is no witness to make rows from.
      let remedy = report.isLedgerBroken ? "" : "rebuild makes the rows again; "
      output.warn(
        "\(Wording.counted(report.problems.count, "problem")): \(remedy)restore brings back a backup.")
    }
    return report.problems.isEmpty ? 0 : 3
  }
}
