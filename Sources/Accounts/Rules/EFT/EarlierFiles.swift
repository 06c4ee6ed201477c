import Engines
package import Ledger
package import Values

/// A bank file that was made earlier for the same day. Its drafts are posted and are in no later file, so it
/// must reach the bank, although its command may have been interrupted before the file was saved.
package struct EarlierFile: Sendable {
  package let number: Int64
  /// The day on which its drafts settle.
  package let day: CivilDate
  package let entries: Int64
  package let total: Money
  /// The change that made it.
  package let change: Int64?
}

extension Books {
  /// Those of the day whose export was not undone, oldest first.
  func earlierFiles(for day: CivilDate, before file: Int64) throws(RuleError) -> [EarlierFile] {
    var files: [EarlierFile] = []
    var number = file
    while let row = try lastBankFile(before: number, standing: true),
      row[EFTFile.effectiveOn] == day
    {
      number = row[EFTFile.id]
      files.append(try earlierFile(row))
    }
    return files.reversed()
  }

  /// The last one of any day whose export was not undone.
  func previousFile(before file: Int64) throws(RuleError) -> EarlierFile? {
    guard let row = try lastBankFile(before: file, standing: true) else { return nil }
    return try earlierFile(row)
  }

  /// Those of any day whose command ended before the file was written to its place, oldest first.
  func unplacedFiles(before file: Int64) throws(RuleError) -> [EarlierFile] {
    var numbers: [Int64] = []
    try each(sql: ChangeMark.unplacedBankFiles) { row in
      numbers.append(row.integer(0))
      return true
    }
    var files: [EarlierFile] = []
    for number in numbers where number < file {
      guard let row = try find(EFTFile.self, number) else { continue }
      files.append(try earlierFile(row))
    }
    return files
  }

  private func earlierFile(_ row: Row<EFTFile>) throws(RuleError) -> EarlierFile {
    let change = try number(
      sql: "SELECT change FROM change_row WHERE table_name = ? AND row_key = ? "
        + "AND action = 'insert' ORDER BY change DESC LIMIT 1",
      [.text(EFTFile.table.name), .text("\(row[EFTFile.id])")])
    return EarlierFile(
      number: row[EFTFile.id], day: row[EFTFile.effectiveOn], entries: row[EFTFile.entries],
      total: row[EFTFile.total], change: change)
  }
}

extension EarlierFile {
  /// Its bytes, to compare a file with them; nil if the key does not open its bank accounts.
  package func text(in change: ChangeTransaction) throws(RuleError) -> String? {
    do throws(RuleError) {
      return try change.reading { books throws(RuleError) in try books.bankFile(number) }
    } catch {
      guard case .rejected = error else { throw error }
      return nil
    }
  }
}
