public import Accounts

extension Page {
  /// Why a user cannot sign in, and what each remedy would do.
  public static func explanation(of email: EmailAddress, on store: Store) throws -> Page {
    let user = try store.userRow(email)
    let explanation = try SignInExplanation(of: user, on: store)
    let attempts = Report(
      "attempts",
      columns: [
        Report.Column("at", "s.at", .timestamp), Report.Column("provider", "s.provider"),
        Report.Column("outcome", "s.outcome"),
      ], from: "sign_in_attempt s",
      where: [Report.Condition("s.portal_user = ?", [user[User.id].datum])],
      orderBy: ["s.sign_in_attempt DESC"])
    return Page(
      title: "Why \(user[User.email]) \(explanation.canSignIn ? "can" : "cannot") sign in",
      sections: [
        .fields([
          PageField(
            "can_sign_in", label: "Can sign in", .boolean(explanation.canSignIn)),
          user.field(User.status, "Status"),
          PageField("meaning", label: "", .text(user[User.status].meaning)),
          user.field(User.statusSince, "Since"), user.field(User.lastSignInAt, "Last sign-in"),
          user.field(User.failedAttempts, "Wrong passwords since"),
          PageField("policy", label: "Lockout policy", .text(store.settings.lockoutPolicy)),
        ]),
        .table(
          PageTable(
            "reasons", title: "What stands in the way",
            columns: [
              ReportColumn("found", title: "Found", kind: .text),
              ReportColumn("remedy", title: "Remedy", kind: .text),
              ReportColumn("effect", title: "What it does", kind: .text),
            ],
            rows: explanation.reasons.map {
              [.text($0.found), .text($0.remedy), .text($0.effect)]
            })),
        .table(try store.table("attempts", title: "Last attempts", attempts, limit: 10)),
      ])
  }
}
