/// The apostrophe with which spreadsheets mark text.
enum SpreadsheetMark {
  static let remedy = "leave out the ' of a spreadsheet"

  /// What stands behind it, without the one that some write at the end as well.
  static func rest(of bytes: CellBytes) -> CellBytes {
    let isClosed = bytes.count > 2 && bytes[bytes.count - 1] == UInt8(ascii: "'")
    return CellBytes(rebasing: bytes[1..<(isClosed ? bytes.count - 1 : bytes.count)])
  }

  static func remedy(likely text: some StringProtocol) -> String { "\(remedy); likely \(text)" }
}
