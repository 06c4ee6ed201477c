import Accounts
import TestEngines
import Testing

@testable import Reports

@Suite("What is written reads back equal")
struct RenderingRoundTripTests {
  private static let kinds: [ColumnType] = [.text, .integer, .money, .quantity, .boolean]
  private static let columns = kinds.enumerated().map { index, kind in
    ReportColumn("c\"\(index)", title: "", kind: kind)
  }

  private static func randomRows(seed: UInt64) -> [[TestCell]] {
    var random = SeededGenerator(seed: seed)
    return (0..<Int.random(in: 0...5, using: &random)).map { _ in
      kinds.map { kind in
        if Int.random(in: 0..<8, using: &random) == 0 { return .null }
        switch kind {
        case .text: return .text(randomText(&random))
        case .boolean: return .number(Int64.random(in: 0...1, using: &random))
        default:
          let bits = Int64.random(in: 0...63, using: &random)
          return .number(Int64.random(in: .min ... .max, using: &random) >> bits)
        }
      }
    }
  }

  /// What a JSON reader should find, computed in another way than the writer's.
  private static func expected(_ cell: TestCell, _ kind: ColumnType) -> TinyJSON.Value {
    switch (cell, kind) {
    case (.number(let value), .boolean): .bool(value == 1)
    case (.number(let value), .money):
      .string(Array(decimal(value, places: 2, shown: 2).utf16))
    case (.number(let value), .quantity): .number(decimal(value, places: 3, shown: 0))
    case (.number(let value), _): .number("\(value)")
    case (.text(let text), _): .string(Array(text.utf16))
    default: .null
    }
  }

  private static func decimal(_ units: Int64, places: Int, shown: Int) -> String {
    var digits = "\(units.magnitude)"
    while digits.count <= places { digits = "0" + digits }
    var fraction = digits.suffix(places)
    while fraction.count > shown, fraction.last == "0" { fraction.removeLast() }
    let whole = (units < 0 ? "-" : "") + digits.dropLast(places)
    return fraction.isEmpty ? whole : whole + "." + fraction
  }

  private static func expectedObject(_ row: [TestCell]) -> TinyJSON.Value {
    .object(
      Dictionary(
        uniqueKeysWithValues: zip(columns, row).map { ($0.name, expected($1, $0.kind)) }))
  }

  @Test("random rows as JSON", arguments: 0..<200 as Range<UInt64>)
  func json(seed: UInt64) throws {
    let rows = Self.randomRows(seed: seed)
    let text = try rendered(.json, Self.columns, rows)
    #expect(try TinyJSON.parse(text) == .array(rows.map(Self.expectedObject)))
  }

  @Test("random rows as NDJSON, each a line", arguments: 0..<100 as Range<UInt64>)
  func ndjson(seed: UInt64) throws {
    let rows = Self.randomRows(seed: seed)
    let lines = try rendered(.ndjson, Self.columns, rows).utf8.split(separator: 0x0A)
    let values = try lines.map { try TinyJSON.parse(String(decoding: $0, as: UTF8.self)) }
    #expect(values == rows.map(Self.expectedObject))
  }

  @Test("random rows as TSV", arguments: 0..<100 as Range<UInt64>)
  func tsv(seed: UInt64) throws {
    let rows = Self.randomRows(seed: seed)
    let options = RenderingOptions(header: false, escapeFormulas: false)
    let lines = try rendered(.tsv, Self.columns, rows, options: options)
      .utf8.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast()
    let cells = lines.map { line in
      line.split(separator: 0x09, omittingEmptySubsequences: false).map(Self.unescaped)
    }
    #expect(cells == rows.map { row in zip(row, Self.kinds).map(Self.plain) })
  }

  @Test(
    "random rows as CSV, with null told from an empty text", arguments: 0..<200 as Range<UInt64>)
  func csv(seed: UInt64) throws {
    let rows = Self.randomRows(seed: seed)
    let options = RenderingOptions(header: false, escapeFormulas: false)
    let read = try TinyCSV.parse(rendered(.csv, Self.columns, rows, options: options))
    #expect(read == rows.map { row in zip(row, Self.kinds).map(Self.cell) })
  }

  private static func cell(_ cell: TestCell, _ kind: ColumnType) -> [UInt8]? {
    cell == .null ? nil : plain(cell, kind)
  }

  private static func plain(_ cell: TestCell, _ kind: ColumnType) -> [UInt8] {
    switch expected(cell, kind) {
    case .string(let units): Array(String(decoding: units, as: UTF16.self).utf8)
    case .number(let digits): Array(digits.utf8)
    case .bool(let value): Array("\(value)".utf8)
    default: []
    }
  }

  private static func unescaped(_ cell: Substring.UTF8View) -> [UInt8] {
    var result: [UInt8] = []
    var isEscaped = false
    for byte in cell {
      if isEscaped {
        let meaning: [UInt8: UInt8] = [0x74: 0x09, 0x6E: 0x0A, 0x72: 0x0D, 0x5C: 0x5C]
        result.append(meaning[byte, default: 0])
        isEscaped = false
      } else if byte == 0x5C {
        isEscaped = true
      } else {
        result.append(byte)
      }
    }
    return result
  }
}
