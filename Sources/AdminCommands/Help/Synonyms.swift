/// Common names for what commands do, in addition to their help texts.
enum Synonyms {
  /// Phrases that mean the same, and the commands that they are about, the first one first.
  struct Entry {
    let phrases: [String]
    let commands: [String]
    /// An article that tells more.
    var article: String?
  }

  static let all = atTheCounter + others

  private static let others: [Entry] = [
    Entry(
      phrases: ["getting started", "get started", "first steps", "beginner", "quick start"],
      commands: ["store demo", "today", "search"], article: "tutorial"),
    Entry(
      phrases: ["move out", "moving out", "vacate"],
      commands: ["account move", "account close", "service stop"]),
    Entry(
      phrases: ["move in", "moving in", "new tenant", "new resident"],
      commands: ["account move", "account open", "customer add", "service start"]),
    Entry(
      phrases: ["shutoff", "shut off", "shut-off", "turn off", "disconnect", "cut off"],
      commands: ["service suspend", "service stop"]),
    Entry(
      phrases: ["turn on", "reconnect", "restore service", "connect"],
      commands: ["service start", "service resume"]),
    Entry(
      phrases: ["vacation", "seasonal", "snowbird", "hold service"],
      commands: ["service suspend", "service resume"]),
    Entry(
      phrases: [
        "e-bill", "ebill", "paperless", "paper bill", "electronic bill", "email bill", "letter",
        "postal mail", "stop mail",
      ], commands: ["delivery set", "delivery show", "delivery list"]),
    Entry(
      phrases: ["invoice", "statement", "charge"], commands: ["bill list", "bill show", "bill add"]),
    Entry(
      phrases: ["e-mail", "email"],
      commands: ["customer set", "user set", "mail list", "delivery bounce"]),
    Entry(
      phrases: [
        "autopay", "auto pay", "auto-pay", "automatic payment", "bank draft", "direct debit", "ach",
      ], commands: ["eft enroll", "eft show", "eft list", "eft cancel", "eft export"]),
    Entry(phrases: ["prenote", "two persons"], commands: ["eft confirm", "eft list"]),
    Entry(
      phrases: [
        "deposit", "cash", "check", "cashier", "pay", "mark as paid", "split payment", "receipt",
      ],
      commands: ["payment post", "payment list"]),
    Entry(
      phrases: [
        "refund", "wrong payment", "wrong amount", "overpaid", "misapplied", "payment correction",
      ],
      commands: ["payment move", "payment reverse"]),
    Entry(
      phrases: ["bounced check", "returned check", "nsf", "chargeback"],
      commands: ["payment reverse", "eft returns"]),
    Entry(
      phrases: ["bounced mail", "bounced email", "undeliverable"],
      commands: ["delivery bounce", "delivery list", "mail list"]),
    Entry(
      phrases: [
        "balance", "owe", "owes", "who owes", "debt", "debtor", "past due", "late", "late payment",
        "overdue", "delinquent", "arrears",
        "collections",
      ], commands: ["account show", "bill list", "report aged-balances"]),
    Entry(
      phrases: ["aging", "aged receivables", "receivables", "accounts receivable"],
      commands: ["report aged-balances", "report credits"]),
    Entry(
      phrases: ["year end", "year-end", "month end", "month-end", "annual report", "fiscal year"],
      commands: [
        "report aged-balances", "report payments", "report consumption", "report usage-statement",
      ], article: "reports"),
    Entry(
      phrases: ["water balance", "water audit", "water loss", "water losses", "unbilled water"],
      commands: ["report water-balance"]),
    Entry(
      phrases: ["late fee", "late charge", "penalty"],
      commands: ["bill add", "report aged-balances"]),
    Entry(
      phrases: ["payment plan", "payment arrangement", "installment", "arrangement"],
      commands: ["note add", "account show", "report aged-balances"]),
    Entry(
      phrases: ["high bill", "leak", "unusual use", "spike"],
      commands: ["report high-low", "report continuous-flow", "report consumption"]),
    Entry(
      phrases: [
        "usage", "usage history", "use history", "consumption history", "water usage",
        "average use", "average usage", "daily totals",
      ],
      commands: ["report consumption-history", "report consumption", "read list", "history"]),
    Entry(
      phrases: ["final bill", "closing bill"], commands: ["report final-bills-due", "bill add"]),
    Entry(
      phrases: ["final read", "closing read", "last read"], commands: ["service stop", "read add"]),
    Entry(
      phrases: ["write off", "write-off", "bad debt"],
      commands: ["report aged-balances", "bill void"]),
    Entry(
      phrases: [
        "wrong bill", "cancel bill", "bill correction", "correct bill", "rebill", "adjustment",
        "adjust bill", "bill adjustment", "credit memo",
      ], commands: ["bill void", "bill add"]),
    Entry(
      phrases: ["wrong read", "misread", "reread", "read correction"],
      commands: ["read void", "read add"]),
    Entry(
      phrases: ["swap meter", "replace meter", "meter change", "new meter"],
      commands: ["meter exchange", "meter add"]),
    Entry(
      phrases: ["locked out", "cannot sign in", "login", "log in", "forgot password", "password"],
      commands: ["user unlock", "user reset-password", "explain", "user show"]),
    Entry(
      phrases: ["sign up", "create user", "web account", "activation"],
      commands: ["user register", "user resend", "link add"]),
    Entry(
      phrases: [
        "phone number", "change of name", "mailing address", "change of address", "marriage",
      ],
      commands: ["customer set", "customer show"]),
    Entry(phrases: ["duplicate customer", "two records"], commands: ["customer merge"]),
    Entry(
      phrases: ["delete customer", "remove customer"],
      commands: ["customer merge", "account close", "account move"]),
    Entry(
      phrases: ["sewer credit", "pool fill", "winter average"],
      commands: ["report winter-average"]),
    Entry(phrases: ["stuck meter"], commands: ["report dead-meter", "meter exchange"]),
    Entry(
      phrases: ["high usage", "low usage", "usage variance", "read variance"],
      commands: ["report high-low", "report top-users"]),
    Entry(
      phrases: ["no usage", "zero usage", "no consumption"],
      commands: ["report zero-consumption", "report dead-meter"]),
    Entry(
      phrases: ["unread", "unread meter", "missed read", "skipped read"],
      commands: ["report missing-reads", "report read-summary"]),
    Entry(
      phrases: ["end of shift", "end of day", "shift report"],
      commands: ["report changes", "report payments"]),
    Entry(
      phrases: ["daily cash", "cash report", "daily receipts"],
      commands: ["report payments", "payment list"]),
    Entry(phrases: ["rate study", "usage block"], commands: ["report bill-frequency"]),
    Entry(
      phrases: ["prorate", "proration"],
      commands: ["report consumption", "report final-bills-due", "account move"]),
    Entry(phrases: ["vacant"], commands: ["report inactive-consumption", "account list"]),
    Entry(phrases: ["log out", "logout", "sign out"], commands: ["user revoke", "user sessions"]),
    Entry(
      phrases: ["deceased", "death", "estate"],
      commands: ["account move", "account close", "account set", "customer merge"]),
    Entry(
      phrases: ["excel", "spreadsheet", "csv", "download"],
      commands: ["customer list", "bill list", "report list", "query"]),
    Entry(
      phrases: ["upload", "load file", "mass change", "batch", "lockbox", "mapping"],
      commands: ["payment post", "read add", "bill add", "customer add", "plan apply", "import"],
      article: "bulk"),
    Entry(
      phrases: ["bulk run", "past import", "undo import", "rejected rows"],
      commands: ["job list", "job show", "job undo"], article: "bulk"),
    Entry(
      phrases: ["time zone", "timezone", "clock"],
      commands: ["setting set", "setting get", "setting list"]),
    Entry(
      phrases: [
        "landlord", "owner", "who owns", "tenant", "renter", "who lives at", "payer", "responsible",
      ],
      commands: ["account set", "account move", "account show"]),
    Entry(
      phrases: ["mistake", "typo", "revert", "go back", "take back", "oops"],
      commands: ["change undo", "change list"]),
    Entry(
      phrases: ["audit", "who changed", "what did i do", "log"],
      commands: ["change list", "change show", "history", "change verify"]),
    Entry(
      phrases: ["complaint", "dispute", "inquiry", "contact us", "ticket"],
      commands: ["request list", "request reply", "request add"]),
    Entry(
      phrases: ["caller", "look up", "lookup", "find"], commands: ["search", "account show"]),
    Entry(phrases: ["to do", "to-do", "inbox", "queue"], commands: ["today", "request list"]),
    Entry(
      phrases: ["permission", "rights", "staff"], commands: ["operator list", "operator add"]),
    Entry(phrases: ["news", "notice", "outage"], commands: ["announcement add"]),
  ]
}
