import Accounts
import ArgumentParser
import Reports

/// `change verify`
struct ChangeVerify: AdminCommand {
  static let uses: OptionUse = .page
  static let reach: CommandReach = [.store, .checks]
  static let help = CommandHelp(
    "verify", abstract: "Verify that the journal is complete and unaltered",
    discussion: HelpText.discussion(
      """
      Each change carries a SHA-256 digest of itself and of the previous change's digest. \
      Keep the last digest elsewhere: it later proves that nothing before it was altered. With \
      --rows, the values of each row are also compared with what its last change wrote, and what each \
      change read with what the change before it wrote. Rows that were changed outside the journal, and \
      rows that no change added, are listed. A longer journal takes longer. The rows of a sample city \
      are not in the journal, so only later changes to them are checked.
      """, examples: ["change verify", "change verify --rows"]))
  static let standsAlone = true

  @Flag(help: "also compare the rows with the journal") var rows = false

  func run(in context: CommandContext) throws -> ExitStatus {
    let store = try context.store(.read)
    var progress = ProgressLine(
      session: context.session, total: try? store.journalLines(), isShown: !context.options.quiet)
    let report = try store.verifyJournal { progress.update(Int($0), "lines") }
    progress.clear()
    var altered: [AlteredRow] = []
    let checked =
      try !rows
      ? nil
      : store.verifyRows { row in
        if altered.count < Self.most { altered.append(row) }
        try SignalInbox.check()
      }
    let showsDigest = (try? context.require(.ofReveal, for: "--reveal", on: store)) != nil
    try context.answer(page: page(report, checked, altered, showsDigest: showsDigest))
    if let fault = report.fault {
      throw CommandError(
        .refused, "change \(fault.change): \(fault.what)",
        remedy: "compare with a backup: the journal proves nothing from this change on")
    }
    guard let checked, checked.altered > 0 else { return .done }
    throw CommandError(
      .refused,
      "\(checked.altered) row\(checked.altered == 1 ? " was" : "s were") changed outside the journal",
      remedy: "compare with a backup, and find out who can write to the store without ubadmin")
  }

  /// Of altered rows that are named.
  private static let most = 1000

  private func page(
    _ report: JournalReport, _ checked: RowsReport?, _ altered: [AlteredRow], showsDigest: Bool
  ) -> Page {
    var sections: [Page.Section] = [
      .fields(
        [
          PageField("whole", label: "Whole", .boolean(report.fault == nil)),
          PageField("changes", label: "Changes", .count(report.changes)),
          PageField("rows", label: "Rows", .count(report.rows)),
          PageField("last_change", label: "Last change", .integer(report.lastChange)),
        ]
          // From two digests and all but one cell of a change, that cell is soon found out.
          + (showsDigest
            ? [PageField("last_digest", label: "Last digest", .text(report.lastDigest))] : [])
          + (checked.map {
            [
              PageField("rows_checked", label: "Rows checked", .count($0.rows)),
              PageField("rows_altered", label: "Rows altered", .count($0.altered)),
            ]
          } ?? []))
    ]
    if checked != nil {
      sections.append(
        .table(
          PageTable(
            "altered", title: "Changed outside the journal",
            columns: [.text("record"), .text("what")],
            rows: altered.map { [.text($0.record), .text($0.what)] })))
    }
    return Page(title: "Journal", sections: sections)
  }
}
