@testable import Accounts
@testable import Engines
@testable import Portal
@testable import Rules
@testable import Values

/// Rows of one kind about one record, as long files have them.
extension LinearRunTests {
  static let runs =
    customers + accounts + services + money + portal + histories + finalBills

  /// What is done once to a record, or to a user by the user, so that no file is about one of them.
  static let oncePerRecord: Set<String> = [
    "eft cancel", "eft confirm", "eft enroll", "eft hold", "eft release",
    "eft set", "mail retry", "meter remove", "operator add", "operator remove",
    "operator set",
    "portal activate", "portal add-identity", "portal change-password", "portal contact",
    "portal delivery", "portal eft", "portal end-eft", "portal forgot-password", "portal link",
    "portal profile", "portal register", "portal remove-identity", "portal reply",
    "portal reset-password", "portal sign-in", "portal sign-out", "portal unlink", "portal unlock",
    "service cancel", "service resume", "service stop", "service suspend", "service transfer",
    "service-type add", "service-type set", "user activate", "user deactivate",
    "user remove-identity", "user resend", "user reset-password", "user revoke", "user suspend",
    "user unlock", "user unsuspend", "request assign",
  ]

  private static let customers = [
    Run(type: AddCustomer.self) { ["cid": "\($0 + 10)", "name": "Ana"] },
    Run(type: SetCustomer.self) { ["cid": "1", "phone": "512-555-\(1000 + $0)"] },
    Run(type: MergeCustomer.self, before: twins) { ["cid": "\($0 + 10)", "into": "1"] },
    Run(type: AddLocation.self) { ["location": "N\($0)", "address": "Main"] },
    Run(type: SetLocation.self) { ["location": "L1", "route": "R\($0)"] },
    Run(type: SetLocation.self, before: neighbors) { ["location": "L1", "route": "R\($0)"] },
    Run(type: SetSetting.self) { ["name": "bill.due-days", "value": "\(10 + $0 % 20)"] },
    Run(type: AddNote.self) { ["kind": "account", "key": "A1", "text": "note \($0)"] },
  ]

  private static let accounts = [
    Run(type: OpenAccount.self) {
      ["account": "N\($0)", "cid": "1", "location": "L1", "on": day($0)]
    },
    Run(type: CloseAccount.self, before: neighbors) { ["account": "N\($0)", "on": day($0 + 1)] },
  ]

  private static let services = [
    Run(type: AddMeter.self) { ["meter": "N\($0)", "service": "WATER"] },
    Run(type: SetMeter.self) { ["meter": "M1", "size": "\($0)"] },
    Run(type: ExchangeMeter.self, before: meters) {
      [
        "meter": $0 == 0 ? "M1" : "N\($0 - 1)", "new": "N\($0)", "on": day($0 + 1), "reading": "1",
        "new-reading": "0",
      ]
    },
    Run(type: AddRead.self) { ["meter": "M1", "on": day($0 + 1), "reading": "\($0 * 3 + 3)"] },
    Run(type: AddRead.self, before: uses, row: use),
    Run(type: SetService.self) {
      ["account": "A1", "service": "WATER", "class": "c\($0)"]
    },
    Run(type: StartService.self, before: neighbors) {
      ["account": "N\($0)", "service": "TRASH", "on": day($0)]
    },
  ]

  private static let money = [
    Run(type: PostPayment.self) {
      ["account": "A1", "on": day($0 / 3), "amount": "1.\(10 + $0 % 7)"]
    },
    Run(type: PostPayment.self, before: bills) {
      ["account": "A1", "on": day($0 + 100_00), "amount": "1.00"]
    },
    Run(type: ReversePayment.self, before: payments) {
      ["payment": "\($0 + 1)", "reason": "bounced"]
    },
    Run(type: MovePayment.self, before: payments) {
      ["payment": "\($0 + 1)", "to": "A2", "reason": "wrong"]
    },
    Run(type: AddBill.self) {
      ["bill": "B\($0)", "account": "A1", "on": day($0 / 3), "amount": "1.00"]
    },
    Run(type: VoidBill.self, before: bills) { ["bill": "B\($0)", "reason": "wrong"] },
    Run(type: AddBill.self) {
      ["bill": "B1", "account": "A1", "on": day(0), "amount": "1.\(10 + $0 % 80)"]
    },
    Run(type: PostPayment.self, repeats: .refuse, before: equalPayments) { _ in
      ["account": "A1", "on": day(0), "amount": "1.00"]
    },
    Run(type: PostPayment.self, before: equalPayments) {
      ["account": "A1", "on": day(1), "amount": "1.00", "reference": "R\($0)"]
    },
    Run(type: PostPayment.self, repeats: .skip, before: equalPayments) { _ in
      ["account": "A1", "on": day(0), "amount": "1.00"]
    },
  ]

