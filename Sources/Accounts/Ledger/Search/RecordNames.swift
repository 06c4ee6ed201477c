import Engines
import Values

/// What a word that is being typed may name.
package enum RecordKind: String, Sendable {
  case account, customer, location, meter, bill, user, service, serviceType, route, change, request
  /// Changes that are bulk runs.
  case job
  case staff, payment, announcement
  /// Routing numbers.
  case bank
  /// Meters, those that are in no service first; users, those that are locked out first; accounts, those
  /// with an automatic payment first.
  case freeMeter, lockedUser, enrolledAccount
  /// Accounts that a user is linked to; all of them if it is not known whose.
  case linkedAccount
  /// Days of a meter's current reads.
  case readDay

  var isAccount: Bool { [.account, .enrolledAccount, .linkedAccount].contains(self) }
}

/// A record by its name in commands, and by what people know it.
package struct NamedRecord: Sendable, Equatable {
  package let id: String
  /// Empty where it is not to be shown.
  package let meaning: String
  /// It is past, or what links it to the words has ended: commands do not take it by these words
  /// alone.
  package let isEnded: Bool
  /// The words are whole words of its name, or all of its address.
  package let isExact: Bool

  package init(id: String, meaning: String, isEnded: Bool = false, isExact: Bool = false) {
    self.id = id
    self.meaning = meaning
    self.isEnded = isEnded
    self.isExact = isExact
  }
}

/// Those that a word may name in addition to the best.
package enum OtherRecords: Sendable, Equatable {
  case none, counted(Int)
  /// At least so many.
  case atLeast(Int)
}

/// The best of the records that a word may name.
package struct NamedRecords: Sendable, Equatable {
  /// Records are counted up to here.
  package static let most = 1000
  /// The most records found by common names that are counted; each of them is loaded.
  static let mostKnown = 40

  package var records: [NamedRecord]
  package let others: OtherRecords

  package init(_ records: [NamedRecord] = [], others: OtherRecords = .none) {
    self.records = records
    self.others = others
  }

  /// - Parameter count: of all that were found.
  /// - Parameter isAll: whether nothing was left unfound.
  init(_ records: [NamedRecord], count: Int, isAll: Bool) {
    let others = count - records.count
    self.init(records, others: others == 0 ? .none : isAll ? .counted(others) : .atLeast(others))
  }
}

extension Store {
  /// Records whose name begins with a text, or that a text of letters is a part of.
  /// - Parameters:
  ///   - account: the account that the command is about, where it has one; of linked accounts the user's
  ///     e-mail address, of reads the meter.
  ///   - inUse: the account whose own bills, payments and meters come first where the command has none.
  package func records(
    _ kind: RecordKind, named text: String, of account: String? = nil, inUse: String? = nil,
    limit: Int
  ) throws -> NamedRecords {
    let namesPeople = settings[.completionNames] == YesNo.yes.rawValue
    guard namesPeople || kind != .user && kind != .lockedUser else { return NamedRecords() }
    let account = namesPeople || kind != .linkedAccount ? account : nil
    var ids = try recordNames(kind, text, account)
    if account == nil, let inUse, kind != .service, let sql = kind.ofAccount {
      let own = try strings(sql, [.text(inUse)]).filter { $0.isBegun(with: text) }
      ids = own + ids.filter { !own.contains($0) }
    }
    if ids.isEmpty, namesPeople, let known = try recordsKnown(as: text, kind, limit: limit) {
      guard kind == .linkedAccount, let account else { return known }
      let own = try recordNames(kind, "", account)
      return NamedRecords(known.records.filter { own.contains($0.id) })
    }
    let records = try ids.prefix(limit).map { id in
      NamedRecord(
        id: id,
        meaning: namesPeople || !kind.namesPeople
          ? try meaning(of: id, kind, account, withNames: namesPeople) : "")
    }
    let most = kind == .route ? Self.mostRoutes : NamedRecords.most
    return NamedRecords(records, count: ids.count, isAll: ids.count <= most)
  }

