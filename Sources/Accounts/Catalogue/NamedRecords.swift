package import Ledger
import Portal
import Rules
package import Values

extension Books {
  /// Why a record that a field names cannot be meant; nil where the field names none, or one that
  /// the operation itself may make.
  package func fault(
    ofRecord cell: CellBytes, _ field: FieldInfo, for type: any Operation.Type
  ) throws(RuleError) -> Rejection? {
    do throws(RuleError) {
      try find(Customer.self, cell, field, type) { cid, field throws(RuleError) in
        _ = try customer(cid, field: field)
      }
      try find(Account.self, cell, field, type)
      try find(Location.self, cell, field, type)
      try find(Bill.self, cell, field, type)
      try find(Meter.self, cell, field, type)
      try findUser(cell, field, type)
      return nil
    } catch {
      guard case .rejected(let rejection) = error else { throw error }
      return rejection
    }
  }

  private func find<E: NumberedRecord>(
    _ entity: E.Type, _ cell: CellBytes, _ field: FieldInfo, _ type: any Operation.Type
  ) throws(RuleError) {
    try find(entity, cell, field, type) { number, field throws(RuleError) in
      _ = try known(entity, number, field: field)
    }
  }

  private func find<E: NumberedRecord>(
    _ entity: E.Type, _ cell: CellBytes, _ field: FieldInfo, _ type: any Operation.Type,
    _ check: (E.Number, String) throws(RuleError) -> Void
  ) throws(RuleError) {
    guard field.value == E.Number.self, !type.writes.contains(where: { $0.inserts(E.table) }),
      let number = try? E.Number(cell: cell)
    else { return }
    try check(number, field.name)
  }

  /// An address names a user where it is an argument.
  private func findUser(
    _ cell: CellBytes, _ field: FieldInfo, _ type: any Operation.Type
  ) throws(RuleError) {
    guard field.value == EmailAddress.self, field.place == .argument, field.namesRecord,
      !type.writes.contains(where: { $0.inserts(User.table) }),
      let email = try? EmailAddress(cell: cell)
    else { return }
    _ = try user(email, field: field.name)
  }
}
