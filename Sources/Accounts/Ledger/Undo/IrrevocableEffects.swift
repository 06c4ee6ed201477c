import Engines
import Values

/// What a change has sent outside and no undo takes back: files for the bank, and mails. Also
/// drafts in such files and transferred balances whose reason the undo removes.
package struct IrrevocableEffects: Error, Sendable, Equatable {
  /// Numbers of files for the bank.
  package private(set) var files: [Int64] = []
  /// Mails that went out, or may have.
  package private(set) var mails: Int64 = 0

  /// Drafts at the bank that are paid twice, or whose bill is gone; in words.
  package private(set) var drafts: [String] = []

  /// Transferred balances that are owed twice, or by nobody; in words.
  package private(set) var balances: [String] = []

  package init() {}

  package var isEmpty: Bool {
    files.isEmpty && mails == 0 && drafts.isEmpty && balances.isEmpty
  }

  /// A sentence for each kind.
  package var words: [String] {
    var words: [String] = []
    if !files.isEmpty {
      let numbers = files.map { "\($0)" }.joined(separator: ", ")
      words.append(
        files.count == 1
          ? "file \(numbers) may have been sent to the bank; it cannot be recalled"
          : "files \(numbers) may have been sent to the bank; they cannot be recalled")
    }
    if mails > 0 {
      words.append(
        mails == 1
          ? "1 mail of that change was sent and cannot be recalled"
          : "\(mails) mails of that change were sent and cannot be recalled")
    }
    for (all, kind) in [(drafts, "more draft"), (balances, "more transferred balance")] {
      words += all.prefix(Self.named)
      let more = all.count - Self.named
      if more > 0 { words.append("and \(more.counted(kind))") }
    }
    return words
  }

  /// The most drafts, or balances, that are named.
  private static let named = 3

  mutating func add(draft words: String) { drafts.append(words) }

  mutating func add(balance words: String) { balances.append(words) }

  /// The row that an undo leaves of one that it would take away: a file for the bank, whose number
  /// and trace numbers are never given out again, or a mail without its user. Nil if the row goes.
  mutating func remains(
    of row: [Datum], in table: Table, on day: CivilDate, _ lastEntry: Int64?
  ) -> [Datum]? {
    if table === EFTFile.table {
      var file = Row<EFTFile>(values: row)
      files.append(file[EFTFile.id])
      file[EFTFile.withdrawnOn] = day
      file[EFTFile.lastEntry] = lastEntry
      return file.values
    }
    guard let detached = OutboxMessage.detached(row, of: table) else { return nil }
    if OutboxMessage.mayHaveGoneOut(row) { mails += 1 }
    return detached
  }

  /// An undo that takes the undo of an undo back withdraws a file once more.
  mutating func addWithdrawn(_ before: [Datum], _ after: [Datum], in table: Table) {
    guard table === EFTFile.table else { return }
    let (before, after) = (Row<EFTFile>(values: before), Row<EFTFile>(values: after))
    if before[EFTFile.withdrawnOn] == nil, after[EFTFile.withdrawnOn] != nil {
      files.append(after[EFTFile.id])
    }
  }
}
