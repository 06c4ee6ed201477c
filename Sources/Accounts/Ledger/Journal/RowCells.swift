package import Engines
import Values

/// A row's key as the journal holds it: cells with a TAB between, which no key can contain.
enum RowKey {
  static func text(_ key: ArraySlice<Datum>) -> String {
    if key.count == 1, let only = key.first { return only.description }
    return key.map(\.description).joined(separator: "\t")
  }

  static func append(_ key: ArraySlice<Datum>, to bytes: inout [UInt8]) {
    for (index, cell) in zip(key.indices, key) {
      if index > key.startIndex { bytes.append(UInt8(ascii: "\t")) }
      switch cell {
      case .text(let text): bytes.append(contentsOf: text.utf8)
      case .integer(let number): RowCells.append(number, to: &bytes)
      case .null: bytes.append(contentsOf: cell.description.utf8)
      }
    }
  }

  static func values(_ text: String, of table: Table) -> [Datum]? {
    let parts =
      table.keyCount == 1
      ? [text[...]] : text.split(separator: "\t", omittingEmptySubsequences: false)
    guard parts.count == table.keyCount else { return nil }
    var values: [Datum] = []
    for (part, column) in zip(parts, table.columns) {
      if column.type.isText {
        values.append(.text(String(part)))
      } else {
        guard let number = Int64(part) else { return nil }
        values.append(.integer(number))
      }
    }
    return values
  }
}

extension Table {
  /// The key of a row as the journal holds it, in SQL.
  /// - Parameter row: what the query calls the table.
  package func journalKey(of row: String, _ dialect: any Dialect) -> String {
    columns.prefix(keyCount).map { dialect.key("\(row).\($0.name)") }
      .joined(separator: " || '\t' || ")
  }
}

/// Cells of a row as the journal holds them: a flat JSON object of column names.
enum RowCells {
  /// The columns whose bits are set in `mask`.
  static func append(
    _ row: [Datum], of table: Table, _ mask: UInt64, to bytes: inout [UInt8]
  ) {
    bytes.append(UInt8(ascii: "{"))
    var isFirst = true
    for column in table.columns where mask & (1 << UInt64(column.index)) != 0 {
      if !isFirst { bytes.append(UInt8(ascii: ",")) }
      isFirst = false
      append(column.name, to: &bytes)
      bytes.append(UInt8(ascii: ":"))
      switch row[column.index] {
      case .text where column.type == .secret: append(ColumnType.mask, to: &bytes)
      case .null: bytes.append(contentsOf: "null".utf8)
      case .integer(let value): append(value, to: &bytes)
      case .text(let text): append(text, to: &bytes)
      }
    }
    bytes.append(UInt8(ascii: "}"))
  }

  static func append(_ number: Int64, to bytes: inout [UInt8]) {
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    appendDecimal(number.magnitude, to: &bytes)
  }

  private static func append(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 0..<0x20:
        bytes.append(contentsOf: "\\u00".utf8)
        bytes.append(hexDigit(byte >> 4))
        bytes.append(hexDigit(byte & 15))
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// A flat object of cells of any names.
  static func object(_ cells: [(name: String, value: Datum)]) -> String {
    var bytes = Array("{".utf8)
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      append(cell.name, to: &bytes)
      bytes.append(UInt8(ascii: ":"))
      switch cell.value {
      case .null: bytes.append(contentsOf: "null".utf8)
      case .integer(let value): append(value, to: &bytes)
      case .text(let text): append(text, to: &bytes)
      }
    }
    bytes.append(UInt8(ascii: "}"))
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Reads what `append` and `object` wrote; nil if somebody else wrote it.
  static func parse(_ json: String) -> [(name: String, value: Datum)]? {
    var scanner = Scanner(bytes: Array(json.utf8))
    return scanner.object()
  }

  /// Reads a flat object of text, whole numbers and null.
  private struct Scanner {
    let bytes: [UInt8]
    var index = 0

    mutating func object() -> [(name: String, value: Datum)]? {
      var cells: [(name: String, value: Datum)] = []
      guard take("{") else { return nil }
      if take("}") { return index == bytes.count ? cells : nil }
      repeat {
        guard let name = string(), take(":"), let value = value() else { return nil }
        cells.append((name, value))
      } while take(",")
      return take("}") && index == bytes.count ? cells : nil
    }

    private mutating func value() -> Datum? {
      guard index < bytes.count else { return nil }
      switch bytes[index] {
      case UInt8(ascii: "\""): return string().map { .text($0) }
      case UInt8(ascii: "n"):
        guard bytes[index...].starts(with: "null".utf8) else { return nil }
        index += 4
        return .null
      default:
        let first = index
        while index < bytes.count, isDigit(bytes[index]) || bytes[index] == UInt8(ascii: "-") {
          index += 1
        }
        return Int64(String(decoding: bytes[first..<index], as: UTF8.self)).map { .integer($0) }
      }
    }

    private mutating func string() -> String? {
      guard take("\"") else { return nil }
      var text: [UInt8] = []
      while index < bytes.count {
        let byte = bytes[index]
        index += 1
        if byte == UInt8(ascii: "\"") { return String(decoding: text, as: UTF8.self) }
        guard byte == UInt8(ascii: "\\") else {
          text.append(byte)
          continue
        }
        guard index < bytes.count else { return nil }
        if bytes[index] == UInt8(ascii: "u") {
          guard index + 5 <= bytes.count,
            let code = UInt8(
              String(decoding: bytes[index + 1..<index + 5], as: UTF8.self), radix: 16)
          else { return nil }
          text.append(code)
          index += 5
        } else {
          text.append(bytes[index])
          index += 1
        }
      }
      return nil
    }

    private mutating func take(_ character: Character) -> Bool {
      guard index < bytes.count, bytes[index] == character.asciiValue else { return false }
      index += 1
      return true
    }
  }
}

extension RowCells {
  /// The same with what is personal masked; what cannot be read is masked whole.
  static func masked(_ json: String, of table: Table?) -> String {
    guard let cells = parse(json) else { return ColumnType.mask }
    let personal = Set((table?.columns ?? []).filter(\.isPersonal).map(\.name))
    return object(
      cells.map { name, value in
        guard personal.contains(name), case .text(let text) = value else { return (name, value) }
        return (name, .text(Mask.masked(text)))
      })
  }
}
