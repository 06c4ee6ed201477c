extension Article {
  /// ubadmin-repl(7)
  static let prompt = Article(
    name: ReplCommand.help.name, section: 7, abstract: "work at the prompt",
    text: #"""
      DESCRIPTION:

      `ubadmin` alone, at a terminal, opens a prompt on one store. The commands are those of the
      shell, without the first word; a command that begins with `ubadmin` runs as well, so that
      what a message prints can be pasted. Where there is no store yet, an empty one or a sample
      city is offered.

      A line that ends with \, or in the middle of a quoted word, goes on in the next.

      KEYS:

      TAB::
      completes commands, options, files, days and what is in the store: accounts, customers,
      meters, bills, users, services and routes, by number or by name

      Ctrl-C::
      clears the line; while a command runs, stops it, with nothing half done

      Ctrl-D::
      leaves, as `exit` does; at a line that goes on, drops it

      Ctrl-R::
      looks for an earlier line; the other keys are those of readline(3)

      SHORT FORMS:

      salas dora, 2000002, acorn st::
      words that are no command are searched for: the one record found is shown and is in use from
      then on, several are numbered, and 2 opens the second

      stop WATER::
      a verb alone is its command, where one noun has it or it fits the record in use

      stop w 379354::
      the first letters of a service of the account do, and a number behind what a command takes is
      its reading, or its amount

      They are for a terminal; scripts write commands out.

      WORDS OF THE PROMPT:

      use account 2000002::
      makes `show`, `bill list` or `service stop WATER` mean that account, until `use` alone; any
      words that find one record do, and customers, users, meters, locations and bills as well;
      with a customer in use, commands for an account mean the customer's only one

      begin, commit, rollback::
      make the commands between them one change; after a change that failed only `rollback` goes on

      last::
      shows the last answer in another format, or writes it to a file; `--from _` takes the records
      of the last list

      watch N COMMAND::
      shows the command's answer every N seconds, or until it changes

      | PROGRAM, > FILE::
      at the end of a line, give the answer to a program or write it to a file; a query before
      them is in quotes

      !PROGRAM::
      runs a program, unless the configuration says `shell = no`

      timing on::
      tells how long each command takes

      undo, redo::
      take back your own last change, and again and again step back; step forward

      ? COMMAND::
      explains a command, as `help` does

      clear::
      clears the screen

      exit, quit, \q::
      leave

      HISTORY:

      Each store has a file of its own. A line that was refused, or may hold a secret, is not in
      it.

      SCRIPTS:

      Lines of standard input that is no terminal are run as a script, and `run` runs a file. #
      begins a comment. The first command that fails ends the script.

      ENVIRONMENT:

      UBADMIN_STORE::
      the store; the others are in ubadmin-config(5)

      INPUTRC::
      readline's own settings

      FILES:

      ~/.local/state/ubadmin/history.d::
      the lines of each store, for their owner alone

      EXIT STATUS:

      0 where the prompt was left; a script ends with the status of the command that ended it.
      """#,
    seeAlso: [
      ("ubadmin-repl", 1), ("ubadmin-run", 1), ("readline", 3), ("ubadmin-config", 5),
      ("ubadmin-tutorial", 7),
    ])
}
