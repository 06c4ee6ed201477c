/// Something in a store that is not as the rules say.
package struct Finding: Sendable, Equatable {
  package enum Severity: String, Sendable {
    /// Cannot come from this program's rules: a defect, or a hand in the store.
    case error
    /// Possible, and worth a look.
    case warning
  }

  package let rule: CheckRule
  package let severity: Severity
  /// The record, e.g. `account 2000001`.
  package let record: String
  package let what: String
  /// What to do about it: a command where one helps.
  package let remedy: String
}

/// What `store check` looks for.
package enum CheckRule: String, Sendable, CaseIterable {
  case storage
  case journal
  case serviceOverlap = "service_overlap"
  case suspensionOverlap = "suspension_overlap"
  case serviceOutsideAccount = "service_outside_account"
  case responsibilityOverlap = "responsibility_overlap"
  case responsibilityDays = "responsibility_days"
  case responsibleCustomer = "responsible_customer"
  case merge
  case installOverlap = "install_overlap"
  case readOutsideInstall = "read_outside_install"
  case consumptionUnread = "consumption_unread"
  case consumptionOverlap = "consumption_overlap"
  case consumptionDays = "consumption_days"
  case consumptionFollowsReads = "consumption_follows_reads"
  case consumptionStray = "consumption_stray"
  case consumptionTotal = "consumption_total"
  case billTotal = "bill_total"
  case paymentAccount = "payment_account"
  case settlement
  case eftOutlives = "eft_outlives"
  case searchIndex = "search_index"

  package var meaning: String {
    switch self {
    case .storage:
      "the store is intact, including indexes and guards, and every reference has its record"
    case .journal: "the journal's digest chain is unbroken"
    case .serviceOverlap: "an account has one service of a type at a time"
    case .suspensionOverlap: "a service has one suspension at a time"
    case .serviceOutsideAccount: "a service's dates lie within its account's dates"
    case .responsibilityOverlap: "a customer has each role on an account once at a time"
    case .responsibilityDays: "a customer is responsible for an account for at least one day"
    case .responsibleCustomer: "an open account has a responsible customer"
    case .merge: "a merged customer refers to another customer, who has everything"
    case .installOverlap: "a meter is in one service at a time"
    case .readOutsideInstall: "a meter is read while it is installed"
    case .consumptionUnread: "every consumption period ends with a current read"
    case .consumptionOverlap: "consumption periods of a meter do not overlap"
    case .consumptionDays: "days are the days between the two dates"
    case .consumptionFollowsReads: "consumption agrees with the reads"
    case .searchIndex: "the search index has every record that it should have"
    case .consumptionTotal: "the consumption totals are the sums of its rows"
    case .billTotal: "a bill is the sum of its lines"
    case .settlement: "who owes a bill and what pays it agree with the bills and payments"
    case .eftOutlives: "automatic payments end with the account or with its responsible customer"
    case .paymentAccount: "a payment for a bill is to the bill's account"
    case .consumptionStray: "consumption belongs to a meter that was in the service"
    }
  }
}

/// What a check went over and found.
package struct CheckSummary: Sendable, Equatable {
  package internal(set) var accounts: Int64 = 0
  package internal(set) var meters: Int64 = 0
  package internal(set) var errors: Int64 = 0
  package internal(set) var warnings: Int64 = 0
  package internal(set) var journal: JournalReport
}
