import Engines
import Ledger
import Values

/// Numbers of files and entries for the bank. Each is given out once: those of a file whose export was
/// undone, or that a restored backup does not have, may be at the bank.
extension Books {
  func nextBankFile() throws(RuleError) -> Int64 {
    max(try nextID(EFTFile.self), floor(.eftFirstFile))
  }

  /// The number of an entry is also its trace number.
  func nextBankEntry(in file: Int64) throws(RuleError) -> Int64 {
    let before = try lastBankFile(before: file)
    return max(
      try nextID(EFTEntry.self), (before?[EFTFile.lastEntry] ?? 0) + 1, floor(.eftFirstEntry))
  }

  /// - Parameter standing: of those whose export was not undone.
  func lastBankFile(before file: Int64, standing: Bool = false) throws(RuleError) -> Row<EFTFile>? {
    var number = file
    while let row = try rows(EFTFile.before, number).first {
      guard standing, row[EFTFile.withdrawnOn] != nil else { return row }
      number = row[EFTFile.id]
    }
    return nil
  }

  private func floor(_ setting: Setting) -> Int64 { Int64(settings[setting]) ?? 1 }
}
