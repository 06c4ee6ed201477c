package import Engines

/// What one operation did.
package struct Performed: Sendable {
  package let effect: Effect
  package let changes: [RowChange]

  package var isUnchanged: Bool { changes.isEmpty }
}
