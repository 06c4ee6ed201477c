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
    let further = FurtherFaults(type, secrets: context.session.secrets)
    func all(_ rejection: Rejection, of row: BulkRow) throws -> Rejection {
      try further.all(rejection, of: files.words.words(of: row.raw), in: change.books)
    }
    while true {
      let batch = try files.rows.next(change.batchSize)
      guard !batch.isEmpty else { break }
      var results = try perform(batch, change).makeIterator()
      for row in batch {
        switch row.content {
        case .failure(let rejection):
          try reject(row, all(rejection, of: row), files, &tally)
        case .success:
          switch results.next() {
          case .success(let performed)?:
            try files.plan?.add(PlannedRow(line: row.line, performed: performed, words: row.words))
            if let refusal = performed.effect.refusal {
              try reject(row, refusal, files, &tally)
            } else {
              tally.count(performed, line: row.line, at: "\(name):\(row.line)")
            }
          case .failure(let rejection)?:
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

  /// What becomes of the rows that can be read. Those of an earlier run's bad rows go by themselves.
  private func perform(
    _ rows: [BulkRow], _ change: ChangeTransaction
  ) throws -> [Result<Performed, Rejection>] {
    var results: [Result<Performed, Rejection>] = []
    var rest = rows[...]
    while let first = rest.first {
      let alike = rest.prefix { $0.wasRejected == first.wasRejected }
      change.books.rowWasRejected = first.wasRejected
      results += try change.perform(batch: alike.compactMap(\.operation))
      rest = rest.dropFirst(alike.count)
    }
    change.books.rowWasRejected = false
    return results
  }

  private static var rowsBetweenNews: Int { 256 }
}
