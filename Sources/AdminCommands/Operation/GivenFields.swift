import Accounts

/// What a command line gives for the fields of an operation that changes those that are given.
enum GivenFields {
  /// - Parameter texts: the files of fields' texts, by the field's place.
  static func refuseNone<O: Operation>(
    in words: [[UInt8]?], texts: [Int: String], of operation: O.Type
  ) throws(CommandError) {
    guard O.needsAField else { return }
    let changed = O.fields.indices.filter { index in
      !O.fields[index].isRequired && O.fields[index].name != "reason"
    }
    guard changed.allSatisfy({ words[$0] == nil && texts[$0] == nil }) else { return }
    let options = changed.map { OperationFields.typed(O.fields[$0]) }
    throw CommandError(
      .usage, "there is nothing to change",
      remedy: "needed: at least one of \(options.joined(separator: ", "))")
  }
}
