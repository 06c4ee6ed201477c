import Portal
import Rules

/// Runs that leave a long history with one account or one meter: what ended does not slow them down.
extension LinearRunTests {
  static let histories = [
    Run(type: SetDelivery.self) {
      [
        "account": "A1", "method": $0 % 2 == 0 ? "both" : "email", "email": "a@example.com",
        "on": day($0 + 1),
      ]
    },
    Run(type: SetDelivery.self, before: address) {
      ["account": "A1", "method": $0 % 2 == 0 ? "email" : "mail", "on": day($0 + 1)]
    },
    Run(type: SetAccount.self) {
      [
        "account": "A1", "cid": "1", "role": "payer", "on": day(2 * $0 + 1),
        "until": day(2 * $0 + 2),
      ]
    },
    Run(type: SetAccount.self) {
      [
        "account": "A1", "cid": "1", "role": "payer", "on": day(9000 - 2 * $0),
        "until": day(9001 - 2 * $0),
      ]
    },
    Run(type: MoveAccount.self, before: another) {
      ["account": "A2", "cid": $0 % 2 == 0 ? "2" : "1", "on": day($0 + 1)]
    },
    Run(type: MoveAccount.self, before: another) {
      ["account": "A1", "cid": $0 % 2 == 0 ? "2" : "1", "on": day($0 + 1)]
    },
    Run(type: AddRequest.self) {
      ["email": "a@example.com", "account": "A1", "subject": "Leak", "text": "T\($0)"]
    },
    Run(type: RecordBounce.self, before: bouncing) {
      ["account": "A1", "on": day($0 + 1), "type": "soft"]
    },
    Run(type: RecordBounce.self, before: manyPreferences) {
      ["email": "a@example.com", "on": day($0 + 2), "type": "soft"]
    },
    Run(type: RecordBounce.self, before: manyPreferences) {
      ["account": "A1", "on": day($0 + 2), "type": "soft"]
    },
    Run(type: AddBill.self, before: moves) {
      ["bill": "B\($0)", "account": "A1", "on": day($0 + 1), "amount": "1.00"]
    },
    Run(type: PostPayment.self, before: moves) {
      ["account": "A1", "on": day($0 + 1), "amount": "1.00"]
    },
    Run(type: SetLocation.self, before: moves) { ["location": "L1", "route": "R\($0)"] },
    Run(type: InstallMeter.self, before: meters) {
      ["meter": "N\($0)", "account": "A1", "on": day($0 + 1), "reading": "0"]
    },
    Run(type: VoidRead.self, before: earlierReadings) {
      ["meter": "M1", "on": day(voidedLast - $0)]
    },
    Run(type: VoidRead.self, before: readings) {
      ["meter": "M1", "on": day($0 + 1)]
    },
    Run(type: VoidRead.self, before: statedUses) {
      ["meter": "M1", "on": day($0 + 1)]
    },
  ]

  /// Reads over so long a time that what is known to be void is jumped over, and reads that come the
  /// last first.
  static let serverRuns = [
    Run(type: VoidRead.self, before: monthlyReadings) { ["meter": "M1", "on": month($0)] },
    Run(type: VoidRead.self, before: monthlyReadings) { ["meter": "M1", "on": month(239 - $0)] },
    Run(type: AddRead.self) {
      ["meter": "M1", "on": day(240 - $0), "reading": "\((240 - $0) * 3)"]
    },
    Run(type: InstallMeter.self, before: meters) {
      ["meter": "N\($0)", "account": "A1", "on": day(1), "reading": "0"]
    },
    Run(type: MoveAccount.self, before: another) {
      ["account": "A1", "cid": $0 % 2 == 0 ? "2" : "1", "on": day($0 + 1), "reading": "\($0)"]
    },
  ]

  private static func month(_ number: Int) -> String { day(40 * number + 1) }

  private static func monthlyReadings(_ office: Office, _ count: Int) throws {
    try perform(AddRead.self, 240, on: office) {
      ["meter": "M1", "on": month($0), "reading": "\($0 * 3 + 3)"]
    }
  }

  /// Of the file that voids the last read first: the greatest of both sizes.
  private static let voidedLast = 1200

  private static func moves(_ office: Office, _ count: Int) throws {
    try another(office, count)
    try perform(MoveAccount.self, count, on: office) {
      ["account": "A1", "cid": $0 % 2 == 0 ? "2" : "1", "on": day($0 + 1)]
    }
  }

  private static func manyPreferences(_ office: Office, _ count: Int) throws {
    try office.run(SetSetting.self, ["name": "delivery.max-bounces", "value": "0"])
    try perform(SetDelivery.self, count, on: office) {
      [
        "account": "A1", "method": $0 % 2 == 0 ? "both" : "email", "email": "a@example.com",
        "on": day($0 + 1),
      ]
    }
  }

  private static func another(_ office: Office, _ count: Int) throws {
    try office.run(AddCustomer.self, ["cid": "2", "name": "Bo"])
  }

  private static func address(_ office: Office, _ count: Int) throws {
    try office.run(SetCustomer.self, ["cid": "1", "email": "a@example.com"])
  }

  private static func bouncing(_ office: Office, _ count: Int) throws {
    try office.run(SetSetting.self, ["name": "delivery.max-bounces", "value": "0"])
    try office.run(
      SetDelivery.self,
      ["account": "A1", "method": "email", "email": "a@example.com", "on": day(0)])
  }

  private static func earlierReadings(_ office: Office, _ count: Int) throws {
    try perform(AddRead.self, voidedLast + 1, on: office) {
      ["meter": "M1", "on": day($0 + 1), "reading": "\($0 * 3 + 3)"]
    }
  }

  private static func readings(_ office: Office, _ count: Int) throws {
    try perform(AddRead.self, count + 1, on: office) {
      ["meter": "M1", "on": day($0 + 1), "reading": "\($0 * 3 + 3)"]
    }
  }

  private static func statedUses(_ office: Office, _ count: Int) throws {
    try perform(AddRead.self, count + 1, on: office) {
      ["meter": "M1", "on": day($0 + 1), "consumption": "3"]
    }
  }
}
