/// One of a closed set of words.
public protocol Choice: FieldValue, DatumValue, RawRepresentable<String>, CaseIterable, Hashable {}

extension Choice {
  public static var columnType: ColumnType { .text }
  public static var choices: [String]? { allCases.map(\.rawValue) }
  public var datum: Datum { .text(rawValue) }

  public init(_ datum: Datum) {
    let found = datum.text.flatMap { Self(rawValue: $0) }
    // Every set has a first case; the store's CHECK constraints keep others out.
    self = found ?? Self.allCases[Self.allCases.startIndex]
  }

  public init(parsing bytes: CellBytes) throws(ValueFault) {
    let word = String(decoding: bytes, as: UTF8.self).lowercased()
    guard let value = Self(rawValue: word) ?? Self(rawValue: word.replacing("-", with: "_")) else {
      throw ValueFault(
        .unknownChoice, found: bytes,
        expected: "one of " + Self.allCases.map(\.rawValue).joined(separator: ", "),
        mend: "use one of these")
    }
    self = value
  }
}

/// The kind of customer.
public enum CustomerKind: String, Choice {
  public static let valueName = "kind"
  case person, organization
}

/// A customer's role on an account.
public enum ResponsibilityRole: String, Choice {
  public static let valueName = "role"
  case owner, tenant, payer
}

/// How a read was taken.
public enum ReadKind: String, Choice {
  public static let valueName = "kind"
  case actual, verified, customer, estimated
  case officeEstimate = "office_estimate"

  public var isEstimate: Bool { self == .estimated || self == .officeEstimate }
}

/// Why a meter was read.
public enum ReadReason: String, Choice {
  public static let valueName = "reason"
  case periodic, initial, final, disconnect, reconnect, exchange, control
}

/// Whether a read counts.
public enum ReadState: String, Choice {
  public static let valueName = "state"
  case current, superseded, void
}

/// A service's status as of a day, derived from its dates.
public enum ServiceStatus: String, Choice {
  public static let valueName = "status"
  case pendingStart = "pending_start"
  case active
  case suspended
  case pendingStop = "pending_stop"
  case stopped
  case finalBilled = "final_billed"
  case cancelled
}

/// How a payment was made.
public enum PaymentMethod: String, Choice {
  public static let valueName = "method"
  case cash, check, card, eft
  case moneyOrder = "money_order"
  case other
}

/// Yes or no in a file.
public enum YesNo: String, Choice {
  public static let valueName = "yes|no"
  case yes, no

  public var isYes: Bool { self == .yes }
}
