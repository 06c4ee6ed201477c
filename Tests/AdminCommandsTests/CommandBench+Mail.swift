import Accounts
@testable import Ledger

/// What a citizen finds in the mail.
extension CommandBench {
  /// The token of the link in the latest mail that has one.
  func lastToken() throws -> String {
    let store = try Store.open(StoreLocation(self.store), access: .read)
    var body = ""
    try store.each(
      sql: "SELECT body FROM outbox_message WHERE body LIKE '%token=%' ORDER BY outbox_message"
    ) { row in
      body = String(decoding: row.text(0), as: UTF8.self)
      return true
    }
    guard let link = body.split(separator: "token=").last, body.contains("token=") else {
      throw BenchFailure("no mail has a link")
    }
    return String(link.prefix(43))
  }

  /// Follows the link of the latest activation mail.
  func activateLast() throws {
    let done = run("portal activate", input: try lastToken() + "\n")
    guard done.status == .done else { throw BenchFailure("\(done)") }
  }
}
