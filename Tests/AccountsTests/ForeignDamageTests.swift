import Testing

@testable import Values

/// What programs and spreadsheets of other languages do to cells, and what they leave alone.
@Suite("Damage in other languages and programs")
struct ForeignDamageTests {
  private func damage(_ type: any FieldValue.Type, _ text: String) -> ValueFault? {
    TextDamageTests.fault(type, text)
  }

  private static let keys: [any FieldValue.Type] = [
    CustomerID.self, AccountNumber.self, MeterSerial.self, LocationID.self, BillNumber.self,
    ServiceCode.self,
  ]

  static let dates: [(String, String)] = [
    ("1-janv", "1-1"), ("1-janv.", "1-1"), ("8-mai", "5-8"), ("08-Mai", "5-08"), ("1-ene", "1-1"),
    ("1-août", "8-1"), ("3-märz", "3-3"), ("2-févr", "2-2"), ("janv-01", "1-01"),
    ("5-dez", "12-5"), ("1-mrt", "3-1"), ("8-Sept", "9-8"),
  ]

  @Test(
    "a date with the month in another language is named in every kind of field", arguments: dates)
  func months(text: String, likely: String) throws {
    let types = Self.keys + [Route.self, Cycle.self, PaymentReference.self, PostalCode.self]
    for type in types {
      let fault = try #require(damage(type, text), "\(type)")
      #expect(fault.code == .spreadsheetDamage, "\(type): \(fault)")
      #expect(fault.remedy.contains("likely \(likely);"), "\(type): \(fault)")
    }
    let size = try #require(damage(MeterSize.self, text))
    #expect(size.remedy.contains("into a date; likely "), "\(size)")
  }

  static let likely: [(any FieldValue.Type, String, String)] = [
    (MeterSize.self, "8. Mai", "5/8"), (MeterSize.self, "8-mai", "5/8"),
    (MeterSize.self, "5月8日", "5/8"), (MeterSize.self, "1 Jan", "1/1"), (Unit.self, "1-ene", "1/1"),
    (MeterSize.self, "gen-01", "1/1"), (PostalCode.self, "1 Jan", "1-1"),
    (PostalCode.self, "Jan 1", "1-1"), (PostalCode.self, "gen-01", "1-01"),
    (PostalCode.self, "O2134", "02134"), (PostalCode.self, "l2134", "12134"),
    (PostalCode.self, "O2134-1234", "02134-1234"),
    (PhoneNumber.self, "5155551452,0", "5155551452"),
    (PhoneNumber.self, "515-555-1452,0", "515-555-1452"),
    (PhoneNumber.self, "515-555-1452.0", "515-555-1452"),
    (PhoneNumber.self, "5155551452;0", "5155551452"),
    (PhoneNumber.self, "(515) 555-1452,00", "(515) 555-1452"),
    (PaymentReference.self, "5155551452,0", "5155551452"), (Route.self, "12,0", "12"),
    (Premises.self, "12,0", "12"), (AccountNumber.self, "2000003,0", "2000003"),
    (MeterSerial.self, "2000003,00", "2000003"), (CustomerID.self, "1,23E11", "123000000000"),
    (Line.self, "1,23E11", "123000000000"), (RoutingNumber.self, "21000021,0", "021000021"),
    (RoutingNumber.self, "021000021,0", "021000021"),
    (RoutingNumber.self, "21000021.0", "021000021"),
    (Line.self, "Mu?oz", "Muñoz"), (Line.self, "MU?OZ", "MUÑOZ"),
    (Line.self, "Ana Mu??oz", "Ana Muñoz"),
    (Line.self, "Garc?a", "García"), (Line.self, "P?rez, Ana", "Pérez, Ana"),
    (Line.self, "?lvarez", "Álvarez"),
    (Line.self, "José R?os", "José Ríos"),
    (Line.self, "Calle Pe?a 5", "Calle Peña 5"), (Line.self, "Mu\\xf1oz", "Muñoz"),
    (Line.self, "Mu\\xc3\\xb1oz", "Muñoz"), (Line.self, "Mu%C3%B1oz", "Muñoz"),
    (Line.self, "Mu%u00F1oz", "Muñoz"), (Line.self, "=C3=91ez", "Ñez"),
    (Line.self, "Mu%F1oz", "Muñoz"), (Line.self, "O%27Neil", "O'Neil"),
    (Line.self, "Main%20St", "Main St"), (Line.self, "Mu=C3=B1oz", "Muñoz"),
    (Line.self, "Mu=F1oz", "Muñoz"), (Line.self, "O=E2=80=99Neil", "O’Neil"),
    (Line.self, "O\\'Neil", "O'Neil"), (Line.self, "O''Neil", "O'Neil"),
    (Line.self, "NuÑez", "Nuñez"),
  ]

  @Test("such damage is refused with what the cell likely was")
  func named() throws {
    for (type, text, likely) in Self.likely {
      let fault = try #require(damage(type, text), "\(type) \(text)")
      #expect(
        fault.remedy.hasSuffix("likely \(likely)") || fault.remedy.contains("likely \(likely);"),
        "\(text): \(fault)")
    }
    #expect(damage(Line.self, "Krzy?ek")?.remedy.contains("a letter was lost") == true)
  }

  static let damaged: [(any FieldValue.Type, [String])] = [
    (
      PhoneNumber.self,
      [
        "1-000-000-0000", "+1 999 999 9999", "123-456-7890", "1 (123) 456-7890", "01.01.2001",
        "01-01-2001", "31.12.2001", "12/30/1899", "12/31/1899", "1900-01-00", "(515) 555-145",
      ]
    ),
    (
      PostalCode.self,
      ["01-01-2001", "01.01.2001", "123-456-7890", "512 555 0142", "1900-01-00"]
    ),
    (
      BankAccountNumber.self,
      ["01-01-2001", "2001-01-01", "1900-01-00", "9999-12-31", "1234567-", "-1234567", "1234567,0"]
    ),
    (CustomerID.self, ["01.01.2001", "31/10/2026", "1900-01-00", "9999-12-31", "1.23E-05"]),
    (MeterSerial.self, ["TRUE", "False", "WAHR", "FALSCH", "VRAI", "faux", "1,23E-05"]),
    (BillNumber.self, ["2026-11-05T00:00:00Z", "2026-11-05T04:00", "FALSE"]),
    (LocationID.self, ["2026-11-05T00:00:00", "WAHR"]),
    (PaymentReference.self, ["01.01.2001", "31/10/2026", "#NOMBRE?"]),
  ]

  @Test("what can only be damage is refused")
  func refused() {
    for (type, texts) in Self.damaged {
      for text in texts {
        let fault = damage(type, text)
        #expect(fault?.code == .spreadsheetDamage, "\(type) \(text): \(String(describing: fault))")
        // A number of a bank account is not repeated.
        guard type == BankAccountNumber.self else { continue }
        let words = fault.map { $0.found + $0.remedy + $0.expected } ?? ""
        #expect(!words.contains("1234567") && !words.contains("2001"), "\(words)")
      }
    }
  }

  @Test("a question mark or a code in a note is fine")
  func notes() {
    for text in ["Who called?Ana", "Mu?oz", "why? no", "100%ABV", "a=FF", "O''Neil", "is it 5''?"] {
      #expect(damage(Remark.self, text) == nil && damage(Prose.self, text) == nil, "\(text)")
    }
  }
}
