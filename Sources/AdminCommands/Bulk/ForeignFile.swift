import Accounts

/// A file that is no text in columns, known by its first bytes, with what to do.
struct ForeignFile {
  let found: String
  let remedy: String
  /// It is as the bank sends them.
  let isOfBank: Bool

  private init(_ found: String, _ remedy: String, isOfBank: Bool = false) {
    self.found = found
    self.remedy = remedy
    self.isOfBank = isOfBank
  }

  /// Nil where the bytes may begin a text.
  init?(_ head: some Collection<UInt8>) {
    let bytes = Array(head.prefix(512))
    guard let known = Self.signed(bytes) ?? Self.marked(bytes) else { return nil }
    self = known
  }

  func error(_ name: String) -> CommandError {
    CommandError(.badData, "\(name): found \(found), expected a CSV file", remedy: remedy)
  }

  private static let saveAsCSV = "open it, and save the sheet with the rows as CSV (UTF-8)"
  private static let unpack = "unpack it first, and name the file in it"

  /// By the signature of a binary file.
  private static func signed(_ bytes: [UInt8]) -> ForeignFile? {
    func begins(_ text: String) -> Bool { bytes.starts(with: text.utf8) }
    func begins(_ signature: [UInt8]) -> Bool { bytes.starts(with: signature) }
    if begins([0x50, 0x4B, 3, 4]) || begins([0x50, 0x4B, 5, 6]) { return zip(bytes) }
    if begins([0xD0, 0xCF, 0x11, 0xE0]) { return ForeignFile("a workbook (.xls)", saveAsCSV) }
    if begins([0x1F, 0x8B]) { return ForeignFile("a gzip file", "unpack it with gunzip first") }
    if begins("BZh") || begins([0xFD, 0x37, 0x7A, 0x58, 0x5A]) || begins([0x28, 0xB5, 0x2F, 0xFD])
      || begins([0x37, 0x7A, 0xBC, 0xAF]) || begins("Rar!")
    {
      return ForeignFile("a compressed file", unpack)
    }
    if begins("%PDF") {
      return ForeignFile("a PDF", "ask whoever made it for the rows as CSV")
    }
    if begins("SQLite format 3\0") {
      return ForeignFile("a SQLite database", "name it with --store, or export its rows as CSV")
    }
    let pictures: [[UInt8]] = [[0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], Array("GIF8".utf8)]
    return pictures.contains { bytes.starts(with: $0) }
      ? ForeignFile("a picture", "ask whoever made it for the rows as CSV") : nil
  }

  private static func zip(_ bytes: [UInt8]) -> ForeignFile {
    let text = String(decoding: bytes, as: UTF8.self)
    return ["[Content_Types].xml", "xl/", "_rels/", "mimetype", "docProps/"]
      .contains { text.contains($0) }
      ? ForeignFile("a workbook (.xlsx or .ods)", saveAsCSV)
      : ForeignFile(
        "a workbook or another ZIP file", "if it is a workbook, \(saveAsCSV); otherwise \(unpack)")
  }

  /// By the words with which a text begins.
  private static func marked(_ bytes: [UInt8]) -> ForeignFile? {
    var text = CellBlanks.trimmed(String(decoding: bytes, as: UTF8.self))[...]
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    let lead = text.prefix(100).lowercased()
    if lead.hasPrefix("<") {
      return lead.hasPrefix("<?xml")
        ? ForeignFile("an XML file", saveAsCSV)
        : ForeignFile(
          "a web page (HTML)",
          "export the rows as CSV instead; some programs name a web "
            + "page .xls")
    }
    if lead.hasPrefix("{\"") || lead.hasPrefix("[{") || lead == "{" || lead.hasPrefix("{\n") {
      return ForeignFile("JSON", "export the rows as CSV; a plan is applied with `plan apply`")
    }
    if lead.hasPrefix("{\\rtf") { return ForeignFile("a text document (RTF)", saveAsCSV) }
    let isBankFile = lead.count > 93 && lead.hasPrefix("101 ") && !lead.prefix(94).contains(",")
    return isBankFile
      ? ForeignFile(
        "a file of the bank (NACHA)", "`eft returns --from FILE` takes returns in",
        isOfBank: true)
      : nil
  }
}
