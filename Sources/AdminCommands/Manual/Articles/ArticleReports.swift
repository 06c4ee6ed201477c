extension Article {
  /// ubadmin-reports(7)
  static let reports = Article(
    name: "reports", section: 7,
    abstract: "lists and reports: select, sort, export, plot, schedule",
    text: #"""
      DESCRIPTION:

      `report list` groups the reports, and --help explains how each is calculated. Every list and
      report takes the same options.

      ROWS AND COLUMNS:

      --fields a,b::
      only these columns, in this order; --fields help lists them with their types and units

      --sort a,-b::
      sort order; - before the name sorts in descending order

      --limit COUNT::
      maximum number of rows; 0 means all. A list that was cut says so

      --as-of DATE::
      as of this day, if a list shows what changes from day to day; the help of a report says
      which day it shows; a report of current data refuses another day. A bill that was voided,
      a payment that was reversed or a start that was canceled later still counts; records that were
      corrected are shown as they are now

      --at CHANGE|TIME::
      as the records were after that change of the journal, or at that time: 42, 2026-10-31 (its
      end) or "2026-10-31 14:30". Later changes are reversed for this one output, and
      nothing is written. It takes time and memory in proportion to the rows changed since, and
      rows that are sorted stay in memory instead of a temporary file. `query`, pages for a portal session,
      and lists of data outside the store (plans, saved queries, the configuration, `report list` and
      `operator roles`) do not take it.

      --provenance::
      with --output FILE: FILE.provenance.csv records the command, the change number that the report is as of,
      the number of rows and the SHA-256 of the file. The same command with its --at and --as-of gives
      the same bytes, even after later changes. `ubadmin report verify FILE` creates the report again and
      compares; exit status 1 means that the file was changed or that the store gives a different result.
      It runs only a list or report, and only reads the store. A file with --reveal has no
      provenance.

      OUTPUT FORMATS:

      --format is table, csv, tsv, json, ndjson, markdown, html, xlsx, plot or histogram. --output FILE takes the
      format from the file name extension, and writes the file completely or not at all. A table is
      for people; the other formats have plain numbers, dates as 2026-11-25, and units in a column of
      their own.

      --plot draws bars in the terminal: one bar per row for its first quantity, amount or
      number that is not empty in every row; a meter reading is not drawn. If the rows are grouped by month, quarter or year, as with --by route,month, each
      group is one line of small bars. --format histogram counts the rows by that number: a bar for
      each range of values, and an open-ended one for the outlying one percent. Each unit of
      measure has its own scale. If the locale has no Unicode, all are drawn in ASCII.

      xlsx is an Excel workbook: numbers, amounts and dates have their own types; account numbers and
      customer IDs are text, so leading zeros are kept. The sheet "about" names the command and the
      day that it is as of; an HTML page does so below its title. It needs the library libxlsxwriter; on Debian
      12 its package is libxlsxwriter4.

      There is no Parquet format, because the library for it (Apache Arrow) is not in Debian. DuckDB
      reads the CSV as it is: SELECT * FROM 'routes.csv'.

      Text that a spreadsheet would run as a formula gets a leading ' in CSV;
      --no-escape-formulas leaves it as it is, also when the file is imported. Personal data is masked unless --reveal shows it,
      which is recorded.

      UNITS AND YEARS:

      Quantities in different units are never added together: each unit has its own row.
      `report consumption --unit CCF` converts the sums by exact ratios, and shows in recorded-unit
      the unit each was recorded in. --basis sets whether usage counts on the day of the read, on the day of
      the bill, or day by day. --compare last-year adds the previous year next to each sum. A fiscal
      year starts with the month in the setting fiscal-year.start, and is named after the year it ends
      in.

      YOUR OWN QUERIES:

      `query` runs a SELECT that can change nothing; `query --tables` lists the views and their
      columns.

      ON A SCHEDULE:

      `report schedule add owed "report aged-balances" --every week --folder /var/lib/ubadmin/reports`
      schedules a report for every day, week or month, in a folder or by e-mail, with personal
      data masked, and with the rights that the operator who added it has on that day. `report schedule run`
      creates the reports that are due; ubadmin-reports.timer of the Debian package calls it every 15 minutes.
      It can write below /var/lib/ubadmin and /srv/ubadmin; for another folder, `systemctl edit ubadmin-reports`
      with the lines [Service] and ReadWritePaths=/that/folder.
      `store doctor` lists those that failed.

      ENVIRONMENT:

      UBADMIN_FORMAT::
      the default format; the others are in ubadmin-config(5)

      FILES:

      /var/lib/ubadmin/reports::
      a folder for scheduled reports that only the service account of the Debian package can read

      EXIT STATUS:

      0 if the list was written, with or without rows; 4 if it is about a record that does
      not exist; 64 for an unknown column; 73 if the file cannot be created.

      EXAMPLES:

      In the sample city of ubadmin-tutorial(7):

          $ ubadmin report consumption --by year
          Year   Quantity  Unit   Days  Average/day  Reads  Estimated
          ----  ---------  ----  -----  -----------  -----  ---------
          2023     64,593  GAL     480      134.569     19          0
          2024  1,372,990  GAL   6,476      212.012    219          4
          2025  1,509,473  GAL   7,110      212.303    238          2
          2026  1,470,464  GAL   6,028      243.939    201          5
          $ ubadmin customer list --sort -cid --limit 2 --fields cid,name --csv
          cid,name
          100034,José Padilla
          100033,Rhoda Underhill
          the first 2 rows; --limit 0 shows all
      """#,
    seeAlso: [
      ("ubadmin-query", 1), ("ubadmin-report", 1), ("ubadmin-run", 1), ("ubadmin-json", 5),
      ("ubadmin-tutorial", 7),
    ])
}
