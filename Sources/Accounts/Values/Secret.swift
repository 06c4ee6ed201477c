/// Text that is never shown: a hash or cipher text. It has no description, so it cannot end up in a
/// message by mistake.
package struct Secret: DatumValue, Equatable {
  package static let columnType = ColumnType.secret
  package let text: String

  package init(trusted text: String) { self.text = text }
  package init(_ datum: Datum) { text = datum.text ?? "" }
  package var datum: Datum { .text(text) }
}
