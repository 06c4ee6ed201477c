extension Article {
  /// ubadmin-tutorial(7)
  static let tutorial = Article(
    name: "tutorial", section: 7, abstract: "the first half hour with ubadmin",
    text: #"""
      DESCRIPTION:

      This page creates a sample city and does a clerk's work in it. Nothing that you do there can cause
      harm; all people and places are fictitious.

      CREATE A SAMPLE CITY:

          ubadmin store demo city.db --accounts 20
          export UBADMIN_STORE=$PWD/city.db

      The commands of this page are typed at the shell. `ubadmin` alone opens a prompt, where they
      are typed without the first word, and TAB completes them.

      FIND A CUSTOMER:

      Any part of a name, address, telephone number or e-mail address will do:

          $ ubadmin search almeida --fields kind,id,name
          Kind      ID                          Name
          --------  --------------------------  -------------
          customer  100001                      Ariel Almeida
          user      ariel.almeida1@example.net  Ariel Almeida

      `account show 2000001` shows everything about an account on one page, and
      `history account 2000001` shows what happened to it.

      CHANGE SOMETHING:

      With --dry-run, a command shows what would change. Without it, the change is made:

          $ ubadmin service stop 2000002 SEWER --on 2026-12-01 --dry-run
          SEWER stops on 2026-12-01
          dry run, nothing was changed; it would report: SEWER on account 2000002 stops on 2026-12-01
          $ ubadmin service stop 2000002 SEWER --on 2026-12-01 --reason "septic tank"
          SEWER on account 2000002 stops on 2026-12-01 (change 2)

      If a value is missing, misspelled or impossible, the error says what was expected and how to
      fix it:

          $ ubadmin service stop 2000002 SWER
          ubadmin: <service>: found no service type SWER, expected a name or code: WATER (1000), SEWER (2000), MXU (MXU)
            did you mean `SEWER`? `ubadmin service-type add --help` explains how to add one

      UNDO A CHANGE:

      Every change is in the journal and can be undone, and so can the undo:

          $ ubadmin change undo 2 --reason "called again, stays"
          change 2 undone, 1 row restored (change 3)

      MORE:

      `help bulk` explains files, `help reports` explains lists and reports, and `today` shows pending work.

      SET UP YOUR OWN STORE:

          ubadmin store init /srv/ubadmin/city.db --city "Cedar Falls"
          ubadmin config set store /srv/ubadmin/city.db

      ubadmin-security(7) says who can do what.

      ENVIRONMENT:

      UBADMIN_STORE::
      the store; the others are in ubadmin-config(5)

      FILES:

      ~/.config/ubadmin/config::
      your own options

      EXIT STATUS:

      0 if a command succeeded or had nothing to do; `help exit-status` lists
      the others.
      """#,
    seeAlso: [
      ("ubadmin", 1), ("ubadmin-config", 5), ("ubadmin-bulk", 7), ("ubadmin-repl", 7),
      ("ubadmin-reports", 7),
      ("ubadmin-security", 7),
    ])
}
