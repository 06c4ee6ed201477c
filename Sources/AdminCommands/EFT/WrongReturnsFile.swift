import Accounts
import Reports

/// Names a file that was given for the bank's returns and is something else.
enum WrongReturnsFile {
  /// Nil if it may be the bank's file.
  static func error(of bytes: [UInt8], named name: String) -> CommandError? {
    if ReturnFile.isOfDrafts(bytes) {
      return CommandError(
        .badData, "\(name): found drafts for the bank, expected returns from the bank",
        remedy: "this is a file written by `eft export`; use the file that the bank sent back"
      )
    }
    if ReturnFile.isHeaderAlone(bytes) {
      return error(
        name, "only the header of a bank file", "the file is truncated; copy it again")
    }
    if let found = found(bytes, at: name) {
      return error(name, found, "use the file as the bank sent it")
    }
    // Some shells write so what they redirect to a file.
    guard CSVEncoding(utf16Mark: bytes) != nil else { return nil }
    return error(
      name, "UTF-16 text",
      "use the file as the bank sent it, or convert it: iconv -f UTF-16 -t ASCII FILE > returns.ach"
    )
  }

  private static func error(_ name: String, _ found: String, _ remedy: String) -> CommandError {
    CommandError(
      .badData, "\(name): found \(found), expected the bank's file of returns (NACHA)",
      remedy: remedy)
  }

  private static func found(_ bytes: [UInt8], at path: String) -> String? {
    if let foreign = ForeignFile(bytes, at: path) { return foreign.isOfBank ? nil : foreign.found }
    let text = String(decoding: bytes.prefix(4096), as: UTF8.self)
    let lines = text.split(whereSeparator: \.isNewline).map { CellBlanks.trimmed(String($0)) }
      .filter { !$0.isEmpty }
    guard let first = lines.first else { return "an empty file" }
    // A record with some of its places, which the reader of such files says more of.
    let isRecord = first.count >= 80 && first.prefix(4).allSatisfy { $0.isNumber }
    if first.hasPrefix("101 ") || isRecord || text.unicodeScalars.contains("\0") { return nil }
    guard CSVDelimiter.allCases.contains(where: { first.utf8.contains($0.rawValue) }) else {
      return first.hasPrefix("1") ? nil : "other text"
    }
    return lines.count > 1
      ? "a CSV file" : "a CSV file with only a header"
  }
}
