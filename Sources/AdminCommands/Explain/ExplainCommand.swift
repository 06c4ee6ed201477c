import Accounts
import ArgumentParser
import Reports

/// `explain`
struct ExplainCommand: ShowCommand {
  /// A kind of record would be no answer.
  static let asksForKey = false
  static let reach: CommandReach = [.store, .conflicts]
  static let help = CommandHelp(
    "explain",
    abstract: "Explain why a user cannot sign in, or why a record is as it is, and how to fix it",
    discussion: HelpText.discussion(
      """
      Of a portal user, by e-mail address: the status, the lockout policy, sign-in attempts, identities and tokens. \
      Of an account: why its services have their status, why bills go by mail, why automatic payments stopped, and \
      what makes up the balance. Of a meter: where it is, why usage is estimated, and which reads do not count. Of a bill \
      or payment: why it is void or reversed, and what is applied to what. Each fact has its day, the \
      change that entered it and by whom, and a command that helps. Where records of several kinds have the \
      same number, put the kind before it.
      """,
      examples: [
        "explain damon.kirby13@example.net", "explain 2000001", "explain 60000011",
        "explain bill 8000001", "explain payment 1",
      ]))

  @Argument(
    help: ArgumentHelp(
      "e-mail address of a user, or number of an account, meter, bill or payment; or its kind"))
  var record: String
  @Argument(help: "its number or e-mail address, after a kind") var key: String?

  func page(on store: Store, in context: CommandContext) throws -> Page {
    if let key {
      guard let kind = ExplainedKind(rawValue: record) else {
        throw Rejection(
          .unknownChoice, field: "record", found: record,
          expected: "one of " + ExplainedKind.allCases.map(\.rawValue).joined(separator: ", "),
          remedy: "quote a name that has spaces, or put the kind of the record before its number")
      }
      guard kind != .user else { return try pageOfUser(key, "key", on: store) }
      let found = try store.noteRecord(kind.record, try TypedValue.value(key, "key"))
      return try .explanation(of: kind, found.key, on: store)
    }
    guard ExplainedKind(rawValue: record) == nil else {
      throw Rejection(
        .required, field: "key", found: "nothing", expected: "key",
        remedy: "needed: the record's number or e-mail address")
    }
    guard !record.contains("@") else { return try pageOfUser(record, "record", on: store) }
    let found = ExplainedKind.allCases.filter { $0 != .user }.compactMap { kind in
      (try? store.noteRecord(kind.record, try TypedValue.value(record, "record")))
        .map { (kind: kind, key: $0.key) }
    }
    guard let only = found.first else { throw missing() }
    guard found.count == 1 else {
      throw Rejection(
        .ambiguous, field: "record", found: record,
        expected: "the number of one record, with its kind before it",
        remedy: found.map { "`explain \($0.kind.rawValue) \(word: record)`" }
          .joined(separator: " or "))
    }
    return try .explanation(of: only.kind, only.key, on: store)
  }

  private func pageOfUser(_ email: String, _ field: String, on store: Store) throws -> Page {
    do {
      return try .explanation(of: try TypedValue.value(email, User.email.name), on: store)
    } catch let fault as Rejection where fault.field == User.email.name {
      throw Rejection(
        fault.code, field: field, found: fault.found, expected: fault.expected,
        remedy: fault.remedy)
    }
  }

  /// A name leads to the search, as it does where an address is needed.
  private func missing() -> Rejection {
    let expected =
      "the e-mail address of a portal user, or the number of an account, meter, bill or payment"
    guard !record.contains(where: \.isNumber),
      let fault = fault(of: EmailAddress.self)
    else {
      return Rejection(
        .notFound, field: "record", found: record, expected: expected,
        remedy: "find it with `search \(word: record)`")
    }
    return Rejection(
      fault.code, field: "record", found: fault.found, expected: expected, remedy: fault.remedy)
  }

  private func fault<Value: FieldValue>(of type: Value.Type) -> Rejection? {
    do {
      _ = try TypedValue.value(record, User.email.name) as Value
      return nil
    } catch {
      return error as? Rejection
    }
  }
}
