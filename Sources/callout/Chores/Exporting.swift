import Domain
import Exchange
import Foundation
import Settings
import Storage
import Verbs

/// Hands the office's records to other programs: CSV that no spreadsheet computes, or JSON, one object a line.
struct Exporting {
  let session: OfficeSession
  let output: Output
  /// Telephone numbers stay in the office unless somebody who may see them has asked for them.
  let hasPhones: Bool

  /// Writes to a file, or to standard output without one; the exit status.
  func run(_ kind: ListKind, _ format: ExportFormat, to file: NamedFile?) throws(ShellError) -> Int32 {
    if let file {
      try Folder.mustExist(for: file.path)
      try refuseOwnFiles(file.path)
      try file.mustBeFree()
    }
    if hasPhones, kind == .technicians { try recordPhones() }
    var text = ""
    try lines(kind, format) { line in
      if file == nil { output.pass(line) } else { text += line }
    }
    if let file {
      do { try file.write(text) } catch { throw .failed(error) }
      output.warn("\(file.path) written")
    }
    return 0
  }
}

extension Exporting {
  /// An export over the office's own file would be the end of the office.
  private func refuseOwnFiles(_ path: String) throws(ShellError) {
    let database = URL(filePath: session.file.path).resolvingSymlinksInPath().path()
    let target = URL(filePath: path).resolvingSymlinksInPath().path()
    if target.hasPrefix(database) {
      throw .failed(Failure(.officeExists, subject: path, detail: "it is the office's own file"))
    }
  }

  /// That technicians' numbers were shown goes on record before anybody has them.
  private func recordPhones() throws(ShellError) {
    guard let person = session.person else {
      throw .usage(UsageFault("Nobody is known to act: --as HANDLE says who.", word: "--as"))
    }
    let shown = session.office.technicians.inOrder.filter { $0.phone != nil }
    if shown.isEmpty { return }
    let proposal = Proposal(
      verb: ShowPhoneVerb.name, commands: shown.map { .showPhone($0.id, ShowPhone()) })
    do {
      try session.file.submit(session.submission(proposal.commands, of: proposal, by: person))
    } catch {
      throw ShellError(error, of: proposal)
    }
  }

  /// Every line with its end. Work orders come from the rows, all that ever were; the rest from the office.
  private func lines(_ kind: ListKind, _ format: ExportFormat, _ take: (String) -> Void) throws(ShellError) {
    let office = session.office
    let now = session.now
    if kind == .workOrders { return try orders(format, take) }
    if format == .csv, let records = ImportKind(rawValue: kind.rawValue) {
      let table = RecordTable(records, in: office, hasPhones: hasPhones)
      for row in [table.header] + table.rows { take(DelimitedWriter.line(row)) }
      return
    }
    do {
      let listing = try Listing.of(
        kind, filter: nil, board: Board(office, now: now), in: office, at: now, person: session.person,
        hidesPhones: !hasPhones)
      switch format {
      case .json: emit(listing, take)
      case .csv:
        let table = listing.machine
        for row in [table.header] + table.rows { take(DelimitedWriter.line(row)) }
      }
    } catch {
      throw .usage(error)
    }
  }

  /// All work orders that ever were, one after the other.
  private func orders(_ format: ExportFormat, _ take: (String) -> Void) throws(ShellError) {
    let office = session.office
    let now = session.now
    var isFirst = true
    do {
      try session.file.forEachOrder { order in
        var shown = office
        shown.restore(order)
        switch format {
        case .json: emit(Listing.orders([order], in: shown, at: now, hidesPhones: !hasPhones), take)
        case .csv:
          if isFirst { take(DelimitedWriter.line(OrderRow.header)) }
          take(DelimitedWriter.line(OrderRow.cells(order, in: shown)))
        }
        isFirst = false
        return true
      }
    } catch let error as StorageError {
      throw .failed(error.failure)
    } catch {
      throw .failed(Failure(.cannotRead, subject: session.file.path, detail: "\(error)"))
    }
  }

  private func emit(_ listing: Listing, _ take: (String) -> Void) {
    for line in listing.ndjson { take(line + "\n") }
  }
}
