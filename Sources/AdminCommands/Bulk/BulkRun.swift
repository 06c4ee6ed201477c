import Accounts
import Reports

/// One bulk run: a file's rows, each the same operation, in one change.
struct BulkRun<O: Operation> {
  let session: Session
  let file: String
  let constants: [[UInt8]?]
  let options: BulkOptions
  let global: GlobalOptions

  var name: String { file == "-" ? "standard input" : file }

  func run(author: Author) throws -> ExitStatus {
    let input = try BulkInput(path: file, session: session)
    let reader = CSVReader(source: input, encoding: options.encoding)
    let header = try readHeader(reader)
    let store = try session.store(global, .write)
    let rejects = try options.rejects.map { try RejectsFile(path: $0, header: header.names) }
    let change = try store.beginChange(author, isDryRun: global.dryRun)
    var progress = ProgressLine(
      session: session, total: input.size, isShown: !options.noProgress && !global.quiet)
    var tally = BulkTally()
    do {
      try examine(reader, header, change, rejects, &tally) { tally in
        progress.update(input.position) { seconds in
          "\(tally.rows) rows, \(tally.rejected) rejected, "
            + "\(Int(Double(tally.rows) / seconds)) rows/s"
        }
      }
      progress.clear()
      return try conclude(change, rejects, tally)
    } catch {
      progress.clear()
      change.rollback()
      rejects?.discard()
      throw error
    }
  }

  private func readHeader(_ reader: CSVReader) throws -> BulkHeader {
    do {
      guard try reader.next() else {
        throw CommandError(
          .badData, "\(name) is empty",
          mend: "expected a header: "
            + OperationFields.template(O.fields))
      }
      return try BulkHeader(
        CSVHeader(reading: reader.row).names, of: O.fields, constants: constants,
        maps: options.maps, file: name)
    } catch let error as CSVError {
      throw CommandError(.badData, "\(name): \(error)")
    }
  }

  /// Applies the rows one after the other; a later row sees what an earlier one did.
  private func examine(
    _ reader: CSVReader, _ header: BulkHeader, _ change: ChangeTransaction,
    _ rejects: RejectsFile?, _ tally: inout BulkTally, _ progress: (BulkTally) -> Void
  ) throws {
    let operations = OperationReader<O>(constants: constants)
    let plan = global.dryRun ? try PlanOutput(session: session, options: global) : nil
    while true {
      do {
        guard try reader.next() else { break }
        if reader.row.count != header.fields.count {
          throw CSVError.ragged(
            line: reader.row.line, found: reader.row.count, expected: header.fields.count)
        }
        let row = reader.row
        let operation = try operations.operation { input in
          for (column, field) in header.fields.enumerated() {
            if let field { input.set(field, to: FormulaEscape.strip(row.cell(column))) }
          }
        }
        let performed = try change.perform(operation)
        if performed.isUnchanged { tally.unchanged += 1 } else { tally.applied += 1 }
        try plan?.add(PlannedRow(line: row.line, performed: performed))
      } catch let error as CSVError where error.endsFile {
        // What follows cannot be read, so that even --keep-going would lose rows.
        throw CommandError(
          error.kind == .unreadable ? .inputOutput : .badData,
          "\(name): \(error); nothing was changed")
      } catch let error as CSVError {
        try reject(Rejection(error), error.line, reader, rejects, &tally)
      } catch let error as Rejection {
        try reject(error, reader.row.line, reader, rejects, &tally)
      } catch Stop.rejected(let rejection) {
        try reject(rejection, reader.row.line, reader, rejects, &tally)
      }
      if tally.rows & 0xFF == 0 {
        try SignalInbox.check()
        progress(tally)
      }
    }
    try plan?.finish()
  }

  private func reject(
    _ rejection: Rejection, _ line: Int, _ reader: CSVReader, _ rejects: RejectsFile?,
    _ tally: inout BulkTally
  ) throws {
    tally.rejected += 1
    try rejects?.add(reader.row, line: line, rejection)
    if rejects == nil || tally.rejected <= 20 {
      session.say("\(name):\(line): \(rejection.words); \(rejection.mend)")
    } else if tally.rejected == 21 {
      session.say("… the other bad rows are in \(options.rejects ?? "")")
    }
  }

  private func conclude(_ change: ChangeTransaction, _ rejects: RejectsFile?, _ tally: BulkTally)
    throws -> ExitStatus
  {
    let isRefused = tally.rejected > 0 && !options.keepGoing
    var number: Int64?
    if isRefused { change.rollback() } else { number = try change.commit() }
    try rejects?.commit()
    try session.report(tally, of: name, change: number, isRefused: isRefused, global)
    if isRefused { return .badData }
    if tally.rejected > 0 { return .someRowsFailed }
    return global.dryRun && global.detailedExitcode && tally.applied > 0 ? .changesPending : .done
  }
}

/// What came of a file's rows so far.
struct BulkTally {
  var applied = 0
  var unchanged = 0
  var rejected = 0
  var rows: Int { applied + unchanged + rejected }
}
