package import Values

/// The cells of one row of a file, or the words of one command line, in the order of an
/// operation's fields. The bytes are borrowed for the duration of a call.
package struct Input {
  private let fields: [FieldInfo]
  private var cells: [CellBytes?]
  package let secrets: SecretSource

  package init(fields: [FieldInfo], secrets: SecretSource) {
    self.fields = fields
    self.secrets = secrets
    cells = [CellBytes?](repeating: nil, count: fields.count)
  }

  /// A blank cell counts as not given.
  package mutating func set(_ index: Int, to bytes: CellBytes) {
    // A secret may well begin with any sign.
    cells[index] = fields[index].place == .secret ? Self.trimmed(bytes) : CellBlanks.trimmed(bytes)
  }

  package subscript<Value>(_ field: Field<Value>) -> Value? {
    get throws(Rejection) {
      guard let bytes = cell(field.info) else { return nil }
      do throws(ValueFault) {
        return try Value(cell: bytes)
      } catch {
        throw rejection(error, of: field.info)
      }
    }
  }

  /// A row with a secret may have it in the wrong column, where it must not be shown; beside a routing number, a
  /// bank account's.
  private func rejection(_ fault: ValueFault, of field: FieldInfo) -> Rejection {
    let mayBeSecret =
      !field.isDate
      && fields.contains { $0.place == .secret || $0.valueName == RoutingNumber.valueName }
    return Rejection(mayBeSecret ? fault.hidingNumber : fault, field: field.name)
  }

  package func require<Value>(_ field: Field<Value>) throws(Rejection) -> Value {
    guard let value = try self[field] else {
      throw .missing(field.info)
    }
    return value
  }

  /// Why the change is made, in the operation's own field; nil if it has none, or nothing is given.
  package func reason() throws(Rejection) -> String? {
    guard let field = fields.first(where: \.isReason), let bytes = cell(field) else {
      return nil
    }
    if let fault = field.fault(bytes) { throw Rejection(fault, field: field.name) }
    return (try? Remark(cell: bytes))?.text
  }

  /// Whether the point of a quantity may separate thousands, as in 4.200.
  package func mayGroup(_ field: Field<Quantity>) -> Bool {
    cell(field.info).map { Quantity.mayGroup($0) } ?? false
  }

  /// A rejection with whatever else is wrong with the same cells, so that one round corrects them all.
  package func all(_ first: Rejection) -> Rejection {
    var found: [Rejection] = []
    for (field, cell) in zip(fields, cells) {
      if let cell {
        if let fault = field.fault(cell) { found.append(self.rejection(fault, of: field)) }
      } else if field.isRequired {
        found.append(.missing(field))
      }
    }
    if !found.contains(where: { $0.field == first.field }) { found.insert(first, at: 0) }
    guard var rejection = found.first, found.count > 1 else { return first }
    rejection.others = Array(found.dropFirst())
    return rejection
  }

  /// The cells that are given, by the places of their fields. A day, an amount, a quantity or a choice
  /// is said in one form however it was typed.
  func forEachValue(_ body: (_ field: Int, _ value: CellBytes) -> Void) {
    for (index, cell) in cells.enumerated() {
      guard let cell else { continue }
      if var plain = fields[index].plain?(cell) {
        plain.withCellBytes { body(index, $0) }
      } else {
        body(index, cell)
      }
    }
  }

  /// The fields that hold a day.
  func forEachDay(_ body: (_ field: String, _ day: CivilDate) -> Void) {
    for index in fields.indices where fields[index].isDate {
      if let cell = cells[index], let day = try? CivilDate(cell: cell) {
        body(fields[index].name, day)
      }
    }
  }

  func cell(_ field: FieldInfo) -> CellBytes? {
    for index in fields.indices where fields[index].id == field.id { return cells[index] }
    // A computed field has only its name in common with the one in the list.
    for index in fields.indices where fields[index].name == field.name { return cells[index] }
    return nil
  }

  private static func trimmed(_ bytes: CellBytes) -> CellBytes? {
    var first = 0
    var last = bytes.count
    while first < last, isBlank(bytes[first]) { first += 1 }
    while last > first, isBlank(bytes[last - 1]) { last -= 1 }
    guard last > first else { return nil }
    return CellBytes(rebasing: bytes[first..<last])
  }

  @inline(__always)
  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}

extension Rejection {
  /// A required field was not given.
  /// - Parameter phrase: what is needed; nil for the field's help.
  package static func missing(_ field: FieldInfo, needed phrase: String? = nil) -> Rejection {
    Rejection(
      .required, field: field.name, found: "nothing", expected: field.valueName,
      remedy: "needed: \(phrase ?? field.help)")
  }
}
