import Testing

@testable import Values

/// Damage that every text of a kind is searched for, whatever field it is.
@Suite("Damage to texts")
struct TextDamageTests {
  static func fault<Value: FieldValue>(_ type: Value.Type, _ text: String) -> ValueFault? {
    do throws(ValueFault) {
      _ = try Value(text)
      return nil
    } catch {
      return error
    }
  }

  private func damage(_ type: any FieldValue.Type, _ text: String) -> ValueFault? {
    Self.fault(type, text)
  }

  static let texts: [any FieldValue.Type] = [
    Line.self, Route.self, Cycle.self, ServiceClass.self, MeterSize.self, Premises.self, Unit.self,
    CustomerID.self, AccountNumber.self, MeterSerial.self, LocationID.self, BillNumber.self,
    PaymentReference.self, BounceCode.self, PostalCode.self, PhoneNumber.self,
  ]

  @Test(
    "what stands for nothing is refused in every kind of text",
    arguments: [
      "-", "--", "---", "$ -", "?", ".", "...", "/", "—", "N/A", "n/a", "undefined", "NaN",
      "[object Object]", "[NULL]", "000-000-0000", "(000) 000-0000", "0:00:00", "12:00:00 AM",
    ])
  func placeholders(text: String) throws {
    for type in Self.texts {
      let fault = try #require(damage(type, text), "\(type)")
      #expect(fault.code == .spreadsheetDamage, "\(type): \(fault)")
      #expect(fault.remedy.contains("blank"), "\(type): \(fault)")
    }
    #expect(damage(Remark.self, text) == nil)
    #expect(damage(Prose.self, text) == nil)
  }

  @Test("words for nothing are no number of a record", arguments: ["NULL", "none", "None", "NA"])
  func words(text: String) {
    for type in [CustomerID.self, MeterSerial.self, BillNumber.self] as [any FieldValue.Type] {
      #expect(damage(type, text)?.code == .spreadsheetDamage, "\(type)")
    }
    // There are people of that name.
    #expect(damage(Line.self, text) == nil)
  }

  @Test("what databases write for NULL is refused in every kind of field")
  func databaseNull() throws {
    let types: [any FieldValue.Type] =
      Self.texts + [Remark.self, Prose.self, Money.self, CivilDate.self, EmailAddress.self]
    for type in types {
      let fault = try #require(damage(type, "\\N"), "\(type)")
      #expect(fault.code == .spreadsheetDamage, "\(type): \(fault)")
      #expect(fault.remedy.contains("leave the field blank"), "\(type): \(fault)")
    }
  }

  @Test("a zero is no name", arguments: ["0", "00", "0.00"])
  func zeros(text: String) {
    #expect(damage(Line.self, text)?.remedy.contains("blank") == true)
    #expect(damage(PaymentReference.self, text)?.remedy.contains("blank") == true)
    if text != "0.00" { #expect(damage(Route.self, text) == nil) }
  }

  @Test(
    "errors of other programs and languages are named",
    arguments: [
      "Err:502", "Err:509", "#N/A N/A", "#REF", "#NV", "#BEZUG!", "#VALEUR!", "#¡REF!", "#VALOR!",
    ])
  func errors(text: String) throws {
    for type in Self.texts + [Money.self, CivilDate.self, Remark.self] {
      let fault = try #require(damage(type, text), "\(type)")
      #expect(fault.remedy.contains("spreadsheet error"), "\(type): \(fault)")
    }
  }

  static let likely: [(any FieldValue.Type, String, String)] = [
    (Route.self, "$1.00", "1"), (Route.self, "(1)", "1"), (Line.self, "(100001)", "100001"),
    (PaymentReference.self, "$100001", "100001"), (PhoneNumber.self, "(5155551452)", "5155551452"),
    (Premises.self, "12.0", "12"), (Premises.self, "100.0", "100"),
    (PaymentReference.self, "101.0", "101"), (MeterSize.self, "46085", "3/4"),
    (Route.self, "1/2/2026", "1-2-2026"), (Cycle.self, "2026-01-02", "1-2 or 1-2-2026"),
    (CustomerID.self, "2026-01-15", "1-15 or 1-15-2026"),
    (MeterSerial.self, "2026-01-15 00:00:00", "1-15 or 1-15-2026"),
    (BounceCode.self, "5/1/2001", "5.1.1"), (BounceCode.self, "01.05.2001", "5.1.1"),
    (BounceCode.self, "2001-05-01", "5.1.1"), (BounceCode.self, "2007-07-05", "5.7.7"),
    (CustomerID.self, "1.00001E5", "100001"), (MeterSerial.self, "5.155551452E9", "5155551452"),
    (Line.self, "1.0E5", "100000"), (PhoneNumber.self, "5.155551452E9", "5155551452"),
    (Money.self, "1.5E3", "1500"), (WholeNumber.self, "1.2E1", "12"),
    (PhoneNumber.self, "-5155551452", "5155551452"),
    (EmailAddress.self, "'a@example.com", "a@example.com"),
    (EmailAddress.self, "'a@example.com'", "a@example.com"),
    (Line.self, "O&#39;Brien", "O'Brien"), (Line.self, "AT&amp;T", "AT&T"),
    (Line.self, "Jos\\u00e9", "José"), (Line.self, "Nu&ntilde;ez", "Nuñez"),
    (Line.self, "O&rsquo;Brien", "O'Brien"), (Route.self, "'012", "012"),
    (PaymentReference.self, "'001041", "001041"), (CivilDate.self, "'2026-11-02", "2026-11-02"),
    (CivilDate.self, "'11/2/2026", "11/2/2026"), (WholeNumber.self, "'12", "12"),
    (PostalCode.self, "50999-", "50999"),
    (Line.self, "1.234,56", "1234.56"), (Route.self, "1,234.56", "1234.56"),
    (Route.self, "Mu?oz", "Muñoz"), (MeterSize.self, "Mu?oz", "Muñoz"),
    (Line.self, "Gar\u{FB01}eld St", "Garfield St"),
    (Route.self, "１２３", "123"), (CustomerID.self, "１２", "12"),
    (Line.self, "Ana\u{2028}Ortiz", "Ana Ortiz"),
  ]

  @Test("damage of a kind is refused in each field, with what the cell likely was")
  func named() throws {
    for (type, text, likely) in Self.likely {
      let fault = try #require(damage(type, text), "\(type) \(text)")
      #expect(fault.code == .spreadsheetDamage, "\(type) \(text): \(fault)")
      let words = "likely \(likely)"
      #expect(
        fault.remedy.hasSuffix(words) || fault.remedy.contains(words + ";"), "\(text): \(fault)")
    }
  }

