extension Article {
  /// ubadmin-bulk(7)
  static let bulk = Article(
    name: "bulk", section: 7, abstract: "change many records from a file",
    text: #"""
      DESCRIPTION:

      Every command that changes the store takes the rows of a file with --from FILE; - is
      standard input. A row does what the command does with the same words, with the same checks.

      THE FILE:

      CSV in UTF-8, or with --encoding in UTF-16 or Latin-1. The first row names the columns,
      which are the command's arguments and options; --csv-template prints them, those that are
      needed first. --map "Their Column=ours" takes a column under another name. What is the same
      for all rows may stand on the command line, and then not in the file. Columns that begin
      with _ are passed over. An empty cell leaves what is there; --clear FIELD empties it.

      Days are 2026-11-25 or 11/25/2026. What a spreadsheet does to cells (1.23E+11, #N/A, 1-Jan)
      is refused with the likely original, never repaired silently.

      ALL OR NOTHING:

      One bad row, and nothing is changed. The first 20 bad rows are told, the others counted by
      kind. With --keep-going the good rows are applied, and --rejects FILE gets the bad ones as
      they came, with what is wrong in columns that begin with _: correct them there, and feed
      that file in again.

      SEE BEFORE YOU DO:

      --dry-run says what each row would change; with --verbose, as a table of fields. --plan-out
      FILE keeps that as a plan for a second pair of eyes; `plan apply` applies it once, if none of
      its rows has changed since.

      RUN AGAIN:

      The whole run is one change, which `change undo` takes back. What is there already is
      unchanged when the file is fed in again. What has no number of its own (payments, requests,
      replies, notes) is known by what it says: such a row is refused, unless --skip-known passes
      over it or --again adds it once more. A bill's line that comes again with another amount,
      service or period, a bill under another number, or a payment with another amount or day may
      be a correction: it is refused with the command that corrects what is on record, unless
      --accept unusual says that both are right. The mended rows of --rejects are not taken for
      corrections. A payment file that says no days is held against the days before.

      ENVIRONMENT:

      UBADMIN_STORE::
      the store; the others are in ubadmin-config(5)

      FILES:

      The file of --from is read once from its beginning to its end, in memory that does not grow
      with it. The files of --rejects, --plan-out and --output are written completely or not at
      all, and never over a file that is read.

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

      In the sample city of ubadmin-tutorial(7), with a customer who is not there:

          phones.csv:
          cid,phone
          100001,515-555-0101
          999999,515-555-0102

          $ ubadmin customer set --from phones.csv
          phones.csv:3: cid: found no customer 999999, expected an existing customer ID; find it with `ubadmin search`, or add it with `ubadmin customer add`
          phones.csv: 2 rows: 1 applied, 0 unchanged, 1 rejected; nothing was changed (--keep-going applies the good rows)

      With the right number:

          phones.csv:
          cid,phone
          100001,515-555-0101
          100002,515-555-0102

          $ ubadmin customer set --from phones.csv --dry-run
          line 2: customer 100001: phone changes from •••1452 to •••0101
          line 3: customer 100002: phone changes from •••2983 to •••0102
          phones.csv: 2 rows: 2 applied, 0 unchanged, 0 rejected; dry run, nothing was changed
          $ ubadmin customer set --from phones.csv --reason "new numbers"
          phones.csv: 2 rows: 2 applied, 0 unchanged, 0 rejected (change 2; undo it with `ubadmin change undo 2`)
          $ ubadmin change undo 2
          change 2 undone, 2 rows restored (change 3)
      """#,
    seeAlso: [
      ("ubadmin", 1), ("ubadmin-change", 1), ("ubadmin-plan", 1), ("ubadmin-tutorial", 7),
    ])
}
