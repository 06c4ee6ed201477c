extension Article {
  /// ubadmin-security(7)
  static let security = Article(
    name: "security", section: 7,
    abstract: "what ubadmin protects, what it promises, and what it does not",
    text: #"""
      This page is for the person who decides whether a city may use ubadmin(1), and for the
      auditor a year later. Each promise names the test that proves it. Run one with swift
      test --filter NAME in the source folder.

      ASSETS:

      - Money: bills, payments, and the files that go to the bank.

      - Personal data: telephone numbers and e-mail addresses of customers.

      - Secrets: password hashes, tokens of links and sessions, bank account numbers.

      - The journal: who changed what, when, and why.

      WHO IS TRUSTED:

      The kernel::
      identifies who runs the program (the real user ID).

      The database server::
      authenticates the user, and enforces the rights of the four roles.

      The owner of the store::
      can do everything to it. On a file that is the account that owns the file, and root; on
      a server, the owner of the schema, and superusers.

      Whoever may write a store's file::
      can bypass the program. The journal shows such a change but cannot prevent it.

      The environment and the command line::
      are not trusted: they never decide who somebody is, and never hold a secret.

      PROMISES ON IDENTITY:

      The real user ID decides.::
      SUDO_USER and SUDO_UID count only where the real user is root or owns the store's file,
      and only where the two name the same account. USER, LOGNAME and HOME decide nothing.
      (IdentityTests)

      The journal keeps both accounts::
      where an operator acts through another account, and its digests cover both.
      (IdentityTests)

      On a server the operator is the login.::
      The server writes it itself, so no client can put another name into the journal.
      (ServerRoleTests)

      PROMISES ON ROLES:

      One table gives the minimum role for each command.::
      ubadmin operator roles prints it. On a server, the grants and row rules are derived from that
      table and from what each command writes. (LeastRoleTests, ServerRoleTests,
      PostgreSQLRightsTests)

      undo needs a supervisor, even for a clerk's own change,::
      and an admin for a change that only an admin may make. A clerk is told the number of the
      change, for a supervisor to undo it. (LeastRoleTests, OperatorCommandTests)

      Bank details are confirmed by a second person::
      where eft.two-persons is yes. On a server, a clerk cannot get around that with psql(1).
      It applies to details that are entered from then on: those entered before need no second
      person, also when they are released from a hold.
      (PostgreSQLRowRulesTests)

      The journal can only be added to::
      by every role except the owner. (PostgreSQLRightsTests)

      PROMISES ON COMMITS:

      Commits are left to the engine.::
      No ubadmin code stands between SQLite or PostgreSQL and its log. After a failed write, a
      change can only be rolled back. (WritePathTests, FullDiskTests)

      All writes go through one function,::
      which writes the journal in the same transaction. (WritePathTests)

      The journal is chained by SHA-256.::
      ubadmin change verify proves that no change was altered or removed; --rows finds rows
      that were changed outside the journal, also if a later change wrote them. (VerifyTests)

      What has been sent is not undone silently.::
      Undoing a bank file, or a change whose mail has been sent, needs confirmation. Numbers of bank
      files and trace numbers are never reused. (NACHATests, EFTCommandTests,
      MailSendTests)

      PROMISES ON PERSONAL DATA AND SECRETS:

      Personal columns are declared once,::
      with the column, and are masked in everything that ubadmin prints or writes: lists,
      pages, reports, dry runs, plans, the journal, searches, queries and refusals. --reveal
      shows them to supervisors, and is recorded. A test runs every command on a store full of
      markers. The address of a portal user names the user's record, and is shown where that
      record is listed. The citizen's own pages (portal show, portal bill, portal request) are
      shown to anyone who has the token of the citizen's session. (MaskedWalkTests, RevealTests,
      UndoTests)

      A scheduled report never shows more than its recipient may see.::
      It is created with personal data masked, with the rights that the operator who scheduled it has on that
      day. An operator who has left, or has a lower role, gets nothing. Scheduling, and so mailing, requires a
      supervisor. (ReportScheduleTests)

      A query reads only views.::
      On a server it has the rights of a role that may only select from masked views. On
      SQLite it has a connection that cannot name the tables. It changes nothing, and a
      setting limits its time. (QueryEscapeTests, QueryCommandTests, PostgreSQLQueryRoleTests)

      Secrets are never shown,::
      and are in no error message, history file, journal or command line. (HistoryRetentionTests,
      ReplHistoryTests, JournaledCommandTests)

      Command lines in the journal are masked.::
      (JournaledCommandTests)

      No output replaces what the command reads::
      its input files, the store, its log, the key or the configuration. (OverwriteTests)

      PROMISES ON THE PORTAL:

      Nobody can take over an account before its owner registers.::
      Only the password from the registration whose link was followed takes effect.
      Activation ends all other pending registrations, sessions and tokens. The five classes
      of account pre-hijacking are tests. (PreHijackingTests)

      No answer reveals whether an address is known.::
      The answer and the number of password hashes that are computed are the same.
      (AlikeTests, PortalCommandTests)

      Limits on attempts hold::
      even with sixteen parallel attackers. (PortalGuessersTests)

      A password change ends the other sessions.::
      (SessionEndTests)
      """# + "\n\n" + notPromised + "\n\n" + #"""
        REPORTING A PROBLEM:

        Write to the maintainers in private before you publish anything. Give the version
        (ubadmin --version), the engine, and the commands that show the problem. Use the sample
        city (ubadmin store demo), never a city's own data.

        The five classes of account pre-hijacking are those of A. Sudhodanan and A. Paverd,
        "Pre-hijacked accounts: Empirical Study of Security Failures in User Account Creation on
        the Web", USENIX Security Symposium, 2022.

        ENVIRONMENT:

        SUDO_USER, SUDO_UID::
        the person using a service account, when trusted

        FILES:

        ~/.config/ubadmin/eft.key::
        the key that seals bank accounts; others must not be able to read it. A store has one key: the
        first enrollment creates it, and other operators need a copy. Another key is refused (78).

        EXIT STATUS:

        A command that its operator may not run ends with 77.
        """#,
    seeAlso: [("ubadmin", 1), ("ubadmin-change", 1), ("ubadmin-operator", 1), ("ubadmin-store", 5)])
}
