/// A member of staff's role; each role includes the roles before it.
package enum Role: String, Choice, Comparable {
  package static let valueName = "role"
  case viewer, clerk, supervisor, admin

  package var meaning: String {
    switch self {
    case .viewer: "sees everything except secrets and masked data, and changes nothing"
    case .clerk: "everyday work: customers, accounts, services, users, payments"
    case .supervisor: "work that affects many records or corrects money: bills, bank files, undo"
    case .admin: "operators, settings, and the whole store"
    }
  }

  package static func < (left: Role, right: Role) -> Bool { left.rank < right.rank }

  /// `an admin`.
  package var phrase: String { (self == .admin ? "an " : "a ") + rawValue }

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// The account name of a member of staff on the operating system.
package struct StaffName: TextValue {
  package static let valueName = "operator"
  package static let expected = "an account name of the operating system, e.g. pat"
  package static let longest = 64
  package let text: String
  package init(trusted text: String) { self.text = text }

  package static func fault(in bytes: CellBytes) -> ValueFault? {
    let isName =
      bytes.first != UInt8(ascii: "-")
      && !bytes.contains { $0 <= 0x20 || ":/,\"'\\".utf8.contains($0) }
    return isName
      ? nil
      : ValueFault(
        .malformed, found: bytes, expected: expected,
        remedy: "use the name that `id -un` prints for that person")
  }
}
