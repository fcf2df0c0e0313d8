import Domain
import Exchange
import Settings
import Storage
import Verbs

/// Reads a file of somebody else's records into the office: streaming, in batches, with a report that adds up.
struct Importing {
  static let batchSize = 2_000

  /// A submission on its way to the file, with the rows it stands for.
  struct Waiting {
    let submission: Submission
    let rows: [DelimitedRow]
  }

  let session: OfficeSession
  let person: Person.ID
  let output: Output
  let isDryRun: Bool
  let kind: ImportKind
  var refused: RefusedRows
  var report = ImportReport()
  var batch: [Waiting] = []
  /// What refused orders would have made; the next order that refers to it brings it.
  var orphans = MadeRecords()
  /// Orders of an export that come without their hold or their visit, counted once they are there.
  var curtailed: Set<WorkOrder.ID> = []
  /// The office as it will be: all of it in a dry run, else only customers, sites, equipment and technicians.
  var imagined: Office
  /// Older work as a dry run has left it.
  var imaginedOlder: [WorkOrder.ID: WorkOrder] = [:]
  /// Whether it was interrupted; what was read until then is in.
  private(set) var isStopped = false

  init(
    _ session: OfficeSession, person: Person.ID, output: Output, isDryRun: Bool, kind: ImportKind,
    refusedTo place: RefusedRows.Place?
  ) {
    self.session = session
    self.person = person
    self.output = output
    self.isDryRun = isDryRun
    self.kind = kind
    refused = RefusedRows(place, isKept: !isDryRun)
    imagined = session.office
  }

  /// Imports one file; throws when nothing at all can be read, a refused row only counts.
  mutating func run(file: String, map: ImportMap) throws(ShellError) -> ImportReport {
    if file == "-" {
      throw .usage(
        UsageFault(
          "\"-\" is no file: /dev/stdin reads what is piped in, --refused FILE takes what is refused."))
    }
    let zone = try zone(of: map)
    let chunks = try FileChunks(file)
    defer { chunks.close() }
    var reading = Reading(map: map, zone: zone)
    do {
      try readRows(of: chunks, &reading)
      // Of an order that was read in part the same file brings all of it.
      if !isStopped { try submitJoined(&reading.rows) }
      try flush()
    } catch let error as ExchangeError {
      throw .usage(UsageFault(ImportWords.sentence(error, file: file)))
    } catch let error as ShellError {
      throw error
    } catch {
      throw .failed(Failure(.cannotRead, subject: file, detail: "\(error)"))
    }
    output.endProgress()
    report.refusedFile = refused.finish()
    let isExport = reading.rows?.orders?.isExport ?? false
    if isExport, report.created > 0 { report.leftBehind = report.leftBehind ?? 0 }
    return report
  }
}

extension Importing {
  /// A file on its way through: how its rows are read, and what has come up.
  private struct Reading {
    let map: ImportMap
    let zone: ZoneRules
    /// Nil until the header has come.
    var rows: Rows?
    /// Why nothing further is taken.
    var problem: ShellError?
    /// Why nobody can tell any more where the rows of the file are.
    var lost: RowRefusal?
  }

  /// Reads a file to its end, or up to the first problem or an interruption.
  private mutating func readRows(of chunks: FileChunks, _ reading: inout Reading) throws {
    let transcoder = try Transcoder(from: reading.map.source.encoding)
    var reader = try DelimitedReader(delimiter: reading.map.source.delimiter)
    var isLast = false
    while !isLast {
      if Interruption.hasCome {
        isStopped = true
        return
      }
      let chunk = try chunks.next()
      isLast = chunk.isEmpty
      let bytes = transcoder.decode(chunk, isLast: isLast)
      if let lost = reading.lost {
        reader.giveUp(bytes, isLast: isLast) { row in lose(row, lost) }
        continue
      }
      do throws(ExchangeError) {
        try reader.feed(bytes) { row throws(ExchangeError) in try take(row, &reading) }
        if isLast, reading.problem == nil {
          try reader.finish { row throws(ExchangeError) in try take(row, &reading) }
        }
      } catch {
        guard reading.rows != nil, let reason = RowRefusal(endOfRows: error) else { throw error }
        reading.lost = reason
        reader.giveUp([], isLast: isLast) { row in lose(row, reason) }
      }
      if let problem = reading.problem { throw problem }
    }
    guard reading.rows != nil else { throw ExchangeError.noHeader }
  }

