import Engines
import Ledger
package import Values

/// A file that was made before for the same day: its command may have been cut short before the file
/// was in its place, and the drafts in it are posted and are not sent again.
package struct EarlierFile: Sendable {
  package let number: Int64
  package let entries: Int64
  package let total: Money
  /// The change that made it.
  package let change: Int64?
}

extension Books {
  /// Those whose export was not undone, first to last.
  func earlierFiles(for day: CivilDate, before file: Int64) throws(RuleError) -> [EarlierFile] {
    var (files, number): ([EarlierFile], Int64) = ([], file)
    while let row = try lastBankFile(before: number, standing: true),
      row[EFTFile.effectiveOn] == day
    {
      number = row[EFTFile.id]
      let change = try self.number(
        sql: "SELECT change FROM change_row WHERE table_name = ? AND row_key = ? "
          + "AND action = 'insert' ORDER BY change DESC LIMIT 1",
        [.text(EFTFile.table.name), .text("\(number)")])
      files.append(
        EarlierFile(
          number: number, entries: row[EFTFile.entries], total: row[EFTFile.total], change: change))
    }
    return files.reversed()
  }
}
