/// Something in a store that is not as the rules say.
package struct Finding: Sendable, Equatable {
  package enum Severity: String, Sendable {
    /// Cannot come from this program's rules: a defect, or the store was changed by other means.
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
  /// The store is intact, including indexes and guards, and every reference has its record.
  case storage
  /// The journal's digest chain is unbroken.
  case journal
  /// An account has one service of a type at a time.
  case serviceOverlap = "service_overlap"
  /// A service has one suspension at a time.
  case suspensionOverlap = "suspension_overlap"
  /// A service's dates lie within its account's dates.
  case serviceOutsideAccount = "service_outside_account"
  /// A customer has each role on an account once at a time.
  case responsibilityOverlap = "responsibility_overlap"
  /// A customer is responsible for an account for at least one day.
  case responsibilityDays = "responsibility_days"
  /// An open account has a responsible customer.
  case responsibleCustomer = "responsible_customer"
  /// A merged customer refers to another customer, who has everything.
  case merge
  /// A meter is in one service at a time.
  case installOverlap = "install_overlap"
  /// A meter is read while it is installed.
  case readOutsideInstall = "read_outside_install"
  /// Every consumption period ends with a current read.
  case consumptionUnread = "consumption_unread"
  /// Consumption periods of a meter do not overlap.
  case consumptionOverlap = "consumption_overlap"
  /// Days are the days between the two dates.
  case consumptionDays = "consumption_days"
  /// Consumption agrees with the reads.
  case consumptionFollowsReads = "consumption_follows_reads"
  /// Consumption belongs to a meter that was in the service.
  case consumptionStray = "consumption_stray"
  /// The consumption totals are the sums of its rows.
  case consumptionTotal = "consumption_total"
  /// A bill is the sum of its lines.
  case billTotal = "bill_total"
  /// A payment for a bill is to the bill's account.
  case paymentAccount = "payment_account"
  /// Who owes a bill and what pays it agree with the bills and payments.
  case settlement
  /// A service with a final bill on record is marked as final billed.
  case finalBillMark = "final_bill_mark"
  /// What `today` counts as bounced agrees with the bounces.
  case bouncedDelivery = "bounced_delivery"
  /// Automatic payments end with the account or with its responsible customer.
  case eftOutlives = "eft_outlives"
  /// The search index has every record that it should have.
  case searchIndex = "search_index"
}

/// What a check went over and found.
package struct CheckSummary: Sendable, Equatable {
  package internal(set) var accounts: Int64 = 0
  package internal(set) var meters: Int64 = 0
  package internal(set) var errors: Int64 = 0
  package internal(set) var warnings: Int64 = 0
  package internal(set) var journal: JournalReport
}
