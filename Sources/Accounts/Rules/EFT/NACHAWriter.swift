import Values

/// An entry as it goes into the bank's file.
struct NACHAEntry {
  let kind: EFTEntryKind
  let type: BankAccountType
  let routing: RoutingNumber
  let bankAccount: String
  let amount: Money
  package let account: String
  let name: String
  let trace: String
  /// A draft that was returned for insufficient funds is in a batch of its own, which is marked as a retry.
  let isRetry: Bool
  let entryClass: EntryClass

  /// 27 and 37 draft, 28 and 38 ask first.
  var transactionCode: Int {
    type.transactionCode + (kind == .prenote ? 1 : 0)
  }
}

extension BankAccountType {
  /// Of a draft; one less of its return.
  var transactionCode: Int { self == .checking ? 27 : 37 }
}

/// The city, its bank and the day, as a file's header has them.
struct NACHAOrigin {
  let companyName: String
  let companyID: String
  let bank: RoutingNumber
  let bankName: String
  let createdOn: CivilDate
  let effectiveOn: CivilDate
  /// A, B, … for the files of one day.
  let modifier: String
  let reference: String

  var originatingDFI: String { String(bank.text.prefix(8)) }
}

/// Writes a file for the bank: header, batches for drafts and prenotes and for what is tried again,
/// each class of entries in one of its own, control with hash and totals, filled to whole blocks.
/// Sources: Nacha Operating Rules, Appendix Three (record formats; standard entry classes).
struct NACHAWriter {
  let origin: NACHAOrigin

  func file(_ entries: [NACHAEntry]) -> String {
    let batches = [false, true].flatMap { isRetry in
      EntryClass.allCases.map { entryClass in
        entries.filter { $0.isRetry == isRetry && $0.entryClass == entryClass }
      }
    }.filter { !$0.isEmpty }
    var records = [header()]
    for (index, batch) in batches.enumerated() { records += self.batch(batch, number: index + 1) }
    let factor = NACHALayout.blockingFactor
    let blocks = (records.count + 1 + factor - 1) / factor
    records.append(
      NACHALayout.fileControl.record([
        "batch count": "\(batches.count)", "block count": "\(blocks)",
        "entry count": "\(entries.count)", "entry hash": "\(Self.hash(entries))",
        "total debit": "\(Self.total(entries))", "total credit": "0",
      ]))
    let filler = String(repeating: "9", count: NACHALayout.recordLength)
    records += Array(repeating: filler, count: blocks * factor - records.count)
    return records.map { $0 + "\n" }.joined()
  }

  private func header() -> String {
    NACHALayout.fileHeader.record([
      "immediate destination": " " + origin.bank.text,
      "immediate origin": Self.right(origin.companyID, 10),
      "file creation date": Self.date(origin.createdOn), "file ID modifier": origin.modifier,
      "destination name": origin.bankName, "origin name": origin.companyName,
      "reference code": origin.reference,
    ])
  }

  private func batch(_ entries: [NACHAEntry], number: Int) -> [String] {
    let shared = [
      // Debits only.
      "service class code": "225", "company ID": Self.right(origin.companyID, 10),
      "originating DFI": origin.originatingDFI, "batch number": "\(number)",
    ]
    let isRetry = entries.contains(where: \.isRetry)
    let entryClass = entries.first?.entryClass ?? .ppd
    let header = NACHALayout.batchHeader.record(
      shared.merging([
        "company name": origin.companyName, "standard entry class": entryClass.rawValue,
        "entry description": isRetry ? "RETRY PYMT" : "UTILITY",
        "effective entry date": Self.date(origin.effectiveOn), "originator status code": "1",
      ]) { $1 })
    let control = NACHALayout.batchControl.record(
      shared.merging([
        "entry count": "\(entries.count)", "entry hash": "\(Self.hash(entries))",
        "total debit": "\(Self.total(entries))", "total credit": "0",
      ]) { $1 })
    return [header] + entries.map(record) + [control]
  }

  private func record(_ entry: NACHAEntry) -> String {
    NACHALayout.entry.record([
      "transaction code": "\(entry.transactionCode)",
      "receiving DFI": String(entry.routing.text.prefix(8)),
      "check digit": String(entry.routing.text.suffix(1)),
      "DFI account number": entry.bankAccount, "amount": "\(entry.amount.units)",
      "individual ID": entry.account, "individual name": entry.name,
      "discretionary data": entry.entryClass.paymentType, "addenda indicator": "0",
      "trace number": entry.trace,
    ])
  }

  /// The sum of the receiving banks' numbers, without check digits; ten places of it count.
  private static func hash(_ entries: [NACHAEntry]) -> Int64 {
    entries.reduce(0) { $0 + (Int64($1.routing.text.prefix(8)) ?? 0) }
  }

  private static func total(_ entries: [NACHAEntry]) -> Int64 {
    entries.reduce(0) { $0 + $1.amount.units }
  }

  /// Ten places, as banks ask for company IDs of nine.
  private static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(width - text.count, 0)) + text
  }

  /// YYMMDD.
  private static func date(_ day: CivilDate) -> String {
    String(day.description.replacing("-", with: "").dropFirst(2))
  }
}
