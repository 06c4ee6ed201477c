/// What the help of `report schedule` says.
extension ReportScheduleCommand {
  static let help = CommandHelp(
    "schedule", abstract: "Make reports every day, week or month, into a folder or by mail",
    discussion: HelpText.discussion(
      """
      `add` saves a report and its options, in quotes, under a name. --format sets the file format \
      (csv). A report runs with the current role of the operator who added it, and personal data is \
      masked. If that person is no longer an operator, or no longer has the role, the report fails. \
      `report schedule run` runs every report that is due, once for its day, and catches up after \
      downtime; with a name it runs that report now. ubadmin-reports.timer calls it every 15 minutes. \
      The timer's account, ubadmin, must be a supervisor if the store has operators, and can write \
      only below /var/lib/ubadmin. \
      --folder writes NAME-YYYY-MM-DD; a second run on the same day replaces the file. --mail puts the \
      report in the text of a message in the outbox, and `mail send` sends it; the outbox has no \
      attachments. Failures are in `report schedule list` and `store doctor`, and end with status 3.
      """,
      examples: [
        "report schedule add overdue \"report aged-balances --over 60\" --every week --on 1 "
          + "--folder /var/lib/ubadmin/reports",
        "report schedule add use \"report consumption --by route,month\" --every month "
          + "--mail pat@example.com",
        "report schedule list", "report schedule run", "report schedule remove use",
      ], statuses: .ofWriting))
}
