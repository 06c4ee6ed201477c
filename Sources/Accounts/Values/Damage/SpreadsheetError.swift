/// What a spreadsheet shows in place of a value: `#N/A`, `Err:502`.
enum SpreadsheetError {
  /// How to fix it; nil if the cell is none.
  static func remedy(_ bytes: CellBytes) -> String? {
    guard let first = bytes.first, bytes.count > 2 else { return nil }
    if first | 0x20 == UInt8(ascii: "e") { return isNumbered(bytes) ? formula : nil }
    guard first == UInt8(ascii: "#") else { return nil }
    if bytes.allSatisfy({ $0 == UInt8(ascii: "#") }) {
      return "the spreadsheet's column was too narrow; widen it and export it again"
    }
    let word = String(decoding: bytes, as: UTF8.self).uppercased()
    return words.contains(word) ? formula : nil
  }

  private static let formula =
    "a spreadsheet error, not a value; correct the formula there, or leave the cell blank"

  /// `Err:502`, as LibreOffice numbers them.
  private static func isNumbered(_ bytes: CellBytes) -> Bool {
    bytes.count == 7 && bytes[3] == UInt8(ascii: ":") && bytes[4...].allSatisfy(isDigit)
      && String(decoding: bytes[..<3], as: UTF8.self).lowercased() == "err"
  }

  /// In English, German, French, Spanish, Portuguese, Italian, Dutch, Polish and Scandinavian; some
  /// programs leave out the last mark, or the first.
  private static let words: Set<String> = [
    "#N/A", "#NA", "#N/A N/A", "#REF!", "#REF", "#VALUE!", "#VALUE", "#DIV/0!", "#DIV/0", "#NAME?",
    "#NAME", "#NUM!", "#NULL!", "#NULL", "#SPILL!", "#CALC!", "#FIELD!", "#GETTING_DATA",
    "#BLOCKED!", "#CONNECT!", "#UNKNOWN!", "#BUSY!", "#ERROR!",
    "#NV", "#BEZUG!", "#WERT!", "#ZAHL!", "#VALEUR!", "#NOM?", "#NOMBRE!", "#NUL!",
    "#N/D", "#¡REF!", "#¡VALOR!", "#¿NOMBRE?", "#¡NUM!", "#¡DIV/0!", "#¡NULO!",
    "#NOMBRE?", "#NULO!", "#¡DESBORDAMIENTO!", "#DESBORDAMIENTO!", "#PROPAGATION!", "#ÜBERLAUF!",
    "#ADR!", "#ARG!", "#NAZWA?", "#LICZBA!", "#VÄRDEFEL!", "#REFERENS!", "#SAKNAS!", "#NAMN?",
    "#VÆRDI!", "#NAVN?", "#VERDI!", "#I/T", "#ERROR", "#EXTERNAL!", "#PYTHON!",
    "#VALOR!", "#NOME?", "#RIF!", "#VALORE!", "#N/B", "#VERW!", "#WAARDE!", "#NAAM?", "#GETAL!",
  ]
}
