/// Text that nobody may read back: a hash or cipher text as the store keeps it. It has no
/// description, so that none can come into a message by mistake.
public struct Secret: DatumValue, Equatable {
  public static let columnType = ColumnType.secret
  let text: String

  init(trusted text: String) { self.text = text }
  public init(_ datum: Datum) { text = datum.text ?? "" }
  public var datum: Datum { .text(text) }
}
