import Testing

@testable import Values

/// What spreadsheets and wrong encodings do to cells.
@Suite("Damage to cells")
struct CellDamageTests {
  private func damage(_ type: any FieldValue.Type, _ text: String) -> ValueFault? {
    fault(type, text)
  }

  private func fault<Value: FieldValue>(_ type: Value.Type, _ text: String) -> ValueFault? {
    do throws(ValueFault) {
      _ = try Value(text)
      return nil
    } catch {
      return error
    }
  }

  /// The kinds of values that cells are read as.
  static let types: [(any FieldValue.Type)] = [
    Line.self, Remark.self, Prose.self, CustomerID.self, PhoneNumber.self, PostalCode.self,
    EmailAddress.self, Money.self, Quantity.self, CivilDate.self, WholeNumber.self,
    RoutingNumber.self, CustomerKind.self, Route.self,
  ]

  @Test(
    "a spreadsheet's error is named in every kind of field",
    arguments: ["#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#n/a", "#######"])
  func errors(text: String) throws {
    for type in Self.types {
      let fault = try #require(damage(type, text), "\(type)")
      #expect(fault.code == .spreadsheetDamage, "\(type)")
      #expect(fault.remedy.contains("spreadsheet"), "\(type)")
    }
  }

  static let likely: [(any FieldValue.Type, String, String)] = [
    (PostalCode.self, "1-Jan", "1-1"), (PostalCode.self, "Jan-78", "1-78"),
    (PostalCode.self, "01-Feb-2026", "2-01-2026"), (CustomerID.self, "3-Mar", "3-3"),
    (Line.self, "12-Dec", "12-12"), (Route.self, "2-Jan", "1-2"),
    (MeterSize.self, "4-Mar", "3/4"), (MeterSize.self, "8-May", "5/8"),
    (MeterSize.self, "3/4/2026", "3/4"), (MeterSize.self, "2026-05-08", "5/8"),
    (MeterSize.self, "May-08", "5/8"), (MeterSize.self, "3/4/26", "3/4"),
    (Premises.self, "2-Jan", "1/2"), (Premises.self, "1/2/2026", "1/2"),
    (Unit.self, "4-Mar", "3/4"),
    (PhoneNumber.self, "5,155,551,452", "5155551452"), (Line.self, "1,088", "1088"),
    (Route.self, "1,012", "1012"), (PostalCode.self, "78,701", "78701"),
    (Premises.self, "1,204", "1204"),
    (PhoneNumber.self, "5155551452.0", "5155551452"), (CustomerID.self, "100001.0", "100001"),
    (PostalCode.self, "78701.0", "78701"), (Line.self, "100001.00", "100001"),
    (WholeNumber.self, "12.0", "12"), (WholeNumber.self, "1,234", "1234"),
    (CustomerID.self, "1.23E+11", "a number of 12 digits that begins with 123"),
    (PhoneNumber.self, "5.15555E+09", "a number of 10 digits that begins with 515555"),
    (Money.self, "1.23E+11", "a number of 12 digits that begins with 123"),
    (Money.self, "1.25E+01", "12.5"),
    (RoutingNumber.self, "2.1E+07", "a number of 8 digits that begins with 21"),
    (RoutingNumber.self, "021000021.0", "021000021"), (CustomerID.self, "'00123", "00123"),
    (CustomerID.self, "=\"00123\"", "00123"), (CustomerID.self, "2,000,001", "2000001"),
    (PostalCode.self, "1234", "01234"),
    (Money.self, "1234,56", "1234.56"), (Money.self, "1.234,56", "1234.56"),
    (Money.self, "1,234.56", "1234.56"), (Money.self, "1,234", "1234"),
    (Money.self, "1,234,567.8", "1234567.8"), (Money.self, "1.234.567", "1234567"),
    (Money.self, "0,5", "0.5"), (Money.self, ",50", "0.50"),
    (Money.self, "12.340000000000002", "12.34"),
    (Money.self, "12.339999999999998", "12.34"),
    (Money.self, "(12.50)", "-12.50"), (Money.self, "($1,212.50)", "-1212.50"),
    (Money.self, "12.50-", "-12.50"), (Money.self, "-", "0"), (Money.self, "$ -", "0"),
    (Money.self, "$12.50", "12.50"), (Money.self, "-$12.50", "-12.50"),
    (Money.self, "$-12.50", "-12.50"), (Money.self, "12.50 CR", "-12.50"),
    (Money.self, "USD 12", "12"), (Money.self, "€12,50", "12.50"), (Money.self, "−12.50", "-12.50"),
    (Money.self, "1\u{a0}234,56", "1234.56"), (Money.self, "1'234.56", "1234.56"),
    (Quantity.self, "1,234.5", "1234.5"), (Quantity.self, "12,5", "12.5"),
    (CivilDate.self, "45987", "2025-11-26"), (CivilDate.self, "45987.5", "2025-11-26"),
    (CivilDate.self, "25-Nov-2015", "2015-11-25"), (CivilDate.self, "25-Nov-15", "2015-11-25"),
    (CivilDate.self, "Nov 25, 2015", "2015-11-25"), (CivilDate.self, "25.11.2015", "2015-11-25"),
    (CivilDate.self, "2015/11/25", "2015-11-25"), (CivilDate.self, "2015-1-5", "2015-01-05"),
    (CivilDate.self, "11/25/2015 0:00", "2015-11-25"), (CivilDate.self, "11-25-2015", "2015-11-25"),
    (CivilDate.self, "2015-11-25 00:00:00", "2015-11-25"), (CivilDate.self, "1/5/26", "2026-01-05"),
    (CivilDate.self, "31/10/2026", "2026-10-31"),
    (Line.self, "MUÃ‘OZ", "MUÑOZ"), (Line.self, "MuÃ±oz", "Muñoz"), (Line.self, "JosÃ©", "José"),
    (Remark.self, "donâ€™t", "don’t"), (Prose.self, "StraÃŸe", "Straße"),
    (Line.self, "MUÃƒâ€˜OZ", "MUÑOZ"), (Line.self, "Ã\u{81}lvaro", "Álvaro"),
    (Line.self, "æž—æœ¨", "林木"), (Line.self, "ï»¿Ana", "Ana"),
    (Line.self, "O’Brien", "O'Brien"), (Line.self, "“The Mill”", "\"The Mill\""),
    (Line.self, "Ana\u{a0}Ortiz", "Ana Ortiz"), (Line.self, "Ana\u{200b}Ortiz", "AnaOrtiz"),
    (CustomerID.self, "100\u{a0}001", "100001"), (CustomerID.self, "“100001”", "100001"),
    (PhoneNumber.self, "512–555–0142", "512-555-0142"),
    (EmailAddress.self, "pat\u{200b}@example.org", "pat@example.org"),
    (AccountNumber.self, "(1250)", "1250"), (CustomerID.self, "$100001", "100001"),
    (MeterSerial.self, "(1,250.00)", "1250"), (BillNumber.self, "1250$", "1250"),
    (MeterSerial.self, "1/2", "1-2"), (AccountNumber.self, "01/02", "01-02"),
    (CustomerID.self, "1/2/2026", "1-2-2026"),
  ]

