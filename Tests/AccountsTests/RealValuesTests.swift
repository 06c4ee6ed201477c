import Testing

@testable import Values

/// Values as real records have them, which are never taken for damage.
@Suite("Real values are no damage")
struct RealValuesTests {
  /// In a form, # is a digit, % a digit from 2 to 9, and @ a letter.
  static let forms: [(any FieldValue.Type, [String])] = [
    (
      PhoneNumber.self,
      [
        "%##-%##-####", "(%##) %##-####", "%##.%##.####", "%##%##%###", "1-%##-%##-####",
        "+1 %## %## ####", "%##-%##-#### x##", "(%##) %##-####, ext. #", "+49 30 %#######",
        "+33 1 ## ## ## %#", "0%.##.##.##.##", "+44 20 %### ####", "%##-%###", "9%# ### ###",
        "+52 55 #### ####", "0%#/######",
      ]
    ),
    (
      PostalCode.self,
      [
        "%####", "%####-####", "@#@ #@#", "@@# #@@", "@@-####", "#### @@", "%##-####", "0####",
        "@## @###", "D-%####",
      ]
    ),
    (
      BankAccountNumber.self,
      ["%###", "%#######", "0##########%", "%###-####-####", "### ### %##", "%##-####-#"]
    ),
    (
      CustomerID.self,
      [
        "%#####", "0##%##", "@-####", "@@@##", "##-##-####", "%##.#%", "CUST-####", "@#E#",
        "GEN-0#", "SET-#", "MAG-##", "OUT-#", "LUG#", "TRUE-#", "%#-@@",
      ]
    ),
    (
      AccountNumber.self,
      ["%######", "##-####-##", "##-##-####", "9###.##.#", "@##-##-##", "%######-0#", "##/%###/@"]
    ),
    (
      MeterSerial.self,
      ["%#######", "@@@#########", "##@@####", "#E##", "@-##.##", "GEN-##", "SET##"]
    ),
    (LocationID.self, ["#/##", "##-##-###", "#/#/20##", "2026-##-##", "LOC###", "@#/##"]),
    (BillNumber.self, ["%########", "2026-1#-0#", "INV-#####", "##/%##"]),
    (
      Line.self,
      [
        "#### Oak St", "## %th Ave Apt #", "PO Box ###", "#-# Main St", "%# #/# Elm St Unit @",
        "N## W##### Hwy @", "1#th & May St", "#% E Jan Dr", "Flat #, 1% Mar Vista", "Unit @-#",
        "Suite 1.#", "@ & @ Auto #", "Lot 1#/B", "%# Sept Ln", "Rural Rte # Box 1#",
      ]
    ),
    (
      PaymentReference.self,
      [
        "1###", "CK-#####", "ACH 1%/##", "20261%##", "%#####@", "Jan 2026", "May 20##", "SET-#",
        "GEN-0#", "1#-####", "0####1", "Q%-20##", "##-##-####", "Inv. 1##",
      ]
    ),
    (Route.self, ["%", "R-#", "0#", "#-##", "@##", "A/#", "#.#1", "May", "North #", "2026-0%"]),
    (Cycle.self, ["#", "0#", "@", "2026-1#", "JAN", "Cycle #", "March", "#@"]),
    (
      MeterSize.self,
      ["5/8", "3/4", "1", "1.5", "1 1/2", "% inch", "5/8 x 3/4", "%\"", "1.0", "DN #0"]
    ),
    (Premises.self, ["#", "#@", "@-#", "Apt ##", "#/#", "Set #", "Gen-#", "Lot 1#", "No. %"]),
    (Unit.self, ["GAL", "CCF", "HCF", "kWh", "m³", "1000 GAL", "ft3"]),
    (
      EmailAddress.self,
      [
        "@@@#@example.com", "o'brien+%#@example.org", "a=b@example.com", "x%y@example.com",
        "may.1#@example.net", "1-mag@example.com",
      ]
    ),
  ]

  private func made(_ form: String, _ random: inout SeededGenerator) -> String {
    // The @ of an e-mail address stays.
    let address = form.contains("@example") ? form.lastIndex(of: "@") : nil
    return form.indices.map { index -> String in
      switch form[index] {
      case "#": String(Int.random(in: 0...9, using: &random))
      case "%": String(Int.random(in: 2...9, using: &random))
      case "@" where index != address:
        String("ABCDEFGHKMNPRSTVWXY".randomElement(using: &random) ?? "A")
      default: String(form[index])
      }
    }.joined()
  }

  @Test("whatever digits and letters they have")
  func forms() {
    var random = SeededGenerator(seed: 27)
    for (type, forms) in Self.forms {
      for form in forms {
        for _ in 0..<50 {
          let text = made(form, &random)
          let fault = TextDamageTests.fault(type, text)
          #expect(fault == nil, "\(type) \(text): \(fault?.remedy ?? "")")
        }
      }
    }
  }

  @Test(
    "names of people, businesses and streets",
    arguments: [
      "Mai Tran", "Marco Set", "June May", "Jan Novák", "Abril Ene", "Augusto Marzo", "O'Neil",
      "D'Angelo", "Muñoz", "MUÑOZ", "Ñuñoa", "Peña-Ruiz", "DeÁvila", "McÉlroy", "Who's Next?",
      "Got Milk?", "What? Yes", "Leak?Where", "Bill?Help", "Jos? ", "Cafe 24/7", "50% Off Store",
      "100%ABV Bar", "A=B Tutors",
      "E=MC2 Labs", "AC/DC Repair", "5' Board Co", "Rock 'n' Roll", "Hawai'i", "C:\\users",
      "True Value",
      "Vero Falso", "Set Point", "7-Eleven", "Studio 54", "3-May Street", "1-2-3 Daycare",
      "N/A Brewing",
      "'t Hart", "L'Été", "Öztürk", "Þór", "Šimić", "李小龍", "Ångström & Co", "Smith (Jr.)",
      "St. Mary's",
    ])
  func names(text: String) {
    let name = CellBlanks.trimmed(text)
    let fault = TextDamageTests.fault(Line.self, name)
    #expect(fault == nil, "\(name): \(fault?.remedy ?? "")")
  }
}
