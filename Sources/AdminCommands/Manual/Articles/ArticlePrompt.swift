extension Article {
  /// ubadmin-repl(7)
  static let prompt = Article(
    name: ReplCommand.help.name, section: 7, abstract: "work at the prompt",
    text: #"""
      DESCRIPTION:

      `ubadmin` alone, at a terminal, opens a prompt on one store. The commands are the same as in the
      shell, without the first word; a command that begins with `ubadmin` also works, so commands
      from messages can be pasted. If there is no store yet, ubadmin offers to create an empty one
      or a sample city.

      A line that ends with \, or inside quotes, continues on the next line.

      KEYS:

      TAB::
      completes commands, options, files, days and what is in the store: accounts, customers,
      meters, bills, users, services and routes, by number or by name; in a query, views and columns

      Ctrl-C::
      clears the line; while a command runs, stops it and leaves nothing half done

      Ctrl-D::
      exits, as `exit` does; on a continued line, discards it

      Ctrl-R::
      searches earlier lines; the other keys are those of readline(3)

      SHORT FORMS:

      salas dora, 2000002, acorn st::
      anything that is not a command is a search: a single match is shown and is in use from
      then on; several are numbered, and 2 opens the second

      bills, bills 2000002::
      a noun in the plural is its list, of an account if its number follows

      stop WATER::
      a verb alone is enough if only one noun has it or if it fits the record in use

      stop w 379354::
      the first letters of one of the account's services are enough, and a number after the arguments is
      the reading or the amount; a number alone is an account unless it has cents, as in `post 5.00`

      Short forms work only at a terminal; scripts must use full commands.

      PROMPT COMMANDS:

      use account 2000002::
      makes `show`, `bill list` or `service stop WATER` apply to that account, until `use` alone; any
      words that find one record work, also for customers, users, meters, locations and bills;
      with a customer or user in use, account commands apply to the only account; with an account
      in use, meter commands apply to its only meter; with a bill in use, `payment post` pays it

      begin, commit, rollback::
      combine the commands between them into one change; after a failed command, only `rollback` is accepted

      last::
      shows the last output in another format, or writes it to a file, with the records as they were
      when they were shown; `--from _` takes the records of the last list, all of them even if you left
      the pager early

      watch N COMMAND::
      shows the command's output every N seconds, or until it changes

      | PROGRAM, > FILE::
      at the end of a line, pipe the output to a program or write it to a file; a query before
      them must be in quotes

      !PROGRAM::
      runs a program, unless the configuration has `shell = no`

      timing on, timing off::
      shows how long each command takes, or no longer

      undo, redo::
      undo your own last change; repeat to step back; redo steps forward; both need a supervisor

      ? COMMAND::
      explains a command, as `help` does

      clear::
      clears the screen

      exit, quit, \q::
      leave

      HISTORY:

      Each store has its own file. A line that was refused, or may contain a secret, is not in
      it. Under a service account, each person has their own.

      SCRIPTS:

      If standard input is not a terminal, its lines run as a script; `run` runs a file. #
      begins a comment. The first command that fails ends the script. A script can commit or roll back only
      a transaction that it has begun.

      A word that begins with ~/ is a file in your home folder, at the prompt and in scripts; in quotes it
      is text.

      ENVIRONMENT:

      UBADMIN_STORE::
      the store; the others are in ubadmin-config(5)

      INPUTRC::
      readline's own settings

      FILES:

      ~/.local/state/ubadmin/history.d::
      the history of each store, readable by its owner only

      EXIT STATUS:

      0 when you exit the prompt; a script ends with the status of the command that ended it.
      """#,
    seeAlso: [
      ("ubadmin-repl", 1), ("ubadmin-run", 1), ("readline", 3), ("ubadmin-config", 5),
      ("ubadmin-tutorial", 7),
    ])
}
