/// One of a closed set of words.
package protocol Choice: FieldValue, DatumValue, RawRepresentable<String>, CaseIterable, Hashable {}

extension Choice {
  package static var columnType: ColumnType { .text }
  package static var choices: [String]? { allCases.map(\.rawValue) }
  package var datum: Datum { .text(rawValue) }

  package init(_ datum: Datum) {
    let found = datum.text.flatMap { Self(rawValue: $0) }
    // Every set has a first case; the store's CHECK constraints keep others out.
    self = found ?? Self.allCases[Self.allCases.startIndex]
  }

  package init(parsing bytes: CellBytes) throws(ValueFault) {
    let word = String(decoding: bytes, as: UTF8.self).lowercased()
    guard let value = Self(rawValue: word) ?? Self(rawValue: word.replacing("-", with: "_")) else {
      throw ValueFault(
        .unknownChoice, found: bytes,
        expected: "one of " + Self.allCases.map(\.rawValue).joined(separator: ", "),
        remedy: "")
    }
    self = value
  }
}

/// The kind of customer.
package enum CustomerKind: String, Choice {
  package static let valueName = "kind"
  case person, organization
}

/// A customer's role on an account.
package enum ResponsibilityRole: String, Choice {
  package static let valueName = "role"
  case owner, tenant, payer
}

/// Why a payment is applied to a bill, or is credit.
package enum ApplicationRule: String, Choice {
  package static let valueName = "rule"
  /// The payment names the bill.
  case named
  /// On the day of the payment: the oldest due date first.
  case oldestDue = "oldest_due"
  /// Credit that stood when the bill came, or that no bill has taken yet.
  case credit
}

/// How a read was taken.
package enum ReadKind: String, Choice {
  package static let valueName = "kind"
  case actual, verified, customer, estimated
  case officeEstimate = "office_estimate"

  package var isEstimate: Bool { self == .estimated || self == .officeEstimate }
}

/// Why a meter was read.
package enum ReadReason: String, Choice {
  package static let valueName = "reason"
  case periodic, initial, final, disconnect, reconnect, exchange, control
}

/// Whether a read counts.
package enum ReadState: String, Choice {
  package static let valueName = "state"
  case current, superseded, void
}

/// A service's status as of a day, derived from its dates.
package enum ServiceStatus: String, Choice {
  package static let valueName = "status"
  case pendingStart = "pending_start"
  case active
  case suspended
  case pendingStop = "pending_stop"
  case stopped
  case finalBilled = "final_billed"
  case cancelled
}

/// How a payment was made.
package enum PaymentMethod: String, Choice {
  package static let valueName = "method"
  case cash, check, card, eft
  case moneyOrder = "money_order"
  case other
}

/// Yes or no in a file.
package enum YesNo: String, Choice {
  package static let valueName = "yes|no"
  case yes, no

  package var isYes: Bool { self == .yes }

  /// Lists write true and false, and may be fed back.
  package init(parsing bytes: CellBytes) throws(ValueFault) {
    switch String(decoding: bytes, as: UTF8.self).lowercased() {
    case "yes", "true": self = .yes
    case "no", "false": self = .no
    default:
      throw ValueFault(
        .unknownChoice, found: bytes, expected: "yes or no", remedy: "")
    }
  }
}
