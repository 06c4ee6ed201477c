package import Accounts

extension Page {
  /// All about one user of the portal.
  package static func user(_ email: EmailAddress, on store: Store) throws -> Page {
    let user = try store.userRow(email)
    let links = Report.links(
      email: user[User.email], asOf: store.today, dialect: store.dialect
    ).only(["account", "cid", "customer", "linked-on", "from", "to"])
    return Page(
      title: "User \(user[User.email])",
      sections: [
        .fields([
          PageField("email", label: "E-mail", .text(user[User.email].text)),
          user.field(User.firstName, "First name"),
          user.field(User.lastName, "Last name"), user.field(User.status, "Status"),
          PageField("meaning", label: "", .text(user[User.status].meaning)),
          user.field(User.statusSince, "Since"), user.field(User.registeredAt, "Registered"),
          user.field(User.activatedAt, "Activated"),
          user.field(User.lastSignInAt, "Last sign-in"),
          user.field(User.failedAttempts, "Wrong passwords since"),
          user.field(User.lockedBy, "Locked by"),
          user.field(User.suspendedFrom, "Before the suspension"),
          user.field(User.newEmail, "New e-mail"),
          PageField("policy", label: "Lockout policy", .text(store.settings.lockoutPolicy)),
        ]),
        .table(
          try store.table(
            "identities", title: "Sign-in methods", .identities(of: user, withEnded: true))),
        .table(try store.table("links", title: "Accounts", links)),
        .table(
          try store.table(
            "sessions", title: "Open sessions",
            .sessions(user[User.email], openAt: store.now))),
        try LastChanges.ofUser(user[User.id], store.dialect).section(on: store),
      ])
  }
}
