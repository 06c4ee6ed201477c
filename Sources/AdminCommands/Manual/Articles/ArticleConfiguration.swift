extension Article {
  /// ubadmin-config(5)
  static let configuration = Article(
    name: ConfigCommand.name, section: 5,
    abstract: "configuration file, profiles and environment variables",
    text: #"""
      DESCRIPTION:

      The value of an option comes from the first of these that has it: the
      command line; the environment; the profile named by --profile, in your own file, then in
      the system's; your own file; the system's file; the default.

      `config show --show-origin` shows the value of each key and where it comes from. Nothing
      is read from the current folder, and a relative path in a file is refused.

      FILE FORMAT:

      Each line is KEY = VALUE. Empty lines and lines that begin with # are skipped. Lines below
      [profile NAME] apply only to commands with --profile NAME. An unknown key, and a key that
      appears twice in a section, are errors.

      `config set` and `config unset` change your own file, or with --system the system file,
      and leave comments and other lines unchanged.

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
          the pager, if neither a file nor UBADMIN_PAGER sets one

          NO_COLOR::
          no color, unless --color asks for it

          XDG_CONFIG_HOME, XDG_CONFIG_DIRS::
          folders of the files; absolute paths

          FILES:

          ~/.config/ubadmin/config::
          your own file

          /etc/xdg/ubadmin/config::
          the system's file

          ~/.config/ubadmin/eft.key::
          the key for bank accounts, unless another is set

          ~/.local/share/ubadmin/accounts.db::
          the store, unless another is set

          EXIT STATUS:

          A command that finds an error in a file ends with 78.

          EXAMPLES:

          A default store, and a test store as a profile:

              # my stores
              store = /srv/ubadmin/city.db
              csv-bom = yes

              [profile test]
              store = /srv/ubadmin/test.db
          """#,
    seeAlso: [("ubadmin", 1), ("ubadmin-config", 1), ("ubadmin-store", 5)])
}