  @Test("dates and decimals are no telephone number, name or reference")
  func elsewhere() {
    for text in ["12/25/2015", "2015-12-25", "2015-12-25 00:00:00"] {
      #expect(damage(Line.self, text)?.remedy.contains("date") == true, "\(text)")
      #expect(damage(PaymentReference.self, text)?.remedy.contains("date") == true, "\(text)")
    }
    for text in ["12/25/2015", "2015-12-25"] {
      #expect(damage(PhoneNumber.self, text)?.remedy.contains("date") == true, "\(text)")
    }
    for text in ["5155551452.5", "51.55551452", "515-555-1452x", "515-555-1452 ext."] {
      #expect(damage(PhoneNumber.self, text) != nil, "\(text)")
    }
  }

  @Test("no postal code", arguments: ["00000", "00000-0000", "---", "Iowa", "TRUE", "-50999"])
  func postalCodes(text: String) {
    #expect(damage(PostalCode.self, text) != nil)
  }

  @Test(
    "a reference stands for a payment", arguments: ["0000", "none", "NULL", "#0", "nan", "0-0"])
  func references(text: String) {
    #expect(damage(PaymentReference.self, text)?.remedy.contains("blank") == true)
  }

  @Test("damage to a bank account is named without a digit of it")
  func bankAccounts() throws {
    for (text, part) in [
      ("#N/A", "spreadsheet error"), ("12345678.0", "decimals"), ("12,345,678", "commas"),
      ("1.2345678E7", "shortened"), ("'12345678", "leave out the '"), ("12\u{a0}34", "invisible"),
    ] {
      let fault = try #require(damage(BankAccountNumber.self, text))
      #expect(fault.code == .spreadsheetDamage && fault.remedy.contains(part), "\(fault)")
      #expect(!"\(fault)".contains("1234") && !"\(fault)".contains("12,3"), "\(fault)")
    }
    #expect(damage(BankAccountNumber.self, "x")?.found == "1 character")
  }

  @Test("two numbers with a comma between them are no likely number")
  func twoNumbers() {
    for text in ["2000002,2000003", "12,13", "1,"] {
      let fault = damage(AccountNumber.self, text) ?? damage(MeterSerial.self, text)
      #expect(fault?.remedy.contains("likely") != true, "\(text)")
    }
    for text in ["2,000,002", "'2000002"] {
      #expect(damage(AccountNumber.self, text)?.remedy.contains("likely 2000002") == true)
    }
  }

  static let right: [(any FieldValue.Type, [String])] = [
    (
      Line.self,
      [
        "O'Brien", "'t Hart", "'Ohana Grill", "Nguyễn", "Müller", "Bldg 1/2", "Null", "Nan", "NULL",
        "AT&T", "R&D; Lab", "123 Main St", "1-A", "24/7", "2026", "$100 Store", "7-Eleven", "#4",
        "John (Jack) Doe", "C:\\users", "Ny", "Route 1/2/26 Farm", "12½ Main St", "None",
        "1:00 PM", "True", "½ Elm",
      ]
    ),
    (Premises.self, ["12", "1-A", "#4", "2026", "1/2", "45101", "B.2", "-12"]),
    (Route.self, ["1", "R-1", "0", "00", "1-2", "2026-01", "A/1", "3.1"]),
    (Cycle.self, ["0", "1", "2026-01", "A"]),
    (MeterSize.self, ["5/8", "3/4", "1 1/2", "1.0", "2.0", "12.0", "2 inch"]),
    (PaymentReference.self, ["-12", "1041", "CK-10442", "0041", "2026", "ACH 11/02", "20261102"]),
    (LocationID.self, ["3/12", "2026-01-15", "1/2/2026"]), (BillNumber.self, ["2026-01-15"]),
    (MeterSerial.self, ["1E5", "12E45", "NAN12", "A(1)", "12-"]),
    (
      PhoneNumber.self,
      [
        "555.1452", "515.5551452", "515.555.1452", "06.12345678", "515-555-1452 x3",
        "(515) 555-1452",
      ]
    ),
    (EmailAddress.self, ["o'brien@example.com", "pat+1@example.com"]),
    (PostalCode.self, ["50999", "50999-1234", "K1A 0B1", "AU-2000", "EC1A 1BB"]),
    (BounceCode.self, ["5.1.1", "5.7.26", "4.4.101", "5.7.509", "4.2.2", "550"]),
  ]

  @Test("what may be right is taken")
  func right() {
    for (type, texts) in Self.right {
      for text in texts { #expect(damage(type, text) == nil, "\(type) \(text)") }
    }
  }
}
