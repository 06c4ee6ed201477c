/// Numbers and days as people write them, which a database takes for text.
package enum PlainForm {
  /// How a database writes the number or the day; nil if the text is neither, or is plain already.
  package static func of(_ text: String) -> String? {
    var text = text
    let plain = text.withUTF8 { bytes in
      let bytes = unsafe CellBytes(bytes)
      return NumberDamage.likely(bytes) ?? DateDamage.day(bytes).map { "\($0)" }
    }
    return plain == text ? nil : plain
  }
}
