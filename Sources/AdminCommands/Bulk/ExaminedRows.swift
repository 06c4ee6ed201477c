import Accounts
import Reports

/// What becomes of a file's rows.
extension BulkRun {
  /// Applies the rows one after the other; a later row sees what an earlier one did. Where the
  /// store is on a server, rows are taken together as many as it likes.
  func examine(
    _ files: BulkFiles, _ change: ChangeTransaction, _ tally: inout BulkTally,
    _ progress: (BulkTally) -> Void
  ) throws {
    var news = Self.rowsBetweenNews
    var isFirst = true
    var lines = EarlierLines()
    let further = FurtherFaults(type, secrets: context.session.secrets)
    func all(_ rejection: Rejection, of row: BulkRow) throws -> Rejection {
      try further.all(rejection, of: files.words.words(of: row.raw), in: change.books)
    }
    while true {
      let batch = try files.rows.next(change.batchSize)
      guard !batch.isEmpty else { break }
      if isFirst { try change.lookBack(batch.map(\.earlierMark)) }
      isFirst = false
      var results = try change.perform(
        batch.compactMap { row in
          row.operation.map {
            (operation: $0, earlierMark: row.earlierMark, reason: row.reason)
          }
        }
      ).makeIterator()
      for row in batch {
        switch row.content {
        case .failure(let rejection):
          try reject(row, all(rejection, of: row), files, &tally)
        case .success:
          switch results.next() {
          case .success(let performed)?:
            try files.plan?.add(
              PlannedRow(
                line: row.line, performed: performed, words: row.words,
                earlierMark: row.earlierMark))
            lines.note(performed.effect.newKey, line: row.line)
            if let refusal = performed.effect.refusal {
              try reject(row, refusal, files, &tally)
            } else {
              tally.count(performed, row: row, at: "\(name):\(row.line)")
              if !type.comparesRows {
                tally.changedLines.note(performed.changes, line: row.line)
              }
            }
          case .failure(var rejection)?:
            if let line = rejection.earlierRow.flatMap({ lines[$0] }) {
              rejection = rejection.with(earlierLine: line)
            }
            try reject(row, all(rejection, of: row), files, &tally)
          case nil:
            throw StoreError(.defect, "\(name):\(row.line): the row was skipped")
          }
        }
      }
      if tally.rows >= news {
        news = tally.rows + Self.rowsBetweenNews
        progress(tally)
      }
      try SignalInbox.check()
    }
  }

  private static var rowsBetweenNews: Int { 256 }

  /// Notes the earlier runs that left these rows out, with how many of them are on record now.
  func noteResumed(
    _ tally: BulkTally, _ change: ChangeTransaction, on store: Store
  ) throws {
    let runs = change.books.earlierRuns
    for run in runs.union(context.options.resumedJob.map { [$0] } ?? []) {
      let areTheirs = runs.contains(run)
      if tally.applied > 0 {
        guard try areTheirs || isWhole(tally, of: store.job(run)) else { continue }
        let known = areTheirs ? tally.unchanged : 0
        change.mark(
          .resuming(run), RunCounts(rows: tally.applied + known, unchanged: 0, leftOut: 0))
      } else if let job = try store.job(run), job.leftOut > 0,
        tally.unchanged >= (areTheirs ? job.leftOut : job.rows ?? .max)
      {
        // No change of its own could carry the mark. Runs in between left out some of the same rows.
        change.mark(.resumed, ofEarlier: run)
        for later in try store.runsAfter(job) where later.leftOut < job.leftOut {
          change.mark(.resumed, ofEarlier: later.number)
        }
      }
    }
  }

  /// Whether these may be all rows of a job: those that it applied are known.
  private func isWhole(_ tally: BulkTally, of job: Job?) -> Bool {
    guard let job, let rows = job.rows else { return false }
    return tally.unchanged >= rows - job.leftOut && tally.applied + tally.unchanged >= rows
  }
}

/// Rows some of which an earlier run left out.
extension ChangeTransaction {
  /// Performs the rows' operations. Rows that an earlier run rejected are performed in batches of their own.
  func perform(
    _ rows: [(operation: any Operation, earlierMark: ChangeMark?, reason: String?)]
  ) throws(StoreError) -> [Result<Performed, Rejection>] {
    var results: [Result<Performed, Rejection>] = []
    var rest = rows[...]
    while let first = rest.first {
      let wasRejected = first.earlierMark != nil
      let alike = rest.prefix { ($0.earlierMark != nil) == wasRejected }
      books.rowWasRejected = wasRejected
      results += try perform(batch: alike.map(\.operation), reasons: alike.map(\.reason))
      rest = rest.dropFirst(alike.count)
    }
    books.rowWasRejected = false
    return results
  }

  /// Finds the runs whose bad rows the first rows are. A few of them tell: no two files have them all in common.
  func lookBack(_ marks: [ChangeMark?]) throws(RuleError) {
    let marks = marks.compactMap(\.self).prefix(20)
    books.earlierRuns = try books.changes(leavingOut: Array(marks))
  }
}
