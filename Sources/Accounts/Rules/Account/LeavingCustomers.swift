import Engines
import Ledger
import Values

/// Who moves out of an account, and who stays.
struct LeavingCustomers {
  /// Which of them the command names.
  enum Wanted: Equatable {
    case all
    case only([CustomerID])
  }

  let leaving: [Row<AccountCustomer>]
  let staying: [Row<AccountCustomer>]

  /// - Parameters:
  ///   - role: of the newcomer, who takes the place of those with the same role. Without it, the
  ///     newcomer takes the place and the role of the only customer who can leave.
  ///   - wanted: who leaves; needed where more than one could.
  init(
    _ responsibilities: [Row<AccountCustomer>], on day: CivilDate, role: ResponsibilityRole?,
    wanted: Wanted?, newcomer cid: CustomerID, in books: Books
  ) throws(RuleError) {
    let there = responsibilities.filter { $0.days.isOpen(on: day) }
    let places = there.filter { row in
      role.map { $0 == row[AccountCustomer.role] } ?? (row[AccountCustomer.role] != .payer)
    }
    if let later = responsibilities.first(where: {
      $0[AccountCustomer.fromOn] >= day && !$0.days.isEmpty
        && (role == nil || $0[AccountCustomer.role] == role)
        && ($0[AccountCustomer.role] != .payer || role == .payer)
    }) {
      throw .refuse(
        .periodOverlaps, field: "on", found: "\(day); \(later.phrase)",
        expected: "a day after \(later[AccountCustomer.fromOn])", remedy: "")
    }
    let gone: [Row<AccountCustomer>]
    switch wanted {
    case .all: gone = places
    case .only(let cids):
      // A payer may begin later, and has nothing to leave yet.
      gone = there.filter {
        cids.contains($0[AccountCustomer.cid]) && $0[AccountCustomer.fromOn] <= day
      }
      let stranger = cids.first { cid in !gone.contains { $0[AccountCustomer.cid] == cid } }
      if let stranger {
        throw .refuse(
          .notFound, field: "leaving", found: "customer \(stranger), not responsible on \(day)",
          expected: try Self.names(there, in: books), remedy: "use customers who move out")
      }
    case nil:
      guard places.count < 2 else { throw try Self.ambiguous(places, role, in: books) }
      gone = places
    }
    leaving = gone
    staying = there.filter { !gone.contains($0) }
    if let own = leaving.first(where: {
      $0[AccountCustomer.cid] == cid && $0[AccountCustomer.role] == role ?? $0[AccountCustomer.role]
    }) {
      throw .refuse(
        .alreadyActive, field: "cid", found: own.phrase, expected: "a customer who moves in",
        remedy: "use the ID of the new customer, or another role")
    }
    // Whoever stays would have the role twice.
    let taken = role ?? gone.first?[AccountCustomer.role] ?? .owner
    if let own = staying.first(where: {
      $0[AccountCustomer.cid] == cid && $0[AccountCustomer.role] == taken && !$0.days.isEmpty
    }) {
      let ends = gone.map { row in
        String.run(
          "account set", row[AccountCustomer.account],
          options: [
            "cid": row[AccountCustomer.cid], "role": row[AccountCustomer.role].rawValue,
            "until": day,
          ])
      }
      throw .refuse(
        .alreadyActive, field: "cid", found: "\(own.phrase), who stays",
        expected: "a customer who moves in",
        remedy: ends.isEmpty
          ? "use the ID of the new customer, or another role"
          : "if nobody moves in, use " + ends.joined(separator: " and "))
    }
  }

  private static func ambiguous(
    _ places: [Row<AccountCustomer>], _ role: ResponsibilityRole?, in books: Books
  ) throws(RuleError) -> RuleError {
    let roles = Set(places.map { $0[AccountCustomer.role].rawValue }).sorted()
    let choices = roles.map { "\(field: "role") \($0)" }.joined(separator: " or ")
    let byRole = roles.count > 1 ? choices + ", or " : ""
    return .refuse(
      .required, field: "leaving", found: "more than one customer who could leave",
      expected: try names(places, in: books),
      remedy: "add \(byRole)\(field: "leaving") CID, or \(field: "leaving") all")
  }

  private static func names(
    _ rows: [Row<AccountCustomer>], in books: Books
  ) throws(RuleError) -> String {
    var names: [String] = []
    for row in rows {
      let name = try books.find(Customer.self, row[AccountCustomer.cid])?[Customer.name].text ?? ""
      names.append("\(row[AccountCustomer.cid]) \(name) (\(row[AccountCustomer.role]))")
    }
    return names.joined(separator: ", ")
  }
}

extension LeavingCustomers.Wanted {
  /// `all`, or customer IDs that commas or blanks separate.
  init(_ line: Remark) throws(Rejection) {
    if line.text == "all" {
      self = .all
      return
    }
    var cids: [CustomerID] = []
    for word in line.text.split(whereSeparator: { ",; ".contains($0) }) {
      do throws(ValueFault) {
        cids.append(try CustomerID(String(word)))
      } catch {
        throw Rejection(error, field: "leaving")
      }
    }
    self = .only(cids)
  }
}
