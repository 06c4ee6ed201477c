import Accounts
import ArgumentParser
import Reports

/// `job …`
struct JobCommand: NounCommand {
  static let name = "job"
  static let abstract = "Bulk runs: list, show and undo files and plans that were applied"
  static let verbs: [Verb] = [
    Verb(JobList.self), Verb(JobShow.self), Verb(JobResume.self), Verb(JobUndo.self),
  ]
}

/// `job list`
struct JobList: ListCommand {
  static let help = CommandHelp(
    "list", abstract: "List bulk runs, newest first",
    discussion: HelpText.discussion(
      """
      A job is a change that was made from a file (--from) or a plan; the number of the job is the \
      number of the change. Rows are the rows of the file, records the rows of the store that were \
      written, and rows left out were rejected. Runs of older versions have no number of rows. A run \
      that was refused or interrupted changed nothing, and is not listed.
      """,
      examples: ["job list --limit 20", "job list --operator pat --since 2026-11-01 --csv"]))

  @OptionGroup var filters: ChangeFilterOptions

  func report(on store: Store, in context: CommandContext) throws -> Report {
    .jobs(try filters.filter(on: store, in: context))
  }
}

/// `job undo`
struct JobUndo: AdminCommand {
  static let uses = ChangeUndo.uses
  static let reach = ChangeUndo.reach
  static let help = CommandHelp(
    "undo", abstract: "Undo a bulk run, completely or not at all",
    discussion: HelpText.discussion(
      """
      The same as `change undo` with the number of the job, but refuses a change that is not a bulk \
      run. After the undo, the same file can be applied again. It needs a supervisor.
      """,
      examples: ["job undo 12 --dry-run", "job undo 12 --reason \"wrong file\""]))
  static let leastRole = ChangeUndo.leastRole
  static let standsAlone = ChangeUndo.standsAlone

  @Argument(help: "number of the job") var job: Int64
  @Option(help: ArgumentHelp("reason, for the journal", valueName: "text")) var reason: String?

  func run(in context: CommandContext) throws -> ExitStatus {
    let store = try context.store(.write)
    let job = try store.knownJob(job)
    return try ChangeReversal(change: job.number, reason: reason).run(on: store, in: context)
  }
}

extension Store {
  /// A run, which must be one.
  func knownJob(_ number: Int64) throws -> Job {
    if let job = try job(number) { return job }
    guard try change(number) == nil else {
      throw CommandError(
        .notFound, "change \(number) is not a bulk run",
        remedy: "see `change show \(number)`; `job list` lists the runs")
    }
    throw Rejection(
      .notFound, field: "job", found: "no job \(number)", expected: "the number of a bulk run",
      remedy: "find it with `job list`")
  }
}
