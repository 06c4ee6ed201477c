import Accounts
import Testing

/// What every operation is tried with.
extension EntryPointTests {
  /// What to do before, and the fields of the operation under trial.
  struct Trial: Sendable, CustomTestStringConvertible {
    let operation: String
    let before: [String]
    let cells: [(field: String, text: String)]

    init(_ operation: String, after before: [String] = [], _ cells: KeyValuePairs<String, String>) {
      self.operation = operation
      self.before = before
      self.cells = cells.map { ($0.key, $0.value) }
    }

    var testDescription: String { operation }
  }

  private static let office = [
    "customer add 1 --name Ana", "customer add 2 --name Bo",
    "location add L1 --address 'One Main St' --route R1", "location add L2 --address 'Two Main St'",
    "meter add M1 --service WATER --dials 6", "meter add M2 --service WATER --dials 6",
    "account open A1 --cid 1 --location L1 --on 2025-01-01",
    "account open A2 --cid 2 --location L2 --on 2025-01-01",
  ]
  private static let water =
    office + ["service start A1 WATER --on 2025-01-01 --meter M1 --reading 100"]
  private static let suspended = water + ["service suspend A1 WATER --on 2025-03-01"]

  private static let billed = office + ["bill add B1 A1 --on 2026-02-01 --amount 41.80"]

  private static let enrolling = "eft enroll A1 --routing 021000021"
  private static let enrolled = office + ["setting set eft.two-persons yes", enrolling]
  private static let held = office + [enrolling, "eft hold A1 --reason disputed"]

  private static let user = ["user register ana@example.com --first Ana --last Ortiz"]
  private static let active = user + ["user activate ana@example.com"]

  private static let linked =
    office + citizen + [
      activation, "portal sign-in ana@example.com",
      "link add ana@example.com A1 --cid 1",
    ]
  private static let staff = ["operator add pat admin", "operator add bea clerk"]

  private static let failedMail =
    office + [
      "setting set mail.sender city@example.gov",
      "setting set portal.address https://portal.example.gov",
      "user register ana@example.com --first Ana --last Ortiz --mail no",
      "link add ana@example.com A1 --cid 1", "delivery set A1 email", "!mail send",
    ]

  private static let asked = ["request add --email a@example.com --subject Leak --text Wet"]

  private static let citizen = ["portal register ana@example.com --first Ana --last Ortiz"]

  /// By the token of the registration's mail.
  private static let activation = "portal activate < word 1"
  private static let signedIn = citizen + [activation, "portal sign-in ana@example.com"]
  private static let wrongPassword = "!portal sign-in ana@example.com < not it"
  private static let withProvider =
    signedIn + [
      "portal add-identity google --subject g-1 --email ana@example.com --email-verified yes < word 3"
    ]

