import Accounts

/// The text of a file from the bank, as programs on its way may have changed it: with a byte order
/// mark, without line ends, or with the blanks at the ends of lines taken away.
enum BankText {
  private static let length = 94

  /// The records with their full length, a line each.
  static func records(_ bytes: [UInt8]) -> String {
    var bytes = bytes[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    var lines = bytes.split(omittingEmptySubsequences: true) { $0 == 0x0A || $0 == 0x0D }
    if lines.count == 1, let only = lines.first, only.count > length {
      lines = stride(from: only.startIndex, to: only.endIndex, by: length).map {
        only[$0..<min($0 + length, only.endIndex)]
      }
    }
    return lines.map { line in
      let blanks = max(0, length - line.count)
      return String(decoding: line, as: UTF8.self) + String(repeating: " ", count: blanks)
    }.joined(separator: "\n")
  }

  /// Drafts and prenotes go to the bank without what says why an entry comes back.
  static func isDraftFile(_ records: String) -> Bool {
    let lines = records.split(separator: "\n")
    return lines.first?.hasPrefix("1") == true && lines.contains { $0.hasPrefix("6") }
      && !lines.contains { $0.hasPrefix("7") }
  }
}
