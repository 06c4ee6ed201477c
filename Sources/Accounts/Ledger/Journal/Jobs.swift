import Engines
import Values

/// A bulk run: a change that took its rows from a file or a plan. Its number is the change's.
package struct Job: Sendable {
  package let change: ChangeSummary
  /// `file` or `plan`.
  package let source: String
  /// Of the rows.
  package let fingerprint: String
  /// Rows that were read, and those of them that changed nothing; nil of runs before they were counted.
  package let rows: Int64?
  package let unchanged: Int64?
  /// Rows that were rejected, and not applied.
  package let leftOut: Int64

  package var number: Int64 { change.change }
}

/// SQL about the run that change `c` is.
extension Job {
  private static let marks =
    "FROM job j WHERE j.change = c.change AND j.source IN "
    + "('\(ChangeMark.Source.file.rawValue)', '\(ChangeMark.Source.plan.rawValue)')"

  /// Condition: the change is a bulk run.
  package static let isOne = "EXISTS (SELECT 1 \(marks))"
  package static let source = "(SELECT min(j.source) \(marks))"
  static let fingerprint = "(SELECT min(j.fingerprint) \(marks))"
  package static let rows = sum("row_count")
  package static let unchanged = sum("unchanged")
  /// Of older runs, the rejected rows that were noted.
  package static let leftOut =
    "COALESCE(\(sum("left_out")), (SELECT count(*) FROM job r WHERE r.change = c.change "
    + "AND r.source = '\(ChangeMark.Source.rejects.rawValue)'))"

  /// A server adds whole numbers up to a decimal.
  private static func sum(_ column: String) -> String {
    "(SELECT CAST(sum(j.\(column)) AS BIGINT) \(marks))"
  }
}

extension Store {
  /// Nil if the change is no bulk run.
  package func job(_ number: Int64) throws -> Job? {
    guard let change = try change(number) else { return nil }
    return try connection.first(
      once: """
        SELECT \(Job.source), \(Job.fingerprint), \(Job.rows), \(Job.unchanged), \(Job.leftOut) \
        FROM change c WHERE c.change = ? AND \(Job.isOne)
        """, [.integer(number)]
    ) { row in
      let values = row.values(5)
      return Job(
        change: change, source: values[0].text ?? "", fingerprint: values[1].text ?? "",
        rows: values[2].integer, unchanged: values[3].integer, leftOut: values[4].integer ?? 0)
    }
  }

  /// The last run of an operator.
  package func lastJob(by operatorName: String) throws -> Int64? {
    try connection.first(
      once: """
        SELECT c.change FROM change c WHERE c.operator = ? AND \(Job.isOne) \
        ORDER BY c.change DESC LIMIT 1
        """, [.text(operatorName)]
    ) { $0.integer(0) }
  }
}

/// Rows that a run left out, and that a later one took up.
extension ChangeMark {
  /// Mark: the run took up rows that another one left out.
  package static func resuming(_ job: Int64) -> ChangeMark {
    ChangeMark(.resumes, fingerprint: "\(job)")
  }

  /// Mark: all rows that a run left out are on record.
  package static let resumed = ChangeMark(.resumed, fingerprint: "all")
}

extension Store {
  /// The run whose rows are still to be applied: the one that left them out, or the last of those that took
  /// them up and left some out again; nil if nothing is left.
  package func openRows(of job: Job) throws -> Job? {
    var known: [Int64: Job?] = [:]
    return try openRows(of: job, &known)
  }

  /// - Parameter known: the answers so far: several runs may lead to the same one.
  private func openRows(of job: Job, _ known: inout [Int64: Job?]) throws -> Job? {
    if let answer = known[job.number] { return answer }
    let answer = try findOpenRows(of: job, &known)
    known.updateValue(answer, forKey: job.number)
    return answer
  }

  private func findOpenRows(of job: Job, _ known: inout [Int64: Job?]) throws -> Job? {
    guard job.leftOut > 0, job.change.undoneBy == nil, try !isResumed(job) else { return nil }
    var taken: Int64 = 0
    var left: Job?
    for resumption in try resumptions(of: job) {
      let later = try self.job(resumption.change)
      if let later, let open = try openRows(of: later, &known) {
        left = left ?? open
        continue
      }
      taken += resumption.rows + (later?.leftOut ?? 0)
      if taken >= job.leftOut { return nil }
    }
    return left ?? job
  }

  private func isResumed(_ job: Job) throws -> Bool {
    try connection.first(
      once: "SELECT 1 FROM job WHERE change = ? AND source = ?",
      [.integer(job.number), .text(ChangeMark.Source.resumed.rawValue)], { _ in true }) ?? false
  }

  /// The runs in effect that took up its rows, the last first, and how many of them. If it took up rows of
  /// another run itself, a later run of that one's file has its rows, too: those that were not on record.
  private func resumptions(of job: Job) throws -> [Resumption] {
    var found = try resumptions(of: job.number, after: job.number)
    for origin in try origins(of: job.number) {
      for later in try resumptions(of: origin, after: job.number)
      where !found.contains(where: { $0.change == later.change }) {
        let applied = try self.job(later.change).flatMap { run in
          run.rows.map { $0 - (run.unchanged ?? 0) - run.leftOut }
        }
        found.append((later.change, min(later.rows, applied ?? later.rows)))
      }
    }
    return found.sorted { $0.change > $1.change }
  }

  private typealias Resumption = (change: Int64, rows: Int64)

  private func resumptions(of job: Int64, after change: Int64) throws -> [Resumption] {
    try connection.all(Self.resuming, [.text("\(job)"), .integer(change)]) { row in
      (row.integer(0), row.integer(1))
    }
  }

  /// The runs whose rows it took up, and those whose rows they took up.
  private func origins(of job: Int64) throws -> Set<Int64> {
    var all: Set<Int64> = []
    var next = [job]
    while let run = next.popLast() {
      let found = try connection.all(Self.origins, [.integer(run)]) { row in
        Int64(String(decoding: row.text(0), as: UTF8.self))
      }
      next += found.compactMap(\.self).filter { all.insert($0).inserted }
    }
    return all
  }

  /// The runs in effect that took up its rows, or rows that those left out.
  package func runsAfter(_ job: Job) throws -> [Job] {
    var all: [Job] = []
    var next = [job.number]
    while let run = next.popLast() {
      for later in try resumptions(of: run, after: run)
      where !all.contains(where: { $0.number == later.change }) {
        guard let found = try self.job(later.change) else { continue }
        all.append(found)
        next.append(found.number)
      }
    }
    return all
  }

  private static let origins = Statement(
    """
    SELECT fingerprint FROM job WHERE change = ? \
    AND source = '\(ChangeMark.Source.resumes.rawValue)'
    """)

  private static let resuming = Statement(
    """
    SELECT c.change, coalesce(j.row_count, 0) FROM job j JOIN change c ON c.change = j.change \
    WHERE j.fingerprint = ? AND j.source = '\(ChangeMark.Source.resumes.rawValue)' \
    AND c.change > ? AND \(ChangeSummary.undoInEffect) IS NULL ORDER BY c.change DESC
    """)
}
