/// What the help of `report schedule` says.
extension ReportScheduleCommand {
  static let help = CommandHelp(
    "schedule", abstract: "Create reports every day, week or month, in a folder or by e-mail",
    discussion: HelpText.discussion(
      """
      `add` saves a report and its options, in quotes, under a name. --format sets the file format \
      (csv). `add`, `remove` and `run` need the role supervisor. A report runs with the current role of the operator who added it, and personal data is \
      masked. If that person is no longer an operator, or no longer has the role, the report fails. \
      `report schedule run` creates every report that is due, once for each due day. After downtime it \
      makes up for each day without a run, up to 31 of them, the earliest first. A report that failed is \
      tried again for the same days when it is due next, or with its name. A report that is late is \
      created as of its due day, which is also in its file name: --from -1m then means the month up to \
      that day. Reports that show only current data, such as locked users, show the data at the time \
      of the run. With a name, it creates that report for its last due day, even if it was created \
      before. ubadmin-reports.timer calls it every 15 minutes. The timer's account, ubadmin, must be a \
      supervisor if the store has operators, and can write only below /var/lib/ubadmin and /srv/ubadmin; for another \
      folder, `systemctl edit ubadmin-reports` with the lines [Service] and ReadWritePaths=/that/folder. --folder \
      writes NAME-YYYY-MM-DD; a second run for the same day replaces the file. --mail puts the report \
      in the text of a message in the outbox, and `mail send` sends it; the outbox has no attachments. \
      Failures are printed, also with --quiet, listed in `report schedule list` and `store doctor`, and end with exit \
      status 3. With --quiet, nothing else is printed.
      """,
      examples: [
        "report schedule add overdue \"report aged-balances --over 60\" --every week --on 1 "
          + "--folder /var/lib/ubadmin/reports",
        "report schedule add use \"report consumption --by route,month\" --every month "
          + "--mail pat@example.com",
        "report schedule add shift \"report changes --from yesterday --to yesterday\" "
          + "--folder /var/lib/ubadmin/reports",
        "report schedule list", "report schedule run", "report schedule remove use",
      ], statuses: .ofWriting))
}
