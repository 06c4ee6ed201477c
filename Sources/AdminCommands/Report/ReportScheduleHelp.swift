/// What the help of `report schedule` says.
extension ReportScheduleCommand {
  static let help = CommandHelp(
    "schedule", abstract: "Create reports every day, week or month, in a folder or by e-mail",
    discussion: HelpText.discussion(
      """
      The first word says what to do:

      - add: saves a report and its options, in quotes, under a name. --format sets the file format (csv).
      - list: lists the saved reports. This is also what happens without an action.
      - run: creates every report that is due, once for each due day. With a name, it creates that report \
      for its last due day, even if it was created before.
      - remove: removes a saved report.

      `add`, `remove` and `run` need the role supervisor. A report runs with the current role of the \
      operator who added it, and personal data is masked. If that person is no longer an operator, or no \
      longer has the role, the report fails.

      --folder writes NAME-YYYY-MM-DD; a second run for the same day replaces the file. --mail puts the \
      report in the text of a message in the outbox, and `mail send` sends it; the outbox has no \
      attachments.

      After downtime, `run` makes up for each day without a run, up to 31 of them, the earliest first. A \
      report that failed is tried again for the same days when it is due next, or with its name. A report \
      that is late is created as of its due day, which is also in its file name, and relative dates count \
      from that day.

      Without --from and --to, a report that is created every month shows the days from the previous due \
      day to the day before its own (with --on 1, the previous month), so that each day is whole, and in one \
      report. `report changes` does so every day and every week, too: every day, it shows the whole day before; \
      with --from today --to today, the changes of its own day so far. Only consumption and consumption-history show all days, and usage-statement a year. \
      Reports that show only current data, such as locked users, show the data at the time of the run.

      ubadmin-reports.timer calls `run` every 15 minutes. The timer's account, ubadmin, must be a \
      supervisor if the store has operators, and can write only below /var/lib/ubadmin and /srv/ubadmin; \
      for another folder, `systemctl edit ubadmin-reports` with the lines [Service] and \
      ReadWritePaths=/that/folder.

      Failures are printed, also with --quiet, listed in `report schedule list` and `store doctor`, and \
      end with exit status 3. With --quiet, nothing else is printed.
      """,
      examples: [
        "report schedule add overdue \"report aged-balances --over 60\" --every week --on 1 "
          + "--folder /var/lib/ubadmin/reports",
        "report schedule add use \"report consumption --by route,month\" --every month "
          + "--mail pat@example.com",
        "report schedule add shift \"report changes\" --folder /var/lib/ubadmin/reports",
        "report schedule list", "report schedule run", "report schedule remove use",
      ]))
}
