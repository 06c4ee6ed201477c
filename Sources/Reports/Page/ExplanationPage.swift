package import Accounts

extension Page {
  /// Why a user cannot sign in, and what each remedy would do.
  package static func explanation(of email: EmailAddress, on store: Store) throws -> Page {
    guard let user = try store.userRow(ifKnown: email) else {
      return try explanation(ofUnknown: email, on: store)
    }
    let explanation = try SignInExplanation(of: user, on: store)
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
        reasons(explanation.reasons), try attempts(user[User.email], on: store),
      ])
  }

  private static func explanation(ofUnknown email: EmailAddress, on store: Store) throws -> Page {
    var page = Page(
      title: "Why \(email) cannot sign in",
      sections: [
        .fields([
          PageField("can_sign_in", label: "Can sign in", .boolean(false)),
          PageField("status", label: "Status", .null),
          PageField("meaning", label: "", .text("no user signs in with this address")),
        ]),
        reasons(SignInExplanation.reasons(ofUnknown: email)), try attempts(email, on: store),
      ])
    page.isOnRecord = false
    return page
  }

  private static func reasons(_ reasons: [SignInExplanation.Reason]) -> Section {
    .table(
      PageTable(
        "reasons", title: "What prevents sign-in",
        columns: [
          ReportColumn("found", title: "Found", kind: .text),
          ReportColumn("remedy", title: "Remedy", kind: .text).runnable(),
          ReportColumn("effect", title: "What the fix does", kind: .text),
        ], rows: reasons.map { [.text($0.found), .text($0.remedy), .text($0.effect)] }))
  }

  /// Found by the address, so that attempts from before the user registered are included.
  private static func attempts(_ email: EmailAddress, on store: Store) throws -> Section {
    let report = Report(
      "attempts",
      columns: [
        Report.Column("at", of: SignInAttempt.at, "s"),
        Report.Column("provider", of: SignInAttempt.provider, "s"),
        Report.Column("outcome", of: SignInAttempt.outcome, "s"),
      ], from: "sign_in_attempt s",
      where: [Report.Condition("s.email = ?", [email.folded.datum])],
      orderBy: ["s.sign_in_attempt DESC"])
    return .table(try store.table("attempts", title: "Last attempts", report, limit: 10))
  }
}
