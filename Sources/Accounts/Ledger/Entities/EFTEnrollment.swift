package import Engines
package import Values

/// An account's enrollment for automatic payments. One that is canceled stays on record.
package enum EFTEnrollment: Entity {
  package static let id = Column<EFTEnrollment, Int64>(0, "enrollment")
  package static let account = Column<EFTEnrollment, AccountNumber>(
    1, "account", references: { Account.table })
  /// The customer whose bank account it is.
  package static let cid = Column<EFTEnrollment, CustomerID>(
    2, "cid", label: "Customer ID", title: "CID", references: { Customer.table })
  package static let state = Column<EFTEnrollment, EFTState>(3, "state")
  package static let routing = Column<EFTEnrollment, RoutingNumber>(4, "routing")
  package static let bankAccount = Column<EFTEnrollment, Int64>(
    5, "bank_account", references: { EFTBankAccount.table })
  package static let lastFour = Column<EFTEnrollment, String>(6, "last_four")
  package static let type = Column<EFTEnrollment, BankAccountType>(7, "type")
  /// Day of the month; nil drafts a bill on its due date.
  package static let draftDay = Column<EFTEnrollment, WholeNumber?>(8, "draft_day")
  package static let enteredOn = Column<EFTEnrollment, CivilDate>(9, "entered_on")
  package static let enteredBy = Column<EFTEnrollment, String>(10, "entered_by")
  package static let confirmedBy = Column<EFTEnrollment, String?>(11, "confirmed_by")
  /// The day of the prenote that the bank got.
  package static let prenoteOn = Column<EFTEnrollment, CivilDate?>(12, "prenote_on")
  /// The first day on which nothing is drafted any more.
  package static let endsOn = Column<EFTEnrollment, CivilDate?>(13, "ends_on")
  package static let reason = Column<EFTEnrollment, Remark?>(14, "reason")
  /// Nil in enrollments from before it was kept, which count as on paper.
  package static let channel = Column<EFTEnrollment, EFTChannel?>(15, "channel")

  package static let table = Table(
    "eft_enrollment",
    [
      id.info, account.info, cid.info, state.info, routing.info, bankAccount.info, lastFour.info,
      type.info, draftDay.info, enteredOn.info, enteredBy.info, confirmedBy.info, prenoteOn.info,
      endsOn.info, reason.info, channel.info,
    ])

  package static let ofAccount = Lookup<EFTEnrollment>([.equal(account)], order: [.descending(id)])
  package static let inState = Lookup<EFTEnrollment>([.equal(state)], order: [.ascending(account)])
}

/// A sealed bank account number; written once, read by `eft show --reveal` and the bank's file.
package enum EFTBankAccount: Entity {
  package static let id = Column<EFTBankAccount, Int64>(0, "bank_account")
  package static let sealed = Column<EFTBankAccount, Secret>(1, "sealed")

  package static let table = Table("eft_bank_account", [id.info, sealed.info])
}

/// A file that went to the bank.
package enum EFTFile: Entity {
  package static let id = Column<EFTFile, Int64>(0, "file")
  /// The day on which its entries are to settle.
  package static let effectiveOn = Column<EFTFile, CivilDate>(1, "effective_on")
  package static let createdOn = Column<EFTFile, CivilDate>(2, "created_on")
  package static let entries = Column<EFTFile, Int64>(3, "entries")
  package static let total = Column<EFTFile, Money>(4, "total")
  /// The city and its bank as the file names them; nil in files from before these were kept.
  package static let companyName = Column<EFTFile, String?>(5, "company_name")
  package static let companyID = Column<EFTFile, String?>(6, "company_id")
  package static let bankRouting = Column<EFTFile, RoutingNumber?>(7, "bank_routing")
  package static let bankName = Column<EFTFile, String?>(8, "bank_name")
  /// The day on which its export was undone, or a backup from before it was restored: the file may be
  /// at the bank anyway.
  package static let withdrawnOn = Column<EFTFile, CivilDate?>(9, "withdrawn_on")
  /// The last entry number of such a file, whose entries are gone.
  package static let lastEntry = Column<EFTFile, Int64?>(10, "last_entry")

  package static let table = Table(
    "eft_file",
    [
      id.info, effectiveOn.info, createdOn.info, entries.info, total.info, companyName.info,
      companyID.info, bankRouting.info, bankName.info, withdrawnOn.info, lastEntry.info,
    ])

  package static let before = Lookup<EFTFile>(
    [.before(id)], order: [.descending(id)], limit: 1)
  package static let createdThatDay = Lookup<EFTFile>([.equal(createdOn)], order: [.ascending(id)])
}

/// One entry of such a file: a prenote or a draft, as the bank got it.
package enum EFTEntry: Entity {
  package static let id = Column<EFTEntry, Int64>(0, "entry")
  package static let file = Column<EFTEntry, Int64>(1, "file", references: { EFTFile.table })
  package static let enrollment = Column<EFTEntry, Int64>(
    2, "enrollment", references: { EFTEnrollment.table })
  package static let kind = Column<EFTEntry, EFTEntryKind>(3, "kind")
  package static let routing = Column<EFTEntry, RoutingNumber>(4, "routing")
  package static let bankAccount = Column<EFTEntry, Int64>(
    5, "bank_account", references: { EFTBankAccount.table })
  package static let type = Column<EFTEntry, BankAccountType>(6, "type")
  package static let amount = Column<EFTEntry, Money>(7, "amount")
  package static let name = Column<EFTEntry, String>(8, "name")
  package static let trace = Column<EFTEntry, String>(9, "trace")
  /// 1, or the number of times that the same draft was presented.
  package static let attempt = Column<EFTEntry, Int64>(10, "attempt")
  /// Presented again after a return for insufficient funds.
  package static let isRetry = Column<EFTEntry, Bool>(11, "retry")
  package static let payment = Column<EFTEntry, Int64?>(
    12, "payment", references: { Payment.table })
  /// The bank's return or change code.
  package static let code = Column<EFTEntry, String?>(13, "code")
  package static let returnedOn = Column<EFTEntry, CivilDate?>(14, "returned_on")
  /// The customer's kind when the file was written; nil in entries from before it was kept.
  package static let isOrganization = Column<EFTEntry, Bool?>(15, "organization")
  /// Nil in entries from before it was kept: CCD of organizations, PPD of others.
  package static let entryClass = Column<EFTEntry, EntryClass?>(16, "entry_class")
  /// Every return code that the bank sent for it, each with the day of its file.
  package static let earlierCodes = Column<EFTEntry, String?>(17, "earlier_codes")
  /// Follows a code among these that somebody has to act on.
  package static let byHand = "(by hand)"

  package static let table = Table(
    "eft_entry",
    [
      id.info, file.info, enrollment.info, kind.info, routing.info, bankAccount.info, type.info,
      amount.info, name.info, trace.info, attempt.info, isRetry.info, payment.info, code.info,
      returnedOn.info, isOrganization.info, entryClass.info, earlierCodes.info,
    ])

  package static let inFile = Lookup<EFTEntry>([.equal(file)], order: [.ascending(id)])
  package static let withTrace = Lookup<EFTEntry>([.equal(trace)], order: [.descending(id)])
  package static let ofEnrollment = Lookup<EFTEntry>([.equal(enrollment)], order: [.descending(id)])
}
