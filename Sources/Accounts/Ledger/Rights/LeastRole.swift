package import Values

/// The least role that a command needs: the one table, printed by `operator roles`, kept by
/// `Session.authorize`, and on a server by grants and row rules that follow from it and from `CommandWrites`.
package enum LeastRole {
  package static let commands: [(role: Role, commands: [String])] = [
    (
      .viewer,
      [
        "account show", "account list", "announcement list", "bill show", "bill list",
        "change list", "change show",
        "change verify", "config list", "config path", "customer show", "customer list",
        "delivery show", "delivery list", "eft show",
        "eft list", "explain", "link list", "location show", "location list", "mail list", "manual",
        "meter show", "meter list", "note list", "operator list", "operator roles", "payment list",
        "plan show",
        "query",
        "read list", "repl", "report consumption", "report consumption-history", "report delivery",
        "report list", "request list", "request show",
        "run", "search", "service list", "service-type list", "setting get", "setting list",
        "store check", "store doctor", "store info", "user show", "user list", "user sessions",
      ]
    ),
    (
      .clerk,
      [
        "account open", "account set", "account close", "account move", "announcement add",
        "announcement retire", "customer add",
        "customer set", "delivery set", "delivery bounce", "eft enroll", "eft set", "eft confirm",
        "eft hold", "eft release",
        "eft cancel", "link add", "link remove", "location add", "location set", "meter add",
        "meter exchange", "meter remove", "note add", "payment post", "plan apply",
        "portal register",
        "portal activate",
        "portal sign-in", "portal sign-out", "portal profile", "portal add-identity",
        "portal remove-identity", "portal forgot-password", "portal reset-password",
        "portal change-password", "portal unlock", "portal link", "portal eft", "portal end-eft",
        "portal delivery",
        "portal contact", "portal show",
        "read add",
        "read void", "request add", "request assign", "request reply", "request close",
        "service start", "service stop", "service transfer", "service suspend",
        "service resume", "service cancel", "user register", "user activate", "user resend",
        "user set", "user lock", "user unlock", "user reset-password", "user revoke",
        "user remove-identity",
      ]
    ),
    (
      .supervisor,
      [
        "bill add", "change undo", "customer merge", "eft export", "eft returns", "mail send",
        "payment reverse", "service-type add", "service-type set", "user suspend",
        "user unsuspend", "user deactivate",
      ]
    ),
    (
      .admin,
      [
        "operator add", "operator set", "operator remove", "setting set", "store backup",
        "store copy", "store demo", "store init", "store migrate", "store restore",
      ]
    ),
  ]

  /// What asks for more than its command does.
  package static let reveal = Role.supervisor
  package static let revealBankAccount = Role.supervisor

  package static let byCommand: [String: Role] = Dictionary(
    uniqueKeysWithValues: commands.flatMap { role, names in names.map { ($0, role) } })
}
