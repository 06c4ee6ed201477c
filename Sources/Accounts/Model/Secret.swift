/// Text that is never shown: a hash or cipher text. It has no description, so it cannot end up in a
/// message by mistake.
public struct Secret: DatumValue, Equatable {
  public static let columnType = ColumnType.secret
  let text: String

  init(trusted text: String) { self.text = text }
  public init(_ datum: Datum) { text = datum.text ?? "" }
  public var datum: Datum { .text(text) }
}
