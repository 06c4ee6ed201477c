import Engines
package import Ledger
package import Values

/// Changes a setting for everyone who uses the store.
package struct SetSetting: Operation {
  package static let name = OperationName("setting", "set")
  package static let leastRole = Role.admin
  package static let writes: [TableWrite] = [
    .insert(StoredSetting.table), .update(StoredSetting.table),
  ]
  package static let fields = [settingName.info, settingValue.info]

  static let settingName = Field<Setting>.argument("name", "name of the setting")
  /// A setting may well be 0 or a date.
  static let settingValue = Field<Remark>.argument("value", "new value")

  let setting: Setting
  let value: String

  package init(_ input: Input) throws(Rejection) {
    setting = try input.require(Self.settingName)
    let line = try input.require(Self.settingValue)
    do throws(ValueFault) {
      value = try setting.value(line.text)
    } catch {
      throw Rejection(error, field: "value")
    }
  }

  package func apply(to books: Books) throws(RuleError) -> Effect {
    try books.checkBounds(of: setting, value)
    var after = Row<StoredSetting>()
    after[StoredSetting.name] = setting.rawValue
    after[StoredSetting.value] = value
    guard let before = try books.find(StoredSetting.self, setting.rawValue) else {
      guard value != setting.standard else { return alreadySo }
      books.insert(after)
      return changed(from: setting.standard)
    }
    guard books.update(before, to: after) else { return alreadySo }
    return changed(from: before[StoredSetting.value])
  }

  private var alreadySo: Effect { Effect("setting \(setting.rawValue) is already \(value)") }

  private func changed(from old: String) -> Effect {
    Effect("setting \(setting.rawValue) changed from \(old.isEmpty ? "nothing" : old) to \(value)")
  }
}

extension Setting: FieldValue {
  package static var valueName: String { "setting" }
  package static var choices: [String]? { allCases.map(\.rawValue) }

  package init(parsing bytes: CellBytes) throws(ValueFault) {
    guard let setting = Setting(rawValue: String(decoding: bytes, as: UTF8.self)) else {
      throw ValueFault(
        .notFound, found: bytes,
        expected: "one of " + Self.allCases.map(\.rawValue).joined(separator: ", "),
        remedy: "see `setting list`")
    }
    self = setting
  }

  /// The value as stored, if the setting allows it.
  package func value(_ text: String) throws(ValueFault) -> String {
    switch self {
    case .city: try Line(text).text
    case .cityPhone, .cityHours: text.isEmpty ? text : try Line(text).text
    case .cityWebSite: text.isEmpty ? text : try Self.address(text)
    case .timeZone: try TimeZoneName(text).text
    case .firstCustomerID, .firstAccount: try Self.firstNumber(text)
    case .billDueDays: try Self.number(text, atMost: 366)
    case .eftTwoPersons, .isTest: try YesNo(text).rawValue
    case .mailSender: text.isEmpty ? text : try EmailAddress(text).text
    case .eftFirstFile, .eftFirstEntry: try Self.number(text, atLeast: 1, atMost: 9_999_999)
    case .eftPrenoteDays: try Self.number(text, atMost: 30)
    case .eftCompanyName: try Self.bankText(text, atMost: 16)
    case .eftCompanyID: try Self.bankText(text, atMost: 10)
    case .eftBankRouting: text.isEmpty ? text : try RoutingNumber(text).text
    case .eftBankName: try Self.bankText(text, atMost: 23)
    case .portalAddress: try Self.address(text)
    case .lockoutAttempts: try Self.number(text, atMost: 1000)
    case .lockoutMinutes: try Self.number(text, atMost: 525_600)
    case .lockoutNotice: try YesNo(text).rawValue
    case .passwordLength: try Self.number(text, atLeast: 8, atMost: 128)
    case .passwordDays: try Self.number(text, atMost: 3650)
    case .linkAttempts: try Self.number(text, atLeast: 1, atMost: 100)
    case .tokenDays: try Self.number(text, atLeast: 1, atMost: 90)
    case .sessionHours: try Self.number(text, atLeast: 1, atMost: 720)
    case .rememberDays: try Self.number(text, atLeast: 1, atMost: 366)
    case .querySeconds: try Self.number(text, atLeast: 1, atMost: 86_400)
    case .readTimesUsual, .amountsTimesUsual: try Self.number(text, atMost: 1000)
    case .amountsUnusualFrom: try Self.number(text, atMost: 1_000_000)
    case .earliestDay: try CivilDate(text).description
    case .latestYearsAhead: try Self.number(text, atMost: 100)
    case .latestDaysAhead, .latestDaysPlanned: try Self.number(text, atMost: 3660)
    case .earliestDaysBack: try Self.number(text, atMost: 36_600)
    case .billPeriodDays: try Self.number(text, atLeast: 31, atMost: 3660)
    case .billMostDueDays: try Self.number(text, atLeast: 1, atMost: 3660)
    case .fiscalYearStart: try Self.number(text, atLeast: 1, atMost: 12)
    case .highLowWarnHigh, .highLowForceHigh:
      try Self.number(text, atLeast: 100, atMost: 100_000)
    case .highLowWarnLow, .highLowForceLow: try Self.number(text, atMost: 100)
    case .highLowMinimum: try Self.number(text, atMost: 1_000_000_000)
    case .deliveryBounces: try Self.number(text, atMost: 100)
    case .deliveryShutOff, .completionNames: try YesNo(text).rawValue
    }
  }

  /// Files for the bank are ASCII with fixed positions.
  private static func bankText(_ text: String, atMost limit: Int) throws(ValueFault) -> String {
    guard text.utf8.count <= limit, text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) else {
      throw ValueFault(
        .tooLong, found: text, expected: "at most \(limit) letters and digits without accents",
        remedy: "shorten it to the form the bank uses")
    }
    return text
  }

  private static func number(
    _ text: String, atLeast floor: Int64 = 0, atMost limit: Int64
  ) throws(ValueFault) -> String {
    let number = try WholeNumber(text)
    guard (floor...limit).contains(number.value) else {
      throw ValueFault(
        .outOfRange, found: text, expected: "a number from \(floor) to \(limit)",
        remedy: "")
    }
    return String(number.value)
  }

  private static func address(_ text: String) throws(ValueFault) -> String {
    let line = try Line(text).text
    let isAddress = line.hasPrefix("https://") || line.hasPrefix("http://")
    guard isAddress, !line.utf8.contains(where: { " <>\"".utf8.contains($0) }) else {
      throw ValueFault(
        .malformed, found: text, expected: "an address, e.g. https://portal.example.com",
        remedy: "start with https://, and use no spaces or quotes")
    }
    return line.hasSuffix("/") ? String(line.dropLast()) : line
  }

  /// Later numbers count up from it, so it must be all digits.
  private static func firstNumber(_ text: String) throws(ValueFault) -> String {
    let digits = text.utf8.filter(isDigit)
    guard digits.count == text.utf8.count, (1...18).contains(digits.count) else {
      throw ValueFault(
        .malformed, found: text, expected: "a number of 1 to 18 digits, e.g. 100001",
        remedy: "use digits only")
    }
    return text
  }
}
