import Synchronization

/// A kind of row: its table and, as static members, its columns.
public protocol Entity: Sendable {
  static var table: Table { get }
}

/// A typed column of an entity, by position.
public struct Column<E: Entity, Value: DatumValue>: Sendable {
  public let index: Int
  public let name: String
  private let isPersonal: Bool
  private let namesRecord: Bool

  /// - Parameters:
  ///   - isPersonal: personal whatever its type; some types always are.
  ///   - namesRecord: staff know the record by this value.
  public init(_ index: Int, _ name: String, isPersonal: Bool = false, namesRecord: Bool = false) {
    self.index = index
    self.name = name
    self.isPersonal = isPersonal || Value.isPersonal
    self.namesRecord = namesRecord
  }

  public var info: ColumnInfo {
    ColumnInfo(
      index: index, name: name, type: Value.columnType, isNullable: Value.isNullable,
      isPersonal: isPersonal, namesRecord: namesRecord)
  }
}

/// A column without its Swift type.
public struct ColumnInfo: Sendable, Equatable {
  public let index: Int
  public let name: String
  public let type: ColumnType
  public let isNullable: Bool
  /// Says how to reach a person: masked on every way out.
  public let isPersonal: Bool
  /// Personal, but what staff know the record by: shown where the record itself is listed.
  public var namesRecord = false
}

/// One row of an entity.
public struct Row<E: Entity>: Sendable, Equatable {
  public internal(set) var values: [Datum]

  public init() {
    values = [Datum](repeating: .null, count: E.table.columns.count)
  }

  init(values: [Datum]) {
    self.values = values
  }

  @inline(__always)
  public subscript<Value>(column: Column<E, Value>) -> Value {
    get { Value(values[column.index]) }
    set { values[column.index] = newValue.datum }
  }

  public var key: [Datum] { Array(values[0..<E.table.keyCount]) }
}

/// A table as the code knows it. Migrations create it; a test compares the two.
public final class Table: Sendable {
  public let name: String
  public let columns: [ColumnInfo]
  /// The first columns are the primary key.
  public let keyCount: Int

  let find: Statement
  let insert: Statement
  let delete: Statement
  let greatestKey: Statement
  private let updates = Mutex<[UInt64: Statement]>([:])
  let findShape: RowQuery.Shape
  static let greatestKeyShape = RowQuery.Shape(argumentTypes: [], columnCount: 1, hasLimit: false)

  public init(_ name: String, keyCount: Int = 1, _ columns: [ColumnInfo]) {
    self.name = name
    self.columns = columns
    self.keyCount = keyCount
    let names = columns.map(\.name).joined(separator: ", ")
    let marks = columns.map { _ in "?" }.joined(separator: ", ")
    let key = columns[0..<keyCount].map { $0.name + " = ?" }.joined(separator: " AND ")
    let readable = Self.readable(columns)
    find = Statement(
      "SELECT \(names) FROM \(name) WHERE \(key)", isShort: true,
      withoutSecrets: readable.map { "SELECT \($0) FROM \(name) WHERE \(key)" })
    findShape = RowQuery.Shape(
      argumentTypes: columns[0..<keyCount].map(\.type), columnCount: columns.count,
      hasLimit: false)
    insert = Statement("INSERT INTO \(name) (\(names)) VALUES (\(marks))")
    greatestKey = Statement("SELECT max(\(columns[0].name)) FROM \(name)", isShort: true)
    delete = Statement("DELETE FROM \(name) WHERE \(key)")
  }

  /// The columns with NULL in place of secrets; nil where there are none.
  static func readable(_ columns: [ColumnInfo]) -> String? {
    guard columns.contains(where: { $0.type == .secret }) else { return nil }
    return columns.map { $0.type == .secret ? "NULL AS \($0.name)" : $0.name }
      .joined(separator: ", ")
  }

  /// Sets the columns whose bits are set in `mask`, in order, then the key.
  func update(mask: UInt64) -> Statement {
    updates.withLock { updates in
      if let statement = updates[mask] { return statement }
      let sets = columns.filter { mask & (1 << UInt64($0.index)) != 0 }
        .map { $0.name + " = ?" }.joined(separator: ", ")
      let key = columns[0..<keyCount].map { $0.name + " = ?" }.joined(separator: " AND ")
      let statement = Statement("UPDATE \(name) SET \(sets) WHERE \(key)")
      updates[mask] = statement
      return statement
    }
  }
}

/// What happened to one row.
public struct RowChange: Sendable {
  public let table: Table
  public let before: [Datum]?
  public let after: [Datum]?

  public enum Action: String, Sendable {
    case insert, update, delete
  }

  public var action: Action {
    if before == nil { return .insert }
    return after == nil ? .delete : .update
  }

  public var key: ArraySlice<Datum> { (after ?? before ?? [])[0..<table.keyCount] }
}

extension RowChange {
  /// The key as text for people.
  public var keyText: String { key.map(\.description).joined(separator: " ") }
}

extension ColumnType {
  /// The text shown in place of a secret.
  public static let mask = "•••"

  /// A cell as text for people.
  public func words(_ datum: Datum) -> String {
    switch (self, datum) {
    case (.secret, .text): Self.mask
    case (.money, .integer(let value)): Money(units: value).description
    case (.quantity, .integer(let value)): Quantity(units: value).description
    case (.boolean, .integer(let value)): value == 0 ? "no" : "yes"
    default: datum.isNull ? "" : datum.description
    }
  }
}