  private static let portal = [
    Run(type: RegisterUser.self, row: user),
    Run(type: SetUser.self, before: users) { ["email": "u1@example.com", "last": "W\($0)"] },
    Run(type: LockUser.self, before: activeUsers) { ["email": "u\($0)@example.com"] },
    Run(type: AddLink.self, before: users) {
      ["email": "u\($0)@example.com", "account": "A1", "cid": "1"]
    },
    Run(type: AddLink.self, before: oneUser) {
      ["email": "u0@example.com", "account": "N\($0)", "cid": "1"]
    },
    Run(type: RemoveLink.self, before: links) {
      ["email": "u\($0)@example.com", "account": "A1"]
    },
    Run(type: AddRequest.self, row: request),
    Run(type: AnswerRequest.self, before: requests) { ["request": "1", "text": "T\($0)"] },
    Run(type: ReplyRequest.self, before: requests) { ["request": "1", "text": "T\($0)"] },
    Run(type: CloseRequest.self, before: requests) { ["request": "\($0 + 1)"] },
    Run(type: AddAnnouncement.self) { ["title": "A\($0)", "text": "T"] },
    Run(type: RetireAnnouncement.self, before: announcements) { ["announcement": "\($0 + 1)"] },
  ]
}

/// What has to be there before.
extension LinearRunTests {
  private static func twins(_ office: Office, _ count: Int) throws {
    try perform(AddCustomer.self, count, on: office) { ["cid": "\($0 + 10)", "name": "Ana"] }
  }

  private static func neighbors(_ office: Office, _ count: Int) throws {
    try perform(OpenAccount.self, count, on: office) {
      ["account": "N\($0)", "cid": "1", "location": "L1", "on": day(0)]
    }
  }

  static func meters(_ office: Office, _ count: Int) throws {
    try perform(AddMeter.self, count, on: office) { ["meter": "N\($0)", "service": "WATER"] }
  }

  private static func payments(_ office: Office, _ count: Int) throws {
    try perform(PostPayment.self, count, on: office) {
      ["account": "A1", "on": day($0), "amount": "1.00"]
    }
  }

  private static func equalPayments(_ office: Office, _ count: Int) throws {
    try perform(PostPayment.self, count, on: office) { _ in
      ["account": "A1", "on": day(0), "amount": "1.00"]
    }
  }

  private static func uses(_ office: Office, _ count: Int) throws {
    try perform(AddRead.self, count, on: office, use)
  }

  private static func use(_ number: Int) -> [String: String] {
    ["meter": "M1", "on": day(number + 1), "consumption": "\(number % 9)"]
  }

  private static func bills(_ office: Office, _ count: Int) throws {
    try perform(AddBill.self, count, on: office) {
      ["bill": "B\($0)", "account": "A1", "on": day($0), "amount": "1.00"]
    }
  }

  private static func requests(_ office: Office, _ count: Int) throws {
    try perform(AddRequest.self, count, on: office, request)
  }

  private static func announcements(_ office: Office, _ count: Int) throws {
    try perform(AddAnnouncement.self, count, on: office) { ["title": "A\($0)", "text": "T"] }
  }

  private static func oneUser(_ office: Office, _ count: Int) throws {
    try users(office, 1)
    try neighbors(office, count)
  }

  private static func users(_ office: Office, _ count: Int) throws {
    try perform(RegisterUser.self, count, on: office, user)
  }

  private static func activeUsers(_ office: Office, _ count: Int) throws {
    try users(office, count)
    try perform(ActivateUser.self, count, on: office) { ["email": "u\($0)@example.com"] }
  }

  private static func links(_ office: Office, _ count: Int) throws {
    try users(office, count)
    try perform(AddLink.self, count, on: office) {
      ["email": "u\($0)@example.com", "account": "A1", "cid": "1"]
    }
  }

  private static func user(_ number: Int) -> [String: String] {
    ["email": "u\(number)@example.com", "first": "U", "last": "V\(number)"]
  }

  private static func request(_ number: Int) -> [String: String] {
    ["email": "a@example.com", "account": "A1", "subject": "S\(number)", "text": "T\(number)"]
  }
}
