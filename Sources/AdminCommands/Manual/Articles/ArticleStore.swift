extension Article {
  /// ubadmin-store(5)
  static let storeFile = Article(
    name: "store", section: 5,
    abstract: "the accounts store shared by staff and portal",
    text: #"""
      A store holds a city's utility customers, their accounts, services, meters, reads, bills
      and payments, the users of the portal, and a journal of every change. It is one file, or
      a schema on a database server; the tables, their columns and the names of the migrations
      that made them are the same.

      This page is for people who set up a store, and for developers of a portal in another language that
      shares it.

      ONE FILE:

      SQLite, version 3.37 or later. Choose it where the staff work on one machine, by ssh(1)
      or at its terminal: there is no server to run or maintain.

          ubadmin store init /srv/utility/accounts.db --group utility

      Only the owner can read a new file; with --group, the folder and the file belong to the group.
      The file must lie on a local disk, as its locks are not safe on network file systems.

      A SERVER:

      PostgreSQL, version 13 or later. Choose it where clerks work from many machines, or
      where the portal runs on another.

          createdb -T template0 --locale-provider=icu --icu-locale=und-u-ks-level1 utility
          ubadmin store init "postgresql://admin@db/utility"
          psql utility -c "GRANT ubadmin_clerk TO pat"

      With these options (PostgreSQL 15 or later) ORDER BY name in a query ignores case and
      accents, as lists do. In a database with another locale, names in queries have the order
      of that database; ORDER BY folded_name(name) and --sort name are as in lists everywhere.

      The store is a schema called ubadmin. libpq is loaded when the first such store is opened; on
      Debian its package is libpq5. Passwords come only from libpq's own sources (~/.pgpass, a
      service file, peer or GSSAPI authentication), never from the address or PGPASSWORD; TLS is configured as for
      every client of libpq.

      store init creates four group roles; each role includes the roles before it:
      ubadmin_viewer reads, ubadmin_clerk writes records, ubadmin_supervisor changes service
      types as well, and ubadmin_admin changes settings as well. None of them can update,
      delete or truncate the journal.

      MOVING:

          ubadmin store copy accounts.db "postgresql://admin@db/utility"
          ubadmin store copy "postgresql://admin@db/utility" accounts.db

      The copy is complete or not made at all, its counts and digests are compared, and the chain of
      the journal is copied with it.

      VALUES:

      date::
      a civil day, 2026-11-23

      timestamp::
      a moment in UTC, 2026-11-23T14:05:09Z (on a server a timestamptz)

      money::
      whole cents

      quantity::
      whole thousandths of the column's unit

      boolean::
      0 or 1 in a file, a boolean on a server

      Intervals are half open: the first day counts, and the end column holds the first day that
      no longer does. Text is Unicode in normal form C, without control characters.

      THE JOURNAL:

      Each committed change has a row in change and a row in change_row for each row that it
      wrote, with the cells before and after. digest of a change is the SHA-256 over the
      digest before it, its rows, their reasons and its header, so that the changes form a chain; see ubadmin
      change verify. What a program writes outside the journal is found by ubadmin change
      verify --rows; in a sample city, whose rows are in no journal, only what was changed later. A change that was made from a file or a plan has a row in job, with the
      fingerprint of its source, so that it is not applied twice, and how many rows were read, unchanged and left out.
      If the rows of a file give different reasons, change_reason has a row for each line of the journal from
      which another reason applies; an empty one ends it. Cells of the columns
      password_hash, hash, sealed and body are never in the journal; three dots replace
      them.

      The tables whose names begin with search_ are the index of ubadmin search. They are derived
      from the other tables through the journal and are not copied to another store; ubadmin
      search --rebuild rebuilds them.
      """# + "\n\n" + storeOfPortal + "\n\n" + #"""
        ENVIRONMENT:

        UBADMIN_STORE::
        the store; the others are in ubadmin-config(5)

        FILES:

        ~/.local/share/ubadmin/accounts.db::
        the default store; while it is open, its log (-wal) and the log's index are next to it
        (-shm)

        ~/.pgpass, ~/.pg_service.conf::
        passwords and services of servers

        EXIT STATUS:

        A missing or damaged store, or one of another version, ends a command with 69; a store in use
        with 75.
        """#,
    seeAlso: [("ubadmin", 1), ("ubadmin-store", 1), ("ubadmin-security", 7)])
}
