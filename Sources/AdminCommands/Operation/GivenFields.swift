import Accounts

/// What a command line gives for the fields of an operation that changes those that are given.
enum GivenFields {
  /// - Parameter texts: the files of fields' texts, by the field's place.
  static func refuseNone<O: Operation>(
    in words: [[UInt8]?], texts: [Int: String], of operation: O.Type
  ) throws(CommandError) {
    guard O.needsAField else { return }
    let changed = changed(O.fields)
    guard changed.allSatisfy({ words[$0] == nil && texts[$0] == nil }) else { return }
    let options = changed.map { OperationFields.typed(O.fields[$0]) }
    let lacking = O.fields.indices.filter { O.fields[$0].isRequired && words[$0] == nil }
      .map { OperationFields.typed(O.fields[$0]) + ", " }.joined()
    throw CommandError(
      .usage, "there is nothing to change",
      remedy: "needed: \(lacking)\(lacking.isEmpty ? "" : "and ")at least one of "
        + options.joined(separator: ", "))
  }

  /// The columns of a file, and what the command line gives for all its rows.
  static func refuseNone(
    in header: BulkHeader, of operation: any Operation.Type, file: String, isListed: Bool
  ) throws(CommandError) {
    guard operation.needsAField else { return }
    let fields = operation.fields
    let changed = changed(fields)
    guard changed.allSatisfy({ header.constants[$0] == nil && !header.fields.contains($0) }) else {
      return
    }
    let names = changed.map { (isListed ? "--" : "") + fields[$0].name }.joined(separator: ", ")
    guard isListed else {
      throw CommandError(
        .badData, "\(file): there is nothing to change",
        remedy: "needed: at least one of the columns \(names)")
    }
    let taken = header.names.joined(separator: ", ")
    throw CommandError(
      .usage,
      "there is nothing to change: --from \(ListedKeys.name) takes only \(taken) from the last list",
      remedy: "needed, for all rows: at least one of \(names)")
  }

  private static func changed(_ fields: [FieldInfo]) -> [Int] {
    fields.indices.filter { !fields[$0].isRequired && fields[$0].name != "reason" }
  }
}
