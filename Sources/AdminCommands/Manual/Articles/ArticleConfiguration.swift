extension Article {
  /// ubadmin-config(5)
  static let configuration = Article(
    name: ConfigCommand.name, section: 5,
    abstract: "where ubadmin finds its options when they are not given",
    text: #"""
      DESCRIPTION:

      An option that a command does not name comes from the strongest of these that has it: the
      command line; the environment; the profile that --profile names, in your own file, then in
      the system's; your own file; the system's file; the default.

      `config show --show-origin` says for each key what counts and where it comes from. Nothing
      is read from the current folder, and a relative path in a file is refused.

      FORM:

      A line is KEY = VALUE. Empty lines and lines that begin with # are passed over. Lines below
      [profile NAME] count only for commands with --profile NAME. An unknown key, and a key that
      appears twice in a section, are errors.

      `config set` and `config unset` change your own file, or with --system that of the machine,
      and leave comments and other lines as they are.

      KEYS:

      """#
        + ConfigurationKey.allCases.map { "\n\($0.rawValue)::\n\($0.meaning)\n" }.joined()
          + #"""

          ENVIRONMENT:

          """#
        + ConfigurationKey.allCases.map { "\n\($0.variable)::\nthe same as \($0.rawValue)\n" }
        .joined()
          + #"""

          PAGER::
          the pager, where neither file nor UBADMIN_PAGER names one

          NO_COLOR::
          no color, unless --color asks for it

          XDG_CONFIG_HOME, XDG_CONFIG_DIRS::
          folders of the files, each a path from the root

          FILES:

          ~/.config/ubadmin/config::
          your own file

          /etc/xdg/ubadmin/config::
          the system's file

          ~/.config/ubadmin/eft.key::
          the key of bank accounts, where no other is named

          ~/.local/share/ubadmin/accounts.db::
          the store, where none is named

          EXIT STATUS:

          A command that finds an error in a file ends with 78.

          EXAMPLES:

          A store for every day, and a test store by name:

              # my stores
              store = /srv/ubadmin/city.db
              csv-bom = yes

              [profile test]
              store = /srv/ubadmin/test.db
          """#,
    seeAlso: [("ubadmin", 1), ("ubadmin-config", 1), ("ubadmin-store", 5)])
}