  static let trials: [Trial] = [
    Trial("customer add", ["cid": "7", "name": "Ana Ortiz", "city": "Cedar Falls"]),
    Trial("customer set", after: office, ["cid": "1", "phone": "512-555-0142"]),
    Trial("customer merge", after: office, ["cid": "1", "into": "2"]),
    Trial("location add", ["location": "L9", "address": "12 Oak Ave", "route": "R1"]),
    Trial("location set", after: office, ["location": "L1", "cycle": "MONTHLY"]),
    Trial(
      "service-type add", ["code": "3000", "name": "IRRIGATION", "metered": "yes", "unit": "GAL"]),
    Trial("service-type set", ["code": "1000", "unit": "CCF"]),
    Trial(
      "account open", after: office,
      ["account": "A9", "cid": "1", "location": "L2", "on": "2025-02-01", "role": "tenant"]),
    Trial(
      "account set", after: office,
      ["account": "A1", "cid": "2", "role": "payer", "on": "2025-02-01"]),
    Trial("account close", after: water, ["account": "A1", "on": "2025-06-01"]),
    Trial("account move", after: water, ["account": "A1", "cid": "2", "on": "2025-06-01"]),
    Trial(
      "service start", after: office,
      ["account": "A1", "service": "WATER", "on": "2025-02-01", "meter": "M1", "reading": "5"]),
    Trial(
      "service stop", after: water,
      ["account": "A1", "service": "WATER", "on": "2025-06-01", "reading": "150"]),
    Trial(
      "service transfer", after: water,
      ["account": "A1", "service": "WATER", "to": "A2", "on": "2025-06-01"]),
    Trial(
      "service suspend", after: water, ["account": "A1", "service": "WATER", "on": "2025-03-01"]),
    Trial(
      "service resume", after: suspended,
      ["account": "A1", "service": "WATER", "on": "2025-04-01"]),
    Trial(
      "service cancel", after: office + ["service start A1 SEWER --on 2027-01-01 --accept unusual"],
      ["account": "A1", "service": "SEWER"]),
    Trial(
      "service set", after: water, ["account": "A1", "service": "WATER", "class": "residential"]),
    Trial("meter add", ["meter": "M9", "service": "WATER", "dials": "5", "mxu": "X9"]),
    Trial("meter set", after: office, ["meter": "M1", "size": "5/8", "mxu": "X1"]),
    Trial(
      "meter exchange", after: water,
      ["meter": "M1", "new": "M2", "on": "2025-05-01", "reading": "140", "new-reading": "3"]),
    Trial(
      "meter install", after: water,
      ["meter": "M2", "account": "A1", "on": "2025-05-01", "reading": "3"]),
    Trial("meter remove", after: water, ["meter": "M1", "on": "2025-05-01", "reading": "140"]),
    Trial("note add", after: office, ["kind": "account", "key": "A1", "text": "Dog in the yard"]),
    Trial(
      "request add", after: office,
      ["email": "a@example.com", "account": "A1", "subject": "Leak", "text": "It is wet."]),
    Trial("request assign", after: asked, ["request": "1", "to": "bea"]),
    Trial("request reply", after: asked, ["request": "1", "text": "We come on Friday."]),
    Trial("request answer", after: asked, ["request": "1", "text": "It is dry."]),
    Trial("request close", after: asked, ["request": "1", "reason": "repaired"]),
    Trial("read add", after: water, ["meter": "M1", "on": "2025-02-01", "reading": "112.5"]),
    Trial(
      "read void", after: water + ["read add M1 --on 2025-02-01 --reading 112"],
      ["meter": "M1", "on": "2025-02-01"]),
    Trial(
      "bill add", after: office,
      [
        "bill": "B1", "account": "A1", "on": "2026-02-01", "from": "2026-01-01",
        "to": "2026-01-31", "service": "WATER", "amount": "41.80", "due": "2026-02-21",
      ]),
    Trial(
      "payment post", after: billed,
      ["account": "A1", "bill": "B1", "on": "2026-02-10", "amount": "20", "method": "check"]),
    Trial("bill void", after: billed, ["bill": "B1", "reason": "billed twice"]),
    Trial(
      "payment move", after: billed + ["payment post A1 --on 2026-02-10 --amount 20"],
      ["payment": "1", "to": "A2", "reason": "wrong account"]),
    Trial(
      "payment reverse", after: billed + ["payment post A1 --on 2026-02-10 --amount 20"],
      ["payment": "1", "on": "2026-02-15", "reason": "bounced"]),
    Trial(
      "announcement add",
      ["title": "Closed", "text": "On Friday", "to": "2026-04-01", "audience": "linked"]),
    Trial(
      "announcement retire", after: ["announcement add Closed Friday"], ["announcement": "1"]),
    Trial(
      "delivery set", after: office,
      ["account": "A1", "method": "both", "email": "a@example.com", "on": "2026-04-01"]),
    Trial(
      "delivery bounce", after: office + ["delivery set A1 email --email a@example.com"],
      [
        "account": "A1", "email": "a@example.com", "on": "2026-03-10", "code": "5.1.1",
        "type": "hard",
      ]),
    Trial(
      "eft enroll", after: office,
      [
        "account": "A1", "routing": "021000021", "bank-account": "00123456789", "type": "savings",
        "draft-day": "5",
      ]),
    Trial("eft set", after: enrolled, ["account": "A1", "type": "savings", "draft-day": "9"]),
    Trial(
      "eft confirm", after: enrolled + ["setting set eft.two-persons no"], ["account": "A1"]),
    Trial("eft hold", after: office + [enrolling], ["account": "A1", "reason": "disputed"]),
    Trial("eft release", after: held, ["account": "A1"]),
    Trial("eft cancel", after: enrolled, ["account": "A1", "reason": "customer's wish"]),
    Trial(
      "user register", ["email": "ana@example.com", "first": "Ana", "last": "Ortiz"]),
    Trial("mail retry", after: failedMail, ["mail": "1"]),
    Trial("user activate", after: user, ["email": "ana@example.com"]),
    Trial("user resend", after: user, ["email": "ana@example.com"]),
    Trial(
      "user set", after: active,
      ["email": "ana@example.com", "last": "Ortega", "new-email": "ao@example.com"]),
    Trial("user lock", after: active, ["email": "ana@example.com", "reason": "asked"]),
    Trial(
      "user unlock", after: active + ["user lock ana@example.com"], ["email": "ana@example.com"]),
    Trial("user suspend", after: active, ["email": "ana@example.com"]),
    Trial(
      "user unsuspend", after: active + ["user suspend ana@example.com"],
      ["email": "ana@example.com"]),
    Trial("user reset-password", after: active, ["email": "ana@example.com"]),
    Trial("user deactivate", after: active, ["email": "ana@example.com"]),
    Trial("user revoke", after: signedIn, ["email": "ana@example.com"]),
    Trial(
      "link add", after: office + active,
      ["email": "ana@example.com", "account": "A1", "cid": "1"]),
    Trial(
      "link remove", after: office + active + ["link add ana@example.com A1 --cid 1"],
      ["email": "ana@example.com", "account": "A1"]),
    Trial(
      "portal register",
      ["email": "ana@example.com", "first": "Ana", "last": "Ortiz", "password": "a long word 7"]),
    // The first word is the token's, the second the salt's.
    Trial(
      "portal activate", after: citizen, ["token": "word 1", "password": "a long word 9"]),
    Trial(
      "portal sign-in", after: citizen + [activation],
      ["email": "ana@example.com", "password": "1234567890", "remember": "yes"]),
    Trial("portal sign-out", after: signedIn, ["session": "word 3", "everywhere": "yes"]),
    Trial(
      "portal profile", after: signedIn,
      ["last": "Ortega", "new-email": "ao@example.com", "session": "word 3"]),
    Trial(
      "portal add-identity", after: signedIn,
      [
        "provider": "google", "subject": "g-1", "email": "ana@example.com",
        "email-verified": "yes", "session": "word 3",
      ]),
    Trial(
      "portal remove-identity", after: withProvider,
      ["provider": "google", "session": "word 3"]),
    Trial(
      "user remove-identity", after: withProvider,
      ["email": "ana@example.com", "provider": "google", "reason": "asked"]),
    Trial(
      "portal forgot-password", after: citizen + [activation],
      ["email": "ana@example.com"]),
    Trial(
      "portal reset-password", after: active + ["user reset-password ana@example.com"],
      ["token": "word 2", "password": "another word 8"]),
    Trial(
      "portal change-password", after: citizen + [activation],
      ["email": "ana@example.com", "password": "1234567890", "new-password": "a long word 9"]),
    Trial(
      "portal unlock", after: signedIn + ["setting set lockout.max-attempts 1", wrongPassword],
      ["email": "ana@example.com"]),
    Trial(
      "portal link",
      after: office + citizen + [
        activation, "portal sign-in ana@example.com",
      ], ["account": "A1", "cid": "1", "session": "word 3"]),
    Trial("portal unlink", after: linked, ["account": "A1", "session": "word 3"]),
    Trial(
      "portal eft", after: linked,
      [
        "account": "A1", "routing": "021000021", "bank-account": "123456789",
        "session": "word 3",
      ]),
    Trial(
      "portal end-eft", after: linked + [enrolling], ["account": "A1", "session": "word 3"]),
    Trial(
      "portal delivery",
      after: office + citizen + [
        activation, "portal sign-in ana@example.com",
        "link add ana@example.com A1 --cid 1",
      ], ["account": "A1", "method": "email", "session": "word 3"]),
    Trial(
      "portal contact",
      after: signedIn,
      ["subject": "Leak", "text": "It is wet.", "session": "word 3"]),
    Trial(
      "portal reply",
      after: signedIn + [
        "portal contact --subject Leak --text Wet < word 3", "request reply 1 Soon",
      ], ["request": "1", "text": "It is dry.", "session": "word 3"]),
    Trial("operator add", ["operator": "pat", "role": "admin", "full-name": "Pat Hale"]),
    Trial("operator set", after: staff, ["operator": "bea", "role": "supervisor"]),
    Trial("operator remove", after: staff, ["operator": "bea"]),
    Trial("setting set", ["name": "city", "value": "Cedar Falls"]),
  ]
}
