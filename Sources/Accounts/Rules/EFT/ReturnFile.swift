import Ledger
package import Values

/// What the bank sends back: returned entries and corrections, checked against the file's own
/// counts, hash and totals. What is neither is skipped, and told.
package struct ReturnFile: Sendable {
  /// A returned entry, as the bank says that it was.
  package struct Item: Sendable {
    /// Its place in the file.
    package let record: Int
    package let trace: String
    package let code: String
    /// For a correction, what is right; it may hold a bank account and is never shown.
    let corrected: String?
    /// The company of the batch; the city, where the entry is its own.
    package let company: String
    /// Nil if the bank's file has no number there.
    let amount: Money?
    let isDebit: Bool
    /// It begins with 2 for a checking account, and with 3 for a savings account.
    let transactionCode: Int
    /// The utility account, where the bank has copied it.
    let individualID: String
    /// The bank account that was drafted; never shown whole.
    let bankAccount: String
    /// Routing numbers without check digits: the entry's receiver, and the addenda's original one.
    let banks: [String]
    /// The file's day.
    package let createdOn: CivilDate
  }

  /// A record that is neither a return nor a correction, in words.
  package struct Skipped: Sendable {
    package let record: Int
    package let phrase: String
  }

  package let items: [Item]
  package let skipped: [Skipped]

  package init(_ bytes: some Sequence<UInt8>) throws(NACHAFault) {
    var reader = ReturnReader(try NACHALines(Array(bytes)).records)
    try reader.read()
    items = reader.items
    skipped = reader.skipped
  }

  /// Whether a file is one as `eft export` writes it: drafts and prenotes go to the bank without what
  /// says why an entry comes back.
  package static func isOfDrafts(_ bytes: [UInt8]) -> Bool {
    let types = (try? NACHALines(bytes))?.records.map(\.type) ?? []
    return types.first == "1" && types.contains("6") && !types.contains("7")
  }

  /// Whether it is nothing but the header of a file of the bank.
  package static func isHeaderAlone(_ bytes: [UInt8]) -> Bool {
    (try? NACHALines(bytes))?.records.map(\.type) == ["1"]
  }
}
