import Accounts
import ArgumentParser
import Reports

/// `store check`
struct StoreCheck: AdminCommand {
  static let uses: OptionUse = .list
  static let reach: CommandReach = [.store, .changes]
  static let help = CommandHelp(
    "check", abstract: "Verify the store: storage, references, journal and the rules",
    discussion: HelpText.discussion(
      """
      Findings go to standard output. Errors give exit status 1; warnings do not. Storage, \
      journal and sums (every cent, every quantity) are checked for all records. In a large store, \
      each run recalculates what one account in seven owes and what one meter in seven used, and checks \
      the references and search index of one table in seven; the runs on the following days cover the \
      rest. --full checks everything. On a server, rights on tables that are missing, or that ubadmin \
      does not grant, are found too. With --rebuild settlement, who owes what is first recalculated \
      from bills and payments; with --rebuild totals, the totals used by reports are recalculated from \
      the consumption, and bounced deliveries from the bounces. Both require an admin.
      """,
      examples: ["store check", "store check --full", "store check --csv -o findings.csv"]))
  static let furtherRoles = [(line: "store check --rebuild", role: Role.admin)]
  static let standsAlone = true

  @Flag(help: "recalculate every account and meter, not one in seven")
  var full = false

  @Option(
    help: ArgumentHelp(
      "rebuild from other records: settlement (who owes what) or totals (of consumption and bounces)",
      valueName: "what"))
  var rebuild: RebuiltPart?

  func run(in context: CommandContext) throws -> ExitStatus {
    do {
      return try check(context)
    } catch let error as StoreError where [.corrupt, .incomplete].contains(error.kind) {
      throw StoreError(
        error.kind, error.message, remedy: "restore a backup with `ubadmin store restore FILE`")
    }
  }

  private func check(_ context: CommandContext) throws -> ExitStatus {
    let store = try context.store(rebuild == nil ? .read : .write)
    if let rebuild {
      try context.require(.admin, for: "store check --rebuild", on: store)
      let author = context.author(reason: nil)
      switch rebuild {
      case .settlement: try store.rebuildSettlements(by: author)
      case .totals: try store.rebuildTotals(by: author)
      }
    }
    let columns = [
      ReportColumn.text("severity"), .text("rule"), .text("record"), .text("what"),
      .text("hint", title: "Fix").runnable(.quoted),
    ]
    let scope = try full ? .all : store.scopeOfToday()
    let checked = try context.answer(list: "findings", columns) { add in
      var progress = ProgressLine(
        session: context.session, total: try? store.checkedRecords(),
        isShown: !context.options.quiet)
      defer { progress.clear() }
      return try store.check(
        scope, rights: OperationCatalogue.rights,
        step: { progress.update($0.done, "records", detail: $0.part) }
      ) { finding in
        progress.clear()
        try add([
          .text(finding.severity.rawValue), .text(finding.rule.rawValue), .text(finding.record),
          .text(finding.what), .text(finding.remedy),
        ])
      }
    }
    guard let summary = checked else { return .done }
    if !context.options.quiet {
      context.say(
        "\(summary.accounts.counted("account")), \(summary.meters.counted("meter")), "
          + "\(summary.journal.changes.counted("change")) "
          + "checked: \(summary.errors.counted("error")), \(summary.warnings.counted("warning"))")
      if scope != .all {
        context.say(
          "one account in \(CheckScope.parts) and one meter in \(CheckScope.parts) were recalculated; "
            + "the rest follow over the next days. `store check --full` recalculates all of them")
      }
    }
    return summary.errors > 0 ? .refused : .done
  }
}

/// What can be rebuilt from other records.
enum RebuiltPart: String, ExpressibleByArgument, CaseIterable {
  case settlement, totals
}
