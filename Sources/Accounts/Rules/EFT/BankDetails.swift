import Engines
import Ledger
import Values

/// Routing number, bank account and type: what the bank must know, written into an enrollment.
struct BankDetails {
  let routing: RoutingNumber?
  let bankAccount: BankAccountNumber?
  let type: BankAccountType?

  /// Writes what is given; answers whether anything differs. Another bank account is a new row, so
  /// that the old one stays as it was entered.
  func write(to row: inout Row<EFTEnrollment>, in books: Books) throws(RuleError) -> Bool {
    let before = row
    if let routing { row[EFTEnrollment.routing] = routing }
    if let type { row[EFTEnrollment.type] = type }
    if let bankAccount {
      let sealed = try books.seal(bankAccount, for: row[EFTEnrollment.account])
      let known = try books.find(EFTBankAccount.self, row[EFTEnrollment.bankAccount])
      if known?[EFTBankAccount.sealed] != sealed {
        var account = Row<EFTBankAccount>()
        account[EFTBankAccount.id] = try books.nextID(EFTBankAccount.self)
        account[EFTBankAccount.sealed] = sealed
        books.insert(account)
        row[EFTEnrollment.bankAccount] = account[EFTBankAccount.id]
        row[EFTEnrollment.lastFour] = bankAccount.lastFour
      }
    }
    return row != before
  }

  /// Refuses a bank account that differs from the one on record in zeros at its beginning alone, which a
  /// spreadsheet takes away.
  func checkZeros(against row: Row<EFTEnrollment>, in books: Books) throws(RuleError) {
    guard !books.acceptsUnusual, let bankAccount, routing == row[EFTEnrollment.routing],
      bankAccount.lastFour == row[EFTEnrollment.lastFour],
      let known = try books.find(EFTBankAccount.self, row[EFTEnrollment.bankAccount])
    else { return }
    for (number, more) in bankAccount.withOtherZeros {
      let sealed = try books.seal(number, for: row[EFTEnrollment.account])
      guard sealed == known[EFTBankAccount.sealed] else { continue }
      let zeros = abs(more).counted("leading zero")
      throw .rejected(
        .unusual(
          field: EFTFields.bankAccount.name,
          found:
            "\(bankAccount), the number on record with \(zeros) \(more > 0 ? "fewer" : "more")",
          expected: "the number on record", check: "whether a spreadsheet changed the zeros"))
    }
  }

  /// What they differ in from an enrollment, old → new, by last four digits; empty where they do not.
  func changes(of row: Row<EFTEnrollment>, in books: Books) throws(RuleError) -> String {
    var changes: [String] = []
    if let routing, routing != row[EFTEnrollment.routing] {
      changes.append("routing \(row[EFTEnrollment.routing]) → \(routing)")
    }
    if let bankAccount {
      let known = try books.find(EFTBankAccount.self, row[EFTEnrollment.bankAccount])
      let sealed = try books.seal(bankAccount, for: row[EFTEnrollment.account])
      if known?[EFTBankAccount.sealed] != sealed {
        changes.append("account •••\(row[EFTEnrollment.lastFour]) → •••\(bankAccount.lastFour)")
      }
    }
    if let type, type != row[EFTEnrollment.type] {
      changes.append("type \(row[EFTEnrollment.type].rawValue) → \(type.rawValue)")
    }
    return changes.joined(separator: ", ")
  }
}

extension Books {
  /// After a change of bank details, the bank is asked again with a prenote, and another operator
  /// confirms them if the city requires that.
  func reenter(
    _ before: Row<EFTEnrollment>, as changed: Row<EFTEnrollment>
  ) throws(RuleError) -> Row<EFTEnrollment> {
    var after = changed
    after[EFTEnrollment.state] = try EFTLifeCycle.state(after: .change, of: before)
    stamp(&after)
    update(before, to: after)
    try tellOfEFT(after)
    return after
  }

  /// Who entered the details, unconfirmed if a second operator has to confirm them.
  func stamp(_ row: inout Row<EFTEnrollment>) {
    row[EFTEnrollment.enteredOn] = today
    row[EFTEnrollment.enteredBy] = operatorName
    row[EFTEnrollment.confirmedBy] = nil
    row[EFTEnrollment.prenoteOn] = nil
    row[EFTEnrollment.reason] = nil
    if !needsSecondOperator { row[EFTEnrollment.state] = .prenotePending }
  }

  func nextStep(_ row: Row<EFTEnrollment>) -> [String] {
    row[EFTEnrollment.state] == .entered
      ? ["another operator must confirm it: `eft confirm \(word: row[EFTEnrollment.account])`"] : []
  }
}
