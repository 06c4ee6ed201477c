import Engines
package import Values

/// Bank accounts as rules seal and open them.
extension Books {
  package func seal(_ number: BankAccountNumber, for account: AccountNumber) throws(RuleError)
    -> Secret
  {
    let vault = try storeKey()
    do throws(VaultError) {
      return Secret(trusted: try vault.seal(number, for: account.text))
    } catch {
      throw .store(StoreError(.defect, "the bank account could not be sealed"))
    }
  }

  /// The number in a row of `eft_bank_account`.
  package func openBankAccount(_ id: Int64, of account: AccountNumber) throws(RuleError) -> String {
    guard let row = try find(EFTBankAccount.self, id) else {
      throw .store(StoreError(.corrupt, "bank account \(id) is missing"))
    }
    let sealed = SealedAccount(account: account, sealed: row[EFTBankAccount.sealed].text)
    let key = try keyFound()
    for vault in [key, bankKey.sample] {
      if let number = vault?.number(in: sealed) { return number }
    }
    guard let key else { throw missingKey }
    if let first = try firstInForce(), key.number(in: first) == nil { throw otherKey(first) }
    throw .refuse(
      .wrongKey,
      found: "the bank account of \(account), which was encrypted with a key other than "
        + bankKey.place,
      expected: "a bank account that the store's key opens",
      remedy: "cancel it with \(run: "eft cancel", account, options: ["reason": "wrong-key"]), "
        + "and enroll it again"
    )
  }

  /// The key of the store: the one that opens what is in force, or a new one in a store without bank accounts.
  private func storeKey() throws(RuleError) -> Vault {
    if let sealing { return sealing }
    let key = try keyFound()
    let vault: Vault
    if let first = try firstInForce() {
      let opening = [key, bankKey.sample].compactMap { $0 }.first { $0.number(in: first) != nil }
      guard let opening else { throw key == nil ? missingKey : otherKey(first) }
      vault = opening
    } else if let key {
      vault = key
    } else if try nextID(EFTBankAccount.self) > 1 {
      throw missingKey
    } else {
      vault = try newKey()
    }
    sealing = vault
    return vault
  }

  /// Of the enrollment in force with the lowest account number; nil if there is none.
  private func firstInForce() throws(RuleError) -> SealedAccount? {
    var found: [Row<EFTEnrollment>] = []
    for state in EFTState.allCases where state != .cancelled {
      found += try rows(EFTEnrollment.lasting, state)
    }
    if found.isEmpty {
      for state in EFTState.allCases where state != .cancelled {
        found += try rows(EFTEnrollment.ending, state, today)
      }
    }
    guard
      let row = found.min(by: {
        $0[EFTEnrollment.account].text < $1[EFTEnrollment.account].text
      }), let kept = try find(EFTBankAccount.self, row[EFTEnrollment.bankAccount])
    else { return nil }
    return SealedAccount(
      account: row[EFTEnrollment.account], sealed: kept[EFTBankAccount.sealed].text)
  }

  private func keyFound() throws(RuleError) -> Vault? {
    do { return try bankKey.found() } catch { throw badKey("\(error)") }
  }

  private func newKey() throws(RuleError) -> Vault {
    let made: Vault?
    do { made = try bankKey.made() } catch { throw badKey("\(error)") }
    guard let made else { throw missingKey }
    return made
  }

  private func badKey(_ fault: String) -> RuleError {
    .store(
      StoreError(
        .misconfigured, fault,
        remedy: "fix the file, which is yours alone (mode 0600, 32 bytes), or \(Self.naming)"))
  }

  private var missingKey: RuleError {
    guard let path = bankKey.path else {
      return .store(
        StoreError(
          .misconfigured, "there is no place for the key file of the bank accounts",
          remedy: Self.naming))
    }
    return .store(
      StoreError(
        .misconfigured,
        "found no key file \(path), and the bank accounts of this store are encrypted with a key",
        remedy: remedy(path)))
  }

  private func otherKey(_ first: SealedAccount) -> RuleError {
    .store(
      StoreError(
        .misconfigured,
        "\(bankKey.place) is not the key of this store: it does not open the bank account of "
          + "account \(first.account)", remedy: remedy(bankKey.path ?? "FILE")))
  }

  private func remedy(_ path: String) -> String {
    "copy the key file of the operator or machine where bank accounts were enrolled to \(path), or "
      + Self.naming
  }

  private static let naming = "name it with UBADMIN_EFT_KEY or `config set eft-key FILE`"
}

/// The sealed number of an account's bank account.
private struct SealedAccount {
  let account: AccountNumber
  let sealed: String
}

extension Vault {
  /// Nil if another key sealed it.
  fileprivate func number(in sealed: SealedAccount) -> String? {
    try? open(sealed.sealed, for: sealed.account.text)
  }
}

extension EFTEnrollment {
  /// The first enrollment in a state without a last day.
  fileprivate static let lasting = Lookup<EFTEnrollment>(
    [.equal(state), .unknown(endsOn)], order: [.ascending(account)], limit: 1)
  /// The first enrollment in a state that ends after a day.
  fileprivate static let ending = Lookup<EFTEnrollment>(
    [.equal(state), .after(endsOn)], order: [.ascending(account)], limit: 1)
}