  /// Records of these kinds that are found by words, as they are called.
  /// - Parameter byID: whether their IDs stand for them, even if their names were typed. An ID that is being
  ///   typed is always completed to itself.
  package func records(
    found text: String, _ kinds: [SearchKind], byID: Bool, limit: Int
  ) throws -> NamedRecords {
    guard settings[.completionNames] == YesNo.yes.rawValue, text.count > 1 else {
      return NamedRecords()
    }
    let hits = try hits(text, kinds, limit: NamedRecords.mostKnown + 1)
    let records = hits.prefix(limit).map { hit in
      // The name of a meter is that of its service.
      let isID = byID || hit.name.isEmpty || hit.kind == .meter || hit.id.isBegun(with: text)
      return isID
        ? NamedRecord(
          id: hit.id,
          meaning: hit.kind.rawValue + (hit.name.isEmpty ? "" : " · \(hit.name)"))
        : NamedRecord(id: hit.name, meaning: "\(hit.kind.rawValue) \(hit.id)")
    }
    return NamedRecords(records, count: hits.count, isAll: hits.count <= NamedRecords.mostKnown)
  }

  private func recordNames(
    _ kind: RecordKind, _ text: String, _ account: String?
  ) throws -> [String] {
    switch kind {
    case .route: return try routes(beginning: text)
    case .bill, .service, .payment, .linkedAccount, .readDay:
      // An account has few records, so all of them are candidates.
      guard let account, let sql = kind.ofAccount else { break }
      let owner = kind == .linkedAccount ? account.lowercased() : account
      return try strings(sql, [.text(owner)]).filter { $0.isBegun(with: text) }
    case .serviceType, .staff, .bank:
      return try strings(kind.keys, []).filter { $0.isBegun(with: text) }
    default: break
    }
    if kind.isNumbered { return try numbers(kind, beginning: text) }
    let text = kind == .user || kind == .lockedUser ? text.lowercased() : text
    let range: [Datum] = [.text(text), .text(text + "\u{10FFFF}")]
    let first = try kind.best.flatMap { try strings($0, range) }
    let all = try strings(kind.keys, range)
    guard !first.isEmpty else { return all }
    var seen: Set<String> = []
    return (first + all).filter { seen.insert($0).inserted }
  }

  /// Whole numbers that begin with these digits are a range for each length; the latest come first.
  private func numbers(_ kind: RecordKind, beginning text: String) throws -> [String] {
    guard let highest = try strings(kind.highest, []).first.flatMap({ Int64($0) }) else {
      return []
    }
    var numbers: [String] = []
    for range in PrefixedNumbers.ranges(text, upTo: highest)
    where numbers.count <= NamedRecords.most {
      numbers += try strings(kind.keys, [range.lowerBound.datum, range.upperBound.datum])
    }
    return numbers
  }

  /// Each route is one step in the index, however many locations it has.
  private func routes(beginning text: String) throws -> [String] {
    var routes: [String] = []
    var last = Datum.text(text)
    while routes.count <= Self.mostRoutes {
      let comparison = routes.isEmpty ? ">=" : ">"
      let next = try strings(
        "SELECT route FROM location WHERE route \(comparison) ? ORDER BY route LIMIT 1", [last])
      guard let route = next.first, route.hasPrefix(text) else { break }
      routes.append(route)
      last = .text(route)
    }
    return routes
  }

  private static let mostRoutes = 100

  func strings(_ sql: String, _ arguments: [Datum]) throws -> [String] {
    var strings: [String] = []
    try each(sql: sql, arguments) { row in
      strings.append(String(decoding: row.text(0), as: UTF8.self))
      return true
    }
    return strings
  }
}

extension String {
  /// As a word is matched that is typed in any case.
  fileprivate func isBegun(with text: String) -> Bool {
    lowercased().hasPrefix(text.lowercased())
  }
}
