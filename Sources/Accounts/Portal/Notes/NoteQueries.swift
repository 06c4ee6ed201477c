package import Ledger
package import Values

extension Store {
  /// The record that notes are asked for; refused where there is none.
  package func noteRecord(_ kind: NoteKind, _ key: Line) throws -> NoteRecord {
    do throws(RuleError) {
      return try books().noteRecord(kind, key)
    } catch {
      switch error {
      case .rejected(let rejection): throw rejection
      case .store(let error): throw error
      }
    }
  }
}
