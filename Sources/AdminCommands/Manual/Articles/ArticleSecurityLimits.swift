extension Article {
  /// The section of ubadmin-security(7) on what is not promised.
  static let notPromised = #"""
    WHAT IS NOT PROMISED:

    - On a SQLite file that clerks may write themselves, roles prevent mistakes only.
    sqlite3 FILE checks nothing. Let a service account own the file; see ubadmin-store(5).

    - A clerk with psql(1) on a server can write rows that the rules would refuse, in the
    tables that a clerk's commands write. ubadmin store check finds what breaks a rule about
    dates, reads, bills and automatic payments; ubadmin change verify --rows finds rows that
    do not match the journal. The server itself refuses bank details that no second person
    has confirmed, a payment of a customer who was never responsible for its account, and
    one bill of a transferred balance without the other. A clerk can also write who is responsible,
    so this stops mistakes, not a clerk who first makes the customer responsible. The
    server does not know what the customer owes, so a clerk can transfer any amount between
    two accounts of one customer.

    - ubadmin change verify --rows finds a row that is not as its last change left it, that
    was not as a change left it when the next one wrote it, or that no change added. It does
    not find what was changed and changed back before any change wrote the row, and does not
    say who changed it. It does not check rows of a sample city that no change has written,
    who owes what and the totals (ubadmin store check compares these), a secret before
    it was last changed, or, on a server, the tables that have secrets: sign-ins, tokens,
    sessions, registrations, mails, and sealed bank accounts.

    - A supervisor with psql(1) on a server can put another operator's name on a scheduled
    report or a note. ubadmin change verify --rows finds the row.

    - A clerk with psql(1) can read what a clerk's commands compare and change: telephone
    numbers, e-mail addresses, the hashes of passwords and sessions, the text of mails with
    the links in them, and the sealed text of bank accounts. The bank account's number
    itself needs the key file.

    - A viewer with psql(1) can read personal columns too. The schema ubadmin_masked has
    masked views of all tables, but some of a viewer's commands need the real values: change
    verify recomputes digests of them, and search finds by them. Give people who only run
    queries no access other than ubadmin query.

    - Searches, filters and --sort compare real values. With enough tries, somebody can
    guess a masked value from which records they find.

    - A single function call on a long text, and a statement that takes long to prepare (such as one
    whose parts refer to one another many times), cannot be interrupted, and the
    second can take much memory. Texts are limited to 4 MB on SQLite.

    - On PostgreSQL before 16, SQL that a viewer hands to ubadmin_query.run() with psql(1)
    can create empty large objects.

    - In the text of a query that the journal keeps, addresses and numbers that appear
    in full are masked. Parts of one, as in LIKE 'ana%', are not recognized.

    - Messages go to standard error. If the shell has redirected it to a file that the
    command reads, they are written to that file.

    - The server checks the form of a change's digest but not its value. A clerk with
    psql(1) can add a change, under the clerk's own name, that breaks the chain;
    ubadmin change verify names it.

    - The time of a change is that of the computer on which the command ran.

    - A supervisor with psql(1) can get around the rule that a second person confirms
    automatic payments.

    - Personal data that somebody types into free text (notes, requests, reasons) is not
    recognized.

    - The number of mails that a stranger can send to one address is not limited.
    """#
}
