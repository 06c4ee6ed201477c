package import Values

/// A typed column of an entity, by position.
package struct Column<E: Entity, Value: DatumValue>: Sendable {
  package let index: Int
  package let name: String
  private let isPersonal: Bool
  private let namesRecord: Bool

  /// - Parameters:
  ///   - isPersonal: personal whatever its type; some types always are.
  ///   - namesRecord: staff know the record by this value.
  package init(_ index: Int, _ name: String, isPersonal: Bool = false, namesRecord: Bool = false) {
    self.index = index
    self.name = name
    self.isPersonal = isPersonal || Value.isPersonal
    self.namesRecord = namesRecord
  }

  package var info: ColumnInfo {
    ColumnInfo(
      index: index, name: name, type: Value.columnType, isNullable: Value.isNullable,
      isPersonal: isPersonal, namesRecord: namesRecord)
  }
}

/// A column without its Swift type.
package struct ColumnInfo: Sendable, Equatable {
  package let index: Int
  package let name: String
  package let type: ColumnType
  package let isNullable: Bool
  /// Says how to reach a person: masked on every way out.
  package let isPersonal: Bool
  /// Personal, but what staff know the record by: shown where the record itself is listed.
  package let namesRecord: Bool

  package init(
    index: Int, name: String, type: ColumnType, isNullable: Bool, isPersonal: Bool,
    namesRecord: Bool = false
  ) {
    self.index = index
    self.name = name
    self.type = type
    self.isNullable = isNullable
    self.isPersonal = isPersonal
    self.namesRecord = namesRecord
  }
}
