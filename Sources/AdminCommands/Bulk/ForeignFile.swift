import Accounts

/// A file that is not text in columns, known by its first bytes, with what to do.
struct ForeignFile {
  let found: String
  let remedy: String
  /// It is as the bank sends them.
  let isOfBank: Bool

  init(_ found: String, _ remedy: String, isOfBank: Bool = false) {
    self.found = found
    self.remedy = remedy
    self.isOfBank = isOfBank
  }

  /// Nil if the bytes may begin a text.
  /// - Parameter path: the file's, which tells more where the bytes are few.
  init?(_ head: some Collection<UInt8>, at path: String) {
    var bytes = Array(head.prefix(512))
    // What writes text may put a mark before anything.
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    guard
      let known = Self.signed(bytes, path) ?? Self.encrypted(bytes) ?? ForeignText(bytes)?.file
    else { return nil }
    self = known
  }

  func error(_ name: String) -> CommandError {
    CommandError(.badData, "\(name): found \(found), expected a CSV file", remedy: remedy)
  }

  static let json = "JSON"
  static let saveAsCSV = "open it, and save the worksheet with the rows as CSV (UTF-8)"
  static let askForCSV = "ask whoever created it for a CSV export"
  private static let unpack = "unpack it first, and use the file inside it"

  private struct Kind {
    let signature: [UInt8]
    var offset = 0
    let file: ForeignFile

    init(_ signature: [UInt8], at offset: Int = 0, _ found: String, _ remedy: String) {
      self.signature = signature
      self.offset = offset
      file = ForeignFile(found, remedy)
    }

    init(_ text: String, at offset: Int = 0, _ found: String, _ remedy: String) {
      self.init(Array(text.utf8), at: offset, found, remedy)
    }
  }

  /// Source: the signatures as file(1) lists them.
  private static let kinds: [Kind] = [
    // UTF-32's mark begins as that of UTF-16 does.
    Kind([0xFF, 0xFE, 0, 0], "UTF-32 text", saveAsUTF8),
    Kind([0, 0, 0xFE, 0xFF], "UTF-32 text", saveAsUTF8),
    Kind(
      [0xD0, 0xCF, 0x11, 0xE0], "a workbook (.xls), or one with a password", saveAsCSV),
    Kind([0x09, 0x08], "a workbook (.xls)", saveAsCSV),
    Kind([0x09, 0x04, 0x06, 0], "a workbook (.xls)", saveAsCSV),
    Kind([0x09, 0x02, 0x06, 0], "a workbook (.xls)", saveAsCSV),
    Kind([0x09, 0, 0x04, 0], "a workbook (.xls)", saveAsCSV),
    Kind([0x1F, 0x8B], "a gzip file", "unpack it with gunzip first"),
    Kind("BZh", "a compressed file", unpack),
    Kind([0xFD, 0x37, 0x7A, 0x58, 0x5A], "a compressed file", unpack),
    Kind([0x28, 0xB5, 0x2F, 0xFD], "a compressed file", unpack),
    Kind([0x37, 0x7A, 0xBC, 0xAF], "a compressed file", unpack),
    Kind("Rar!", "a compressed file", unpack),
    Kind("ustar", at: 257, "an archive (tar)", unpack),
    Kind("%PDF", "a PDF", askForCSV),
    Kind("%!PS", "a PostScript file", askForCSV),
    Kind([0xC5, 0xD0, 0xD3, 0xC6], "a PostScript file", askForCSV),
    Kind(
      "SQLite format 3\0", "a SQLite database",
      "use it with --store, or export its rows as CSV"),
    Kind("PGDMP", "a PostgreSQL backup", "restore it with pg_restore"),
    Kind([0x89, 0x50, 0x4E, 0x47], "an image", askForCSV),
    Kind([0xFF, 0xD8, 0xFF], "an image", askForCSV),
    Kind("GIF8", "an image", askForCSV),
    Kind("PAR1", "a Parquet file", askForCSV),
    Kind([0x7F, 0x45, 0x4C, 0x46], "a program", "use the file with the rows"),
  ]

  private static let saveAsUTF8 =
    "save it as UTF-8, e.g. with iconv -f UTF-32 -t UTF-8 FILE > rows.csv"

  /// By the signature of a binary file.
  private static func signed(_ bytes: [UInt8], _ path: String) -> ForeignFile? {
    if bytes.starts(with: [0x50, 0x4B, 3, 4]) || bytes.starts(with: [0x50, 0x4B, 5, 6]) {
      return zip(bytes, path)
    }
    if isUTF32(bytes) { return ForeignFile("UTF-32 text", saveAsUTF8) }
    return kinds.first { bytes.dropFirst($0.offset).starts(with: $0.signature) }?.file
  }

  /// Plain letters with three NUL bytes each, without a mark before them.
  private static func isUTF32(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 16 else { return false }
    return [0, 3].contains { place in
      (0..<16).allSatisfy { ($0 % 4 == place) == (bytes[$0] != 0) }
    }
  }

  private static func zip(_ bytes: [UInt8], _ path: String) -> ForeignFile {
    let text = String(decoding: bytes, as: UTF8.self)
    func has(_ parts: String...) -> Bool { parts.contains { text.contains($0) } }
    if has("opendocument.spreadsheet") { return ForeignFile("a workbook (.ods)", saveAsCSV) }
    if has("opendocument.text", "word/") {
      return ForeignFile(
        "a text document", "copy the rows into a spreadsheet, and save that as CSV")
    }
    if has(".iwa", "Index.zip", "buildVersionHistory") {
      return ForeignFile("a workbook (.numbers)", "open it, and export the sheet as CSV")
    }
    let name = path.lowercased()
    if has("[Content_Types].xml", "xl/", "_rels/", "docProps/", "mimetype")
      || workbooks.contains(where: { name.hasSuffix($0) }) || bytes.starts(with: ofOffice)
    {
      return ForeignFile("a workbook (.xlsx or .ods)", saveAsCSV)
    }
    guard let first = firstName(bytes) else {
      return ForeignFile(
        "a workbook (.xlsx or .ods), or another ZIP file",
        "if it is a workbook, \(saveAsCSV); else \(unpack)")
    }
    return ForeignFile("a ZIP file (first entry: \(first))", unpack)
  }

  private static let workbooks = [".xlsx", ".xlsm", ".xlsb", ".xltx", ".ods", ".numbers"]
  /// A ZIP file with the version and the flags that Microsoft Office writes.
  private static let ofOffice: [UInt8] = [0x50, 0x4B, 3, 4, 0x14, 0, 6, 0]

  /// The first file in a ZIP file. Source: APPNOTE.TXT, 4.3.7.
  private static func firstName(_ bytes: [UInt8]) -> String? {
    guard bytes.count > 30 else { return nil }
    let length = Int(bytes[26]) | Int(bytes[27]) << 8
    let name = bytes.dropFirst(30).prefix(length)
    guard length > 0, name.count == length, name.allSatisfy({ $0 >= 0x20 }) else { return nil }
    return String(decoding: name, as: UTF8.self)
  }
}
