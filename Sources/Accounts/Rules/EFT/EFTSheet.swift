import Engines
import Ledger
import Values

/// The entries of one enrollment in a file for the bank: each entry a row, each draft a payment.
struct EFTSheet {
  let file: Int64
  let bank: BankSettings
  package let on: CivilDate
  private var next: Int64
  /// Entries so far.
  private(set) var count = 0

  init(file: Int64, bank: BankSettings, on: CivilDate, next: Int64) {
    self.file = file
    self.bank = bank
    self.on = on
    self.next = next
  }

  private static let greatestDraft = Money(units: 9_999_999_999)

  mutating func addPrenote(_ enrollment: Row<EFTEnrollment>, in books: Books) throws(RuleError) {
    var row = try entry(.prenote, enrollment, in: books)
    row[EFTEntry.amount] = .zero
    row[EFTEntry.attempt] = 1
    add(row, in: books)
  }

  mutating func addDraft(
    _ enrollment: Row<EFTEnrollment>, _ amount: Money, attempt: Int64, isRetry: Bool,
    in books: Books
  ) throws(RuleError) {
    guard amount <= Self.greatestDraft else {
      throw .refuse(
        .outOfRange, field: "account",
        found: "\(amount) to draft for account \(enrollment[EFTEnrollment.account])",
        expected: "at most \(Self.greatestDraft), because a bank file has ten digits for it",
        remedy: "check the account's bills, or hold its automatic payments: "
          + "`eft hold \(word: enrollment[EFTEnrollment.account])`")
    }
    var row = try entry(.draft, enrollment, in: books)
    row[EFTEntry.amount] = amount
    row[EFTEntry.attempt] = attempt
    row[EFTEntry.isRetry] = isRetry
    row[EFTEntry.payment] = try books.postDraft(
      of: enrollment, amount, trace: row[EFTEntry.trace], on: on)
    add(row, in: books)
  }

  private mutating func add(_ row: Row<EFTEntry>, in books: Books) {
    books.insert(row)
    next += 1
    count += 1
  }

  private func entry(
    _ kind: EFTEntryKind, _ enrollment: Row<EFTEnrollment>, in books: Books
  ) throws(RuleError) -> Row<EFTEntry> {
    let customer = try books.find(Customer.self, enrollment[EFTEnrollment.cid])
    var row = Row<EFTEntry>()
    row[EFTEntry.id] = next
    row[EFTEntry.file] = file
    row[EFTEntry.enrollment] = enrollment[EFTEnrollment.id]
    row[EFTEntry.kind] = kind
    row[EFTEntry.routing] = enrollment[EFTEnrollment.routing]
    row[EFTEntry.bankAccount] = enrollment[EFTEnrollment.bankAccount]
    row[EFTEntry.type] = enrollment[EFTEnrollment.type]
    // As the bank gets it. A name in another script has nothing that the file can hold.
    let name = ACHText.transliterated(customer?[Customer.name].text ?? "")
    row[EFTEntry.name] = name ?? enrollment[EFTEnrollment.account].text
    row[EFTEntry.isRetry] = false
    let isOrganization = customer?[Customer.kind] == .organization
    row[EFTEntry.isOrganization] = isOrganization
    row[EFTEntry.entryClass] = EntryClass(
      isOrganization: isOrganization, enrollment[EFTEnrollment.channel] ?? .paper)
    row[EFTEntry.trace] = bank.trace(next)
    return row
  }
}

extension Books {
  /// Posts a draft's money as a payment; answers its number.
  func postDraft(
    of enrollment: Row<EFTEnrollment>, _ amount: Money, trace: String, on day: CivilDate
  ) throws(RuleError) -> Int64 {
    var payment = Row<Payment>()
    payment[Payment.payment] = try nextID(Payment.self)
    payment[Payment.account] = enrollment[EFTEnrollment.account]
    payment[Payment.postedOn] = day
    payment[Payment.amount] = amount
    payment[Payment.method] = .eft
    payment[Payment.cid] = try debtor(of: enrollment, on: day)
    payment[Payment.reference] = Line(trusted: trace)
    insert(payment)
    return payment[Payment.payment]
  }

  /// Posts the money of a reversed draft again. It is whose it was, whoever holds the account now.
  func restoreDraft(_ reversed: Row<Payment>, on day: CivilDate) throws(RuleError) -> Int64 {
    var payment = reversed
    payment[Payment.payment] = try nextID(Payment.self)
    payment[Payment.postedOn] = day
    if reversed[Payment.cid] == nil {
      let account = reversed[Payment.account]
      payment[Payment.cid] = try debtor(of: account, on: reversed[Payment.postedOn])
    }
    payment[Payment.reversedOn] = nil
    payment[Payment.reversalReason] = nil
    insert(payment)
    return payment[Payment.payment]
  }
}

/// The settings that a file for the bank needs.
struct BankSettings {
  let companyName: String
  let companyID: String
  let routing: RoutingNumber
  let bankName: String

  init(_ books: Books) throws(RuleError) {
    let needed: [Setting] = [.eftCompanyName, .eftCompanyID, .eftBankRouting]
    if let missing = needed.first(where: { books.settings[$0].isEmpty }) {
      throw .refuse(
        .required, found: "the setting \(missing.rawValue) is empty", expected: missing.meaning,
        remedy: "set it with `setting set \(missing.rawValue) …`")
    }
    companyName = books.settings[.eftCompanyName]
    companyID = books.settings[.eftCompanyID]
    routing = RoutingNumber(Datum.text(books.settings[.eftBankRouting]))
    bankName = books.settings[.eftBankName]
  }

  /// As a file was written with them, whatever the settings are now; those of an older file are not
  /// on record.
  init(of file: Row<EFTFile>, in books: Books) throws(RuleError) {
    guard let name = file[EFTFile.companyName], let id = file[EFTFile.companyID],
      let bank = file[EFTFile.bankRouting]
    else {
      self = try BankSettings(books)
      return
    }
    companyName = name
    companyID = id
    routing = bank
    bankName = file[EFTFile.bankName] ?? ""
  }

  /// Puts them on a file's record.
  func keep(on file: inout Row<EFTFile>) {
    file[EFTFile.companyName] = companyName
    file[EFTFile.companyID] = companyID
    file[EFTFile.bankRouting] = routing
    file[EFTFile.bankName] = bankName
  }

  /// The bank's first eight digits and seven that count up.
  func trace(_ entry: Int64) -> String {
    let digits = String(entry % 10_000_000)
    return routing.text.prefix(8) + String(repeating: "0", count: 7 - digits.count) + digits
  }
}
