import Crypto
import Engines
import Values

/// Who makes a change, from where and with which command; secrets never come here.
package struct Author: Sendable {
  /// The member of staff: an account of the operating system, or a login of the server.
  package internal(set) var operatorName: String
  /// The account whose rights were used, where it is another's: a service account behind sudo, or
  /// the role that a login has taken on.
  package internal(set) var actingAs: String?
  package let host: String
  package internal(set) var command: String
  package internal(set) var reason: String?

  package init(
    operatorName: String, actingAs: String? = nil, host: String, command: String,
    reason: String? = nil
  ) {
    self.operatorName = operatorName
    self.actingAs = actingAs
    self.host = host
    self.command = command
    self.reason = reason
  }
}

/// Who an operator is at one store.
package struct Identity: Sendable, Equatable {
  package let operatorName: String
  /// The account whose rights are used, where it is another's.
  package let actingAs: String?

  package init(operatorName: String, actingAs: String?) {
    self.operatorName = operatorName
    self.actingAs = actingAs
  }
}

extension Author {
  package func signed(_ identity: Identity) -> Author {
    var author = self
    author.operatorName = identity.operatorName
    author.actingAs = identity.actingAs
    return author
  }
}

/// The tables of the journal.
enum Journal {
  /// What it is kept in; staff add to them and never change them.
  static let tableNames = ["change", "change_row", "job", "change_reason"]
  /// The header comes last, at the commit: nothing in the journal is ever changed.
  static let end = Statement(
    """
    INSERT INTO change (change, at, operator, host, command, reason, undoes, row_count, previous, \
    digest, acting_as) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    """)
  static let last = Statement(
    "SELECT change, digest FROM change ORDER BY change DESC LIMIT 1", isShort: true)
  static let digestOf = Statement("SELECT digest FROM change WHERE change = ?", isShort: true)
  static let lines = EncodedLines.table
  /// Before the first change.
  static let noDigest = String(repeating: "0", count: 64)
}

/// The SHA-256 over one change: the digest before it, its rows in order, its header.
struct ChangeDigest: Sendable {
  private var hasher = SHA256()
  private var bytes: [UInt8] = []

  init(previous: String) {
    add(previous)
  }

  /// Length first, so that no two lists of texts give the same bytes.
  mutating func add(_ text: String?) {
    guard var text else {
      bytes.append(UInt8(ascii: "-"))
      return
    }
    text.withCellBytes { utf8 in
      appendDecimal(UInt64(utf8.count), to: &bytes)
      bytes.append(UInt8(ascii: ":"))
      bytes.append(contentsOf: utf8)
    }
    if bytes.count > 1 << 14 { drain() }
  }

  /// The same bytes as the text would give, without making it.
  mutating func add(_ text: CellBytes?) {
    guard let text else {
      bytes.append(UInt8(ascii: "-"))
      return
    }
    appendDecimal(UInt64(text.count), to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    bytes.append(contentsOf: text)
    if bytes.count > 1 << 14 { drain() }
  }

  mutating func add(_ number: Int64) {
    appendDecimal(number.magnitude, to: &bytes)
    bytes.append(number < 0 ? UInt8(ascii: "<") : UInt8(ascii: ";"))
  }

  private mutating func drain() {
    unsafe bytes.withUnsafeBytes { unsafe hasher.update(bufferPointer: $0) }
    bytes.removeAll(keepingCapacity: true)
  }

  mutating func finish() -> String {
    drain()
    var text: [UInt8] = []
    unsafe hasher.finalize().withUnsafeBytes { unsafe appendHexadecimal($0.prefix(32), to: &text) }
    return String(decoding: text, as: UTF8.self)
  }
}

/// One header of the journal.
struct ChangeHeader {
  let change: Int64
  let at: String
  var author: Author
  let undoes: Int64?
  /// The digest of the change before it.
  let previous: String
  /// The digest of the reasons of its rows; nil if they have none of their own.
  var reasons: String?

  func cells(rowCount: Int64, digest: String) -> [Datum] {
    [
      .integer(change), .text(at), .text(author.operatorName), .text(author.host),
      .text(author.command), author.reason.datum, undoes.datum, .integer(rowCount),
      .text(previous), .text(digest), author.actingAs.datum,
    ]
  }

  func add(to digest: inout ChangeDigest, rowCount: Int64) {
    digest.add(change)
    digest.add(at)
    digest.add(author.operatorName)
    digest.add(author.host)
    digest.add(author.command)
    digest.add(author.reason)
    digest.add(undoes ?? 0)
    digest.add(rowCount)
    // Changes that were made before there was such a column keep their digest.
    if let account = author.actingAs { digest.add(account) }
    if let reasons {
      // A number first, so that it is no account.
      digest.add(0)
      digest.add(reasons)
    }
  }
}

/// 16 bytes of SHA-256 over a row's cells, in hexadecimal; the same in every engine. Empty cells at
/// the end do not count, so that a column added later leaves the digests of older rows as they are.
func rowDigest(_ values: [Datum]) -> String {
  var scratch: [UInt8] = []
  var digest: [UInt8] = []
  appendRowDigest(values, &scratch, to: &digest)
  return String(decoding: digest, as: UTF8.self)
}

func appendRowDigest(_ values: [Datum], _ scratch: inout [UInt8], to bytes: inout [UInt8]) {
  scratch.removeAll(keepingCapacity: true)
  let count = values.lastIndex { !$0.isNull }.map { $0 + 1 } ?? 0
  appendCells(values[0..<count], to: &scratch)
  let digest = unsafe scratch.withUnsafeBytes { unsafe SHA256.hash(data: $0) }
  unsafe digest.withUnsafeBytes { unsafe appendHexadecimal($0.prefix(16), to: &bytes) }
}

/// Lengths first, so that no two rows give the same bytes.
func appendCells(_ values: ArraySlice<Datum>, to bytes: inout [UInt8]) {
  for value in values {
    switch value {
    case .null: bytes.append(UInt8(ascii: "-"))
    case .integer(let number):
      appendDecimal(number.magnitude, to: &bytes)
      bytes.append(number < 0 ? UInt8(ascii: "<") : UInt8(ascii: ";"))
    case .text(var text):
      text.withCellBytes { utf8 in
        appendDecimal(UInt64(utf8.count), to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        bytes.append(contentsOf: utf8)
      }
    }
  }
}

private func appendHexadecimal(_ digest: some Sequence<UInt8>, to text: inout [UInt8]) {
  for byte in digest {
    text.append(hexDigit(byte >> 4))
    text.append(hexDigit(byte & 15))
  }
}
