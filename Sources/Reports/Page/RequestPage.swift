package import Accounts

extension Page {
  /// A request and all that was written about it.
  package static func request(_ number: Int64, on store: Store) throws -> Page {
    guard let row = try store.books().find(Request.self, number) else {
      throw Rejection(
        .notFound, field: "request", found: "no request \(number)",
        expected: "the number of a request", remedy: "see `request list --all`")
    }
    return Page(
      title: "Request \(number)",
      sections: [
        .fields([
          row.field(Request.subject, "Subject"), row.field(Request.status, "Status"),
          row.field(Request.statusOn, "Since"), row.field(Request.receivedOn, "Received"),
          row.field(Request.email, "E-mail"), row.field(Request.account, "Account"),
          row.field(Request.assignee, "Assigned to"), row.field(Request.closeReason, "Closed as"),
        ]),
        .table(try store.table("messages", title: "Messages", .messages(of: number))),
      ])
  }

  /// A user's own request and what was written about it.
  package static func portalRequest(
    _ number: Int64, of user: Row<User>, on store: Store
  ) throws -> Page {
    guard let row = try store.books().find(Request.self, number),
      row[Request.user] == user[User.id]
    else {
      throw Rejection(
        .notFound, field: "request", found: "no request \(number) of this user",
        expected: "a request listed by `portal show`", remedy: "see `portal show`")
    }
    return Page(
      title: "Request \(number)",
      sections: [
        .fields([
          row.field(Request.subject, "Subject"), row.field(Request.status, "Status"),
          row.field(Request.statusOn, "Since"), row.field(Request.receivedOn, "Received"),
          row.field(Request.account, "Account"),
        ]),
        .table(
          try store.table(
            "messages", title: "Messages",
            Report.messages(of: number).only(["at", "sender", "text"]))),
      ])
  }
}
