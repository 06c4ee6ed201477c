/// A file for the bank gets its name after the change that makes it: a command that is killed in between has
/// posted drafts that the bank never sees.
extension ChangeMark {
  /// Of the change that makes the file.
  package init(bankFile number: Int64) { self.init(.bankFile, fingerprint: "\(number)") }

  /// Of the change that made it, or made it again, once it is in its place.
  package init(placedBankFile number: Int64) {
    self.init(.placedBankFile, fingerprint: "\(number)")
  }

  /// Files that may be in no place, with the changes that made them, oldest first. Those of earlier versions have
  /// no mark.
  package static let unplacedBankFiles = """
    SELECT f.file, j.change, f.effective_on FROM eft_file f \
    JOIN job j ON j.fingerprint = CAST(f.file AS TEXT) AND j.source = '\(Source.bankFile.rawValue)' \
    WHERE f.withdrawn_on IS NULL AND NOT EXISTS (SELECT 1 FROM job p \
    WHERE p.fingerprint = CAST(f.file AS TEXT) AND p.source = '\(Source.placedBankFile.rawValue)') \
    ORDER BY f.file
    """
}
