extension Article {
  /// ubadmin-json(5)
  static let json = Article(
    name: "json", section: 5,
    abstract: "the output of --json, and what stays stable",
    text: #"""
      With --json (or -O json), every command writes one JSON document to standard output. With -O
      ndjson, it writes one object per line. Characters are UTF-8; line and paragraph separators,
      control characters and characters that change the direction of text are escaped.

      LISTS:

      A list or report is an array with an object for each row, in the order of the rows. The
      keys are the names listed by --fields help, with _ instead of -: the column last-posted is
      last_posted. --fields and --sort accept both forms.

      PAGES:

      A show command writes one object. Its tables are arrays of objects.

      VALUES:

      Money::
      a string with the amount in dollars and always two decimals, e.g. "132.95". Amounts
      below zero begin with -. Amounts are strings so that no reader rounds them.

      Quantities::
      a number with at most three decimals. The unit is in a key of its own.

      Days::
      a string such as "2026-11-28".

      Times::
      a string with the offset of the city's time, e.g. "2026-11-28T09:30:00-06:00".

      Lists::
      an array. An empty list is [].

      Identifiers::
      account numbers, customer IDs and bill numbers are strings, as they may begin with
      zeros.

      Nothing::
      null. The key is always present.

      For ubadmin-query(1), the query itself determines the names and types.

      CHANGES:

      A command that changes one record writes an object with outcome (applied, unchanged,
      accepted or rejected), change, key and message.

      A command with --from writes file, outcome, change, rows, applied, unchanged, rejected
      and rejected_rows: an object with line, field, code, found, expected and hint for each
      fault of each rejected row. It lists the first thousand rejected rows; --rejects writes all
      of them.

      MESSAGES:

      With --json, standard error has one object per line. kind is note or error. Both have
      message; an error also has exit_status, code, hint and, where a field is at fault,
      field, typed (the option as it is typed), found, expected and, for a row of a file, file
      and line. The exit statuses are listed in ubadmin(1).

      COMPATIBILITY:

      Every page, outcome and message has schema_version, and ubadmin --version --json prints
      it. This page describes version 1.

      As long as the version is the same, no key is renamed or removed and no value changes its
      type. New keys may be added, so a reader should ignore keys that it does not know.
      The texts of message, hint, found and expected are for people and may change; code and
      exit_status are for programs.

      ENVIRONMENT:

      UBADMIN_FORMAT::
      json writes JSON unless another format is given; the others are in ubadmin-config(5)

      FILES:

      --output FILE.json::
      the file name extension sets the format

      EXIT STATUS:

      As in ubadmin(1); exit_status in an error on standard error is the same number.

      EXAMPLES:

          ubadmin account show 2000001 --json | jq -r .balance
          ubadmin bill list --json | jq -r '.[] | select(.open != "0.00") | .bill'
          ubadmin payment post --from payments.csv --json |
            jq -r '.rejected_rows[] | "\(.line): \(.field): \(.code)"'
      """#,
    seeAlso: [("ubadmin", 1), ("ubadmin-query", 1), ("ubadmin-store", 5)])
}
