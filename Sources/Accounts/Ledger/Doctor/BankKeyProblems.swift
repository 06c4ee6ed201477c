import Engines
import Values

extension Diagnosis {
  /// Every bank account of an enrollment in force, for whoever has the key to check.
  static func sealedAccounts(_ day: CivilDate) -> Diagnosis {
    Diagnosis(
      """
      SELECT e.account, b.sealed FROM eft_enrollment e \
      JOIN eft_bank_account b ON b.bank_account = e.bank_account \
      WHERE e.state <> \(EFTState.cancelled.sql) AND (e.ends_on IS NULL OR e.ends_on > ?) \
      ORDER BY e.account, e.enrollment
      """, [day.datum]
    ) { row in (row.word(0), row.word(1), "eft show \(word: row.word(0))") }
  }
}

extension Store {
  /// Enrollments that the given key does not open; none without a key, or for a viewer of a server,
  /// who may not read sealed numbers.
  func lookForOtherKeys(
    asOf day: CivilDate, _ tell: (FoundProblem) throws -> Void
  ) throws {
    if let login, (login.role ?? .viewer) < .clerk { return }
    guard let key = (try? bankKey.found()) ?? nil else { return }
    let keys = [key] + [bankKey.sample].compactMap { $0 }
    let diagnosis = Diagnosis.sealedAccounts(day)
    var (others, opened) = ([String](), 0)
    try connection.each(once: diagnosis.sql, diagnosis.arguments) { row in
      let account = row.word(0)
      let sealed = row.word(1)
      if keys.contains(where: { (try? $0.open(sealed, for: account)) != nil }) {
        opened += 1
      } else {
        others.append(account)
      }
      return true
    }
    for account in others {
      try tell(
        FoundProblem(
          problem: .otherBankKey, record: "account \(account)",
          found:
            "\(bankKey.place) does not open its bank account, so no bank file can be written with it",
          // A key that opens none is not the store's.
          fix: opened == 0
            ? "config set eft-key FILE"
            : .command("eft cancel", account, options: ["reason": "wrong-key"])))
    }
  }
}
