import Engines
import Ledger
import Values

extension Store {
  /// What has become of the last mail with a link to the user, if it has not been sent.
  func unsentMail(to user: Row<User>) throws -> OutboxStatus? {
    let kinds = LetterKind.allCases.filter(\.holdsSecret)
    let marks = kinds.map { _ in "?" }.joined(separator: ", ")
    var status: OutboxStatus?
    try each(
      sql: """
        SELECT status FROM outbox_message WHERE portal_user = ? AND kind IN (\(marks)) \
        ORDER BY outbox_message DESC LIMIT 1
        """, [user[User.id].datum] + kinds.map(\.datum)
    ) { row in
      status = OutboxStatus(rawValue: String(decoding: row.text(0), as: UTF8.self))
      return false
    }
    return status == .sent ? nil : status
  }
}