  @Test(
    "an amount of money is no identifier",
    arguments: ["(12.50)", "$12.50", "$", "-", "$ -", "($)"])
  func amounts(text: String) throws {
    let types: [any FieldValue.Type] = [
      CustomerID.self, AccountNumber.self, MeterSerial.self, LocationID.self, BillNumber.self,
      ServiceCode.self,
    ]
    for type in types {
      let fault = try #require(damage(type, text), "\(type)")
      #expect(fault.code == .spreadsheetDamage, "\(type)")
      #expect(fault.remedy.contains("amount of money"), "\(type): \(fault)")
    }
  }

  @Test(
    "signs in an identifier are no damage",
    arguments: ["12-A", "K-330", "13/40", "A/1", "12-", "#12", "(A)", "A$1", "2000001/2"])
  func signs(text: String) throws {
    #expect(damage(MeterSerial.self, text) == nil)
    #expect(damage(LocationID.self, "3/12") == nil)
  }

  @Test("damage is refused, with what the cell likely was", arguments: likely.indices)
  func named(index: Int) throws {
    let (type, text, likely) = Self.likely[index]
    let fault = try #require(damage(type, text), "\(type) \(text)")
    let words = "likely \(likely)"
    #expect(
      fault.remedy.hasSuffix(words) || fault.remedy.contains(words + ";"), "\(text): \(fault)")
    #expect(!fault.remedy.contains("round"))
  }

  @Test("what cannot be seen is written as its number")
  func visible() throws {
    for text in ["100\u{a0}001", "100\u{200b}001", "100\u{feff}001"] {
      let fault = try #require(damage(CustomerID.self, text))
      #expect(fault.found.contains("\\u{"), "\(fault)")
      #expect(fault.found.unicodeScalars.allSatisfy { $0.isASCII }, "\(fault)")
    }
  }

  @Test(
    "a number that stands for none is no telephone number",
    arguments: ["000-000-0000", "0000000000", "999-999-9999", "(111) 111-1111"])
  func placeholders(text: String) throws {
    #expect(damage(PhoneNumber.self, text)?.code == .spreadsheetDamage)
  }

  @Test("a date in a postal code is named", arguments: ["2026-01-05", "1/5/2026"])
  func dates(text: String) {
    #expect(damage(PostalCode.self, text)?.remedy.contains("date") == true)
  }

  @Test("of an odd year the year is named", arguments: ["0026-01-05", "1/5/0026", "1526-01-05"])
  func years(text: String) throws {
    let fault = try #require(damage(CivilDate.self, text))
    #expect(fault.remedy.contains("the year"))
    #expect(!fault.remedy.contains("month and the day"))
  }

  @Test("a letter that was lost is named")
  func lost() {
    #expect(damage(Line.self, "MU\u{FFFD}OZ")?.remedy.contains("lost") == true)
    #expect(damage(Line.self, "MUï¿½OZ")?.remedy.contains("lost") == true)
  }

  @Test(
    "names and numbers that are right are taken",
    arguments: [
      "Muñoz", "GUIMARÃES", "São Paulo", "Łódź", "Straße–Nord", "Åse", "李小龍麵館", "李　小龍",
      "O'Brien", "#5", "1.0", "Müller & Söhne", "L’", "Ünal", "Ana-Jan", "12-1", "A-12", "5/8",
      "3-May Street", "Ωμέγα", "Иван", "café…", "👨‍👩‍👧", "1e5", "Jan",
    ])
  func right(text: String) {
    let isQuoted = text == "L’"
    #expect((damage(Line.self, text) == nil) != isQuoted, "\(text)")
    #expect(damage(Remark.self, text) == nil, "\(text)")
    #expect(damage(Prose.self, text) == nil, "\(text)")
  }

  @Test("codes, amounts and numbers that are right are taken")
  func rightOthers() {
    #expect(damage(CustomerID.self, "00123") == nil)
    #expect(damage(CustomerID.self, "B-2024.10") == nil)
    #expect(damage(PostalCode.self, "78701-1234") == nil)
    #expect(damage(PostalCode.self, "SW1A 1AA") == nil)
    #expect(damage(PhoneNumber.self, "+1 (512) 555-0142 x3") == nil)
    #expect(damage(Money.self, "-0.50") == nil)
    for size in ["5/8", "3/4", "1", "1.5", "2 inch", "5/8 x 3/4", "1-1/2", "1 1/2"] {
      #expect(damage(MeterSize.self, size) == nil, "\(size)")
    }
    for unit in ["4", "2B", "1/2", "B-4", "Apt 3", "1204"] {
      #expect(damage(Premises.self, unit) == nil, "\(unit)")
    }
    #expect(damage(Line.self, "100,101 Main St") == nil)
    #expect(damage(Remark.self, "100,101") == nil)
    #expect(damage(Money.self, "0.500") == nil)
    #expect(damage(Quantity.self, "12.500") == nil)
    #expect(damage(Money.self, "12.50000") == nil)
  }

  @Test("blanks of any width at the ends of a cell are no part of it")
  func trimmed() {
    for blank in ["\u{a0}", "\u{200b}", "\u{feff}", "\u{202f}", "\u{3000}", " \u{a0}\t"] {
      #expect(CellBlanks.trimmed(blank + "Ana Ortiz" + blank) == "Ana Ortiz")
      #expect(CellBlanks.isBlank(blank))
      #expect(CellBlanks.trimmed(blank + "小龍" + blank) == "小龍")
    }
  }

  @Test(
    "an amount with more than two decimals is not read as a thousand times as much",
    arguments: ["12.345", "1234.567", "0.125", "-12.345", "12.500", "1.000"])
  func threeDecimals(text: String) {
    let fault = #expect(throws: ValueFault.self) { try Money(text) }
    #expect(fault?.code == .outOfRange)
    #expect(fault?.remedy.contains("more than 2 decimals") == true, "\(fault?.remedy ?? "")")
    #expect(fault?.remedy.contains("likely") == false)
    let canGroup = !["1234.567", "0.125"].contains(text)
    #expect(fault?.remedy.contains("separates thousands") == canGroup)
  }
}
