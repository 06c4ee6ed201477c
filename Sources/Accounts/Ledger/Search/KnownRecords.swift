import Engines
import Values

/// Records by what people call them: names and addresses.
extension Store {
  /// A record that the words found, before it is looked at.
  private struct Known {
    let id: String
    var customer: String?
    let isEnded: Bool
    let isExact: Bool
  }

  /// The records of today first; nil if none has such a name.
  func recordsKnown(as text: String, _ kind: RecordKind, limit: Int) throws -> NamedRecords? {
    guard text.count > 1, let kinds = kind.searched else { return nil }
    let hits = try hits(text, kinds, limit: NamedRecords.mostKnown + 1)
    let known = try hits.flatMap { try entries(kind, of: $0, text) }
    var seen: Set<String> = []
    let all = (known.filter { !$0.isEnded } + known.filter(\.isEnded)).filter {
      seen.insert($0.id).inserted
    }
    let records = try all.prefix(limit).map { record in
      NamedRecord(
        id: record.id, meaning: try meaning(of: record.id, kind, for: record.customer),
        isEnded: record.isEnded, isExact: record.isExact)
    }
    return NamedRecords(records, count: all.count, isAll: hits.count <= NamedRecords.mostKnown)
  }

  private func entries(_ kind: RecordKind, of hit: SearchHit, _ text: String) throws -> [Known] {
    let isExact = hit.isCalled(text)
    if !kind.isAccount, [.customer, .account].contains(hit.kind), let sql = kind.ofAccount {
      // One of several is not taken without a look at it.
      return try hit.accounts.flatMap { try strings(sql, [.text($0)]) }.map {
        Known(id: $0, isEnded: false, isExact: false)
      }
    }
    guard kind.isAccount else {
      return [Known(id: hit.id, isEnded: try isEnded(hit.id, kind), isExact: isExact)]
    }
    let customer = hit.kind == .customer ? hit.id : nil
    return try hit.accounts.map {
      Known(id: $0, customer: customer, isEnded: try isEnded($0, kind), isExact: isExact)
    }
      + hit.former.map {
        Known(id: $0.account, customer: customer, isEnded: true, isExact: isExact)
      }
  }

  private func isEnded(_ id: String, _ kind: RecordKind) throws -> Bool {
    guard let sql = kind.isEnded else { return false }
    return try !strings(sql, [.text(id)]).isEmpty
  }

  /// Nobody waits for an index while typing: without one, records are found only by parts of their
  /// names.
  func hits(_ text: String, _ kinds: [SearchKind], limit: Int) throws -> [SearchHit] {
    if try searchLag() == .small { return try quickSearch(text, kinds: kinds, limit: limit) }
    return try plainSearch(text, kinds: kinds, limit: limit)
  }
}

extension SearchHit {
  /// Whether the words are whole words of a person's name, or all of an address, in any order.
  fileprivate func isCalled(_ text: String) -> Bool {
    let words = SearchWords.words(of: text)
    if kind == .customer || kind == .user {
      return Set(words).isSubset(of: SearchWords.words(of: name))
    }
    return [name, "\(name) \(detail)"].contains {
      SearchWords.words(of: $0).sorted() == words.sorted()
    }
  }
}
