import Accounts
import ArgumentParser
import Reports

/// `job resume`
struct JobResume: AdminCommand {
  static let uses: OptionUse = .all
  static let reach: CommandReach = .commands
  static let help = CommandHelp(
    "resume", abstract: "Say whether a bulk run is complete, and apply the rows that it left out",
    discussion: HelpText.discussion(
      """
      A bulk run is one transaction. A run that was interrupted changed nothing, so there is no job to \
      resume: run the same command again. A run that is repeated after it was applied changes \
      nothing, or is refused unless --skip-known skips the rows that are on record.

      If rows were left out (--keep-going), this command names what to do, with exit status 3, until \
      they are applied. With --from FILE, the job's command is run again on that file: the corrected rows of \
      --rejects, or the same file, corrected or with more rows. Rows that are on record are skipped, and \
      with --keep-going those that are still bad. It needs the role of \
      that command, works for your own jobs only, and makes a job of its own. A command that the journal does not have in full, as \
      personal data in it is masked, must be typed again.
      """,
      examples: ["job resume", "job resume 12", "job resume 12 --from bad.csv --dry-run"]))

  @Argument(help: "number of the job; default: your own last one") var job: Int64?
  @Option(
    help: ArgumentHelp("apply the rows of this file with the job's command", valueName: "file"))
  var from: String?
  @Flag(help: "with --from: apply the good rows and skip the bad ones (exit status 3)")
  var keepGoing = false

  func validate() throws {
    if keepGoing, from == nil { throw ValidationError("--keep-going needs --from FILE") }
  }

  func run(in context: CommandContext) throws -> ExitStatus {
    if from == nil {
      try context.refuseUnused(by: .data, "\(context.name) without --from")
    }
    let store = try context.store(.read)
    let job = try known(on: store, context)
    guard let from else {
      return try tell(job, openRows: try store.openRows(of: job), context)
    }
    guard job.change.undoneBy == nil else {
      throw CommandError(
        .refused, "job \(job.number) is undone; its rows are not on record",
        remedy: "apply the whole file again: `\(job.change.command)`")
    }
    // The line may name files to write, which are somebody else's choice.
    guard job.change.operatorName == context.identity.operatorName else {
      throw CommandError(
        .refused, "job \(job.number) was run by \(job.change.operatorName)",
        remedy: "check its command with `job show \(job.number)`, and type it yourself")
    }
    guard let words = RowsLeftOut(of: job).again(from: from, keepsGoing: keepGoing) else {
      throw CommandError(
        .refused, "the journal does not have the whole command of job \(job.number)",
        remedy: "type it in full, with --from \(from); see `job show \(job.number)`")
    }
    let outer = TypedLine(context.typed)
    let given = Set(outer.givenOptions.map(\.name))
    let own = TypedLine(words)
    return Dispatch.run(
      outer.words(only: given) + own.words(without: given), in: context.session,
      within: context.scripts.resuming(job.number))
  }

  private func known(on store: Store, _ context: CommandContext) throws -> Job {
    if let job { return try store.knownJob(job) }
    guard let last = try store.lastJob(by: context.identity.operatorName) else {
      throw CommandError(
        .notFound, "you have no bulk run on record",
        remedy:
          "if one was interrupted, nothing was changed: run its command again; `job list` lists "
          + "the runs of all operators")
    }
    return try store.knownJob(last)
  }

  private func tell(
    _ job: Job, openRows: Job?, _ context: CommandContext
  ) throws -> ExitStatus {
    let isUndone = job.change.undoneBy != nil
    let further = openRows.map { RowsLeftOut(of: $0) }
    let words =
      if let undo = job.change.undoneBy {
        "job \(job.number) is undone, by change \(undo)"
      } else {
        "job \(job.number) is complete (\(Self.rows(of: job)))"
          + (job.leftOut > 0 && openRows == nil ? "; a later run applied the rows left out" : "")
      }
    if !context.options.quiet {
      context.say(words)
      if let further {
        let command =
          further.command.map { ", then run `\($0)`" } ?? ", and run the command with it"
        context.say("  to apply the rows left out, \(further.first)\(command)")
      }
    }
    if try context.format != .table {
      try context.answer(
        outcome: Page(
          title: "Job \(job.number)",
          sections: [
            .fields([
              PageField("job", label: "Job", .integer(job.number)),
              PageField("outcome", label: "Outcome", .text(isUndone ? "undone" : "complete")),
              PageField("left_out", label: "Left out", .count(job.leftOut)),
              PageField(
                "command", label: "Command",
                (further?.command).map { .text($0) } ?? .null
              ).runnable(),
            ])
          ]))
    }
    return openRows == nil ? .done : .someRowsFailed
  }

  /// `5 rows: 4 applied, 0 unchanged, 1 left out`
  private static func rows(of job: Job) -> String {
    guard let rows = job.rows, let unchanged = job.unchanged else {
      return "\(Int(job.change.rowCount).counted("record")) written"
        + (job.leftOut > 0
          ? ", \(job.leftOut) left out"
          : " by an older ubadmin, which did not count the rows left out")
    }
    return "\(Int(rows).counted("row")): \(rows - unchanged - job.leftOut) applied, "
      + "\(unchanged) unchanged, \(job.leftOut) left out"
  }
}