  /// The header, or a row below it.
  private mutating func take(_ row: DelimitedRow, _ reading: inout Reading) throws(ExchangeError) {
    if reading.problem != nil { return }
    guard reading.rows != nil else {
      reading.rows = try Rows(kind, reading.map, header: row, session: session, zone: reading.zone)
      refused.header = row
      return
    }
    report.read += 1
    do { try take(row, &reading.rows) } catch { reading.problem = error }
  }
}

extension Importing {
  /// The two ways to read a row: one is there. Both are changed where they are, since they remember the whole
  /// file and a copy for each row would cost as much as all rows before it.
  private struct Rows {
    var orders: WorkOrderRows?
    var records: RecordRows?

    init(
      _ kind: ImportKind, _ map: ImportMap, header: DelimitedRow, session: OfficeSession, zone: ZoneRules
    ) throws(ExchangeError) {
      let identifiers = session.identifiers
      let next = { identifiers.next() }
      switch kind {
      case .workOrders:
        orders = try WorkOrderRows(
          map, header: header, office: session.office, zone: zone, identifier: next)
      case .customers, .sites, .equipment, .technicians:
        records = try RecordRows(
          map, kind: kind, header: header, office: session.office, zone: zone,
          zoneRules: { session.surroundings.zones.rules($0) }, identifier: next)
      }
    }
  }

  private func zone(of map: ImportMap) throws(ShellError) -> ZoneRules {
    guard let name = map.source.zone else { return session.office.zone }
    guard let rules = session.surroundings.zones.rules(name) else {
      throw .usage(UsageFault("\"\(name)\" in the map is no zone. Europe/London or UTC are.", word: name))
    }
    return rules
  }

  /// Counts a line of the rest of a file that cannot be read as rows.
  private mutating func lose(_ line: DelimitedRow, _ reason: RowRefusal) {
    report.read += 1
    refuse([line], reason)
  }

  private mutating func take(_ row: DelimitedRow, _ rows: inout Rows?) throws(ShellError) {
    if report.read % 1_000 == 0 { output.progress("\(report.read) rows read") }
    switch rows?.orders?.take(row) {
    case .order(let command, let row)?:
      let id = command.work.logged.id
      if rows?.orders?.isExport ?? false, try isHere(id) { return skip([row]) }
      if rows?.orders?.leavesBehind(row) ?? false { curtailed.insert(id) }
      try submit([.importWorkOrder(command)], for: [row])
    case .joined?: break
    case .known?: skip([row])
    case .refused(let reason)?: refuse([row], reason)
    case nil: try takeRecord(row, &rows)
    }
  }

  /// Whether an order is ours and older than the running day: an export of it says less than it does.
  private func isHere(_ id: WorkOrder.ID) throws(ShellError) -> Bool {
    do { return try session.file.order(id: id) != nil } catch { throw .failed(error.failure) }
  }

  private mutating func takeRecord(_ row: DelimitedRow, _ rows: inout Rows?) throws(ShellError) {
    let commands: [Command]
    do { commands = try rows?.records?.commands(for: row, in: imagined) ?? [] } catch {
      return refuse([row], error)
    }
    if commands.isEmpty { skip([row]) } else { try submit(commands, for: [row]) }
  }

  private mutating func submitJoined(_ rows: inout Rows?) throws(ShellError) {
    for one in rows?.orders?.joined() ?? [] { try submit([.importWorkOrder(one.command)], for: one.rows) }
  }
}

extension RowRefusal {
  /// Why all the rest of a file is refused: the error after which nobody knows where its rows are.
  fileprivate init?(endOfRows error: ExchangeError) {
    switch error {
    case .unclosedQuote(let line): self = .unclosedQuote(line: line)
    case .rowTooLarge(let line, let limit): self = .rowTooLarge(line: line, limitBytes: limit)
    case .unknownEncoding, .delimiter, .noHeader, .noColumn, .notJSON, .field: return nil
    }
  }
}
