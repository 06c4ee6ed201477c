extension Article {
  /// ubadmin-bulk(7)
  static let bulk = Article(
    name: "bulk", section: 7, abstract: "change many records from a file",
    text: #"""
      DESCRIPTION:

      Every command that adds or changes records takes the rows of a file with --from FILE; - is
      standard input. Each row does what the command would do with the same values, with the same checks.

      THE FILE:

      CSV in UTF-8, or with --encoding in UTF-16 or Latin-1; with --delimiter, the cells are separated by
      semicolons, tabs or pipes instead of commas. To edit a list and import
      it, export it with --csv (with tabs: --csv --delimiter tab); -O tsv writes a tab or a line end in a
      cell as \t or \n. The first row names the columns,
      which are the command's arguments and options; --csv-template prints them, the
      required ones first. --map "Their Column=ours" maps a column with another name. A value that is the same
      for all rows can be given on the command line instead of in the file, an argument also as an
      option of its name (--service WATER). Columns that begin
      with _ are skipped. An empty cell changes nothing; --clear FIELD empties the field.

      Dates are 2026-11-25 or 11/25/2026; words such as today are for typed commands. If one date of a file
      has the day first (25/11/2026), a file with dates that can be read both ways, in any column, is refused,
      even with --keep-going; so is one where some rows have a date and others, empty there, would get today's.
      Cells damaged by a spreadsheet (1.23E+11, #N/A, 1-Jan)
      are refused, with the likely original, and never repaired silently. So are amounts with leading
      zeros and no decimal point (0000003117), which are probably cents, and lines that are no records:
      totals, comments and the last lines of a report (unless --accept unusual confirms them), and the
      column names again, as in a file that was put together from several.

      ALL OR NOTHING:

      If one row is bad, nothing is changed. The first 20 bad rows are shown, the others counted by
      kind. With --keep-going, the good rows are applied, and --rejects FILE gets the bad ones as
      they were, with the values that the command line gives for all rows in columns of their own, and with what
      is wrong in columns that begin with _: correct them there, and import that file; the run ends with the command
      for it. The values may be repeated on the command line if they are the same. If FILE has rows of an
      earlier run, they are kept under another name, with a note (bad-1.csv for bad.csv), even if the run has
      no bad rows; a dry run leaves FILE.

      PREVIEW:

      --dry-run shows what each row would add (+), change (~) or remove (-), and the totals; with --verbose,
      as a table of fields. --plan-out FILE saves that as a plan for someone else to review; `plan apply`
      applies it once, if none of its rows has changed since.

      RUN AGAIN:

      The whole run is one change, which `change undo` undoes. Its reason is --reason, or what all rows say
      in a column reason; if they differ, each row keeps its own, and `change show` lists them. Records that already exist are
      unchanged when the file is imported again. Records without a number of their own (payments, requests,
      replies, notes) are recognized by their contents: such a row is refused unless --skip-known skips
      it or --again adds it again. So is a row that would bring back something that has ended, such as a removed
      link, a canceled enrollment for automatic payments, a voided read, or a payment that was reversed or moved
      to another account; and a row that would repeat what a file did and somebody took back since, such as a hold
      that was released, a lock that was lifted, or a stop that was canceled. Other files that have grown, e.g. one of
      `customer set`, are refused as a whole if rows of the earlier file would change again what was changed
      since; --again applies them. A row of a bill that was voided since is refused unless --skip-known skips it.
      A bill line that is repeated with another amount, service or period, a bill with another number, or a
      payment of the same reference with another amount or date, on record or in an earlier row, may be a correction: it is refused, with the command that corrects the existing record, unless
      --accept unusual confirms that both are correct; corrected rows from --rejects are checked the same way.
      A payment file without dates is compared with earlier days. A file is refused as a whole
      if at least two of its rows are payments without a reference that have the same
      account, amount and method as one of up to six days before or after, of the date with day and month
      in the other order, or of the same day for another bill, or lines of bills that have
      the same account and amount, and they are a quarter or more of the rows to apply from the first to the last
      of their days; --accept unusual confirms that they are others. So is a payment file most of whose rows
      have the account, day and method of a payment on record, and most of them its amount or nearly so: it may
      be the same file with corrected amounts. Another batch of the day pays some of the same accounts only,
      and a reference that several accounts have on a day, as a lockbox batch's, does not tell its payments apart.
      A payment, bill or reversal of more than 300 days ago (setting dates.earliest-days-back) has a
      note, as the year may be wrong. A payment or a bill line of more than 20 times the account's largest recent
      bill, from 1,000 dollars on (settings amounts.max-times-usual and amounts.unusual-from), is refused
      unless --accept unusual confirms it; what is owed can always be paid.

      RUNS ON RECORD:

      A run that changed something is a job; its number is the number of its change. `job list` lists
      the runs, with their rows and how many of these were left out, `job show` shows one, and `job undo`
      undoes it. A run is one transaction: if it is interrupted, nothing was changed, and the same
      command is simply run again. `job resume` says whether a run is complete; if rows were left out, it
      names the next command until later runs have applied them, and with --from FILE it runs the job's command on
      the corrected rows (--keep-going leaves rows out that are still bad).

      SAVED IMPORTS:

      `import save NAME COMMAND` saves a command with its --map, values, --encoding, --delimiter and
      --keep-going, and `import NAME FILE` runs it on a file, as if it were typed in full with --from
      FILE. `import list`, `import show` and `import remove` do the rest.

      ENVIRONMENT:

      UBADMIN_STORE::
      the store; the others are in ubadmin-config(5)

      FILES:

      The --from file is read once, from beginning to end, in memory that does not grow
      with its size. The files of --rejects, --plan-out and --output are written completely or not at
      all, and never replace a file that is being read.

      EXIT STATUS:

      0::
      all rows applied, or unchanged

      2::
      a dry run would change something, with --detailed-exitcode

      3::
      some rows were rejected, with --keep-going

      65::
      a row is bad; nothing was changed

      66::
      the file cannot be opened

      EXAMPLES:

      In the sample city of ubadmin-tutorial(7), with a customer that does not exist:

          phones.csv:
          cid,phone
          100001,515-555-0101
          999999,515-555-0102

          $ ubadmin customer set --from phones.csv
          phones.csv:3: cid: found no customer 999999, expected an existing customer ID; find it with `ubadmin search 999999`; `ubadmin customer add --help` explains how to add one
          phones.csv: 2 rows: 1 applied, 0 unchanged, 1 rejected; nothing was changed (--keep-going applies the good rows)

      With the right number:

          phones.csv:
          cid,phone
          100001,515-555-0101
          100002,515-555-0102

          $ ubadmin customer set --from phones.csv --dry-run
          ~ line 2: customer 100001: phone changes from •••1452 to •••0101
          ~ line 3: customer 100002: phone changes from •••2983 to •••0102
          total: 0 added (+), 2 changed (~), 0 removed (-)
          phones.csv: 2 rows: 2 applied, 0 unchanged, 0 rejected; dry run, nothing was changed
          $ ubadmin customer set --from phones.csv --reason "new numbers"
          phones.csv: 2 rows: 2 applied, 0 unchanged, 0 rejected (change 2; undo it with `ubadmin change undo 2`)
          $ ubadmin change undo 2
          change 2 undone, 2 rows restored (change 3)
      """#,
    seeAlso: [
      ("ubadmin", 1), ("ubadmin-change", 1), ("ubadmin-import", 1), ("ubadmin-job", 1),
      ("ubadmin-plan", 1),
      ("ubadmin-tutorial", 7),
    ])
}
