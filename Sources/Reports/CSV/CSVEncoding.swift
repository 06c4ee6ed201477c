/// The encoding of an input file.
package enum CSVEncoding: String, CaseIterable, Sendable {
  /// UTF-8, with or without a byte order mark.
  case utf8 = "utf-8"
  /// UTF-16 with a byte order mark.
  case utf16 = "utf-16"
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"
  /// Latin-1 as on the web: 0x80–0x9F are the characters of Windows-1252, because spreadsheets write
  /// these under this name and real text has no control codes.
  case latin1 = "latin-1"

  /// Reads a name in any common spelling: `UTF8`, `utf-16le`, `ISO-8859-1`, `cp1252`.
  package init?(name: String) {
    switch name.lowercased().filter({ $0 != "-" && $0 != "_" && $0 != " " }) {
    case "utf8", "ascii", "usascii": self = .utf8
    case "utf16", "unicode": self = .utf16
    case "utf16le": self = .utf16LittleEndian
    case "utf16be": self = .utf16BigEndian
    case "latin1", "iso88591", "windows1252", "cp1252": self = .latin1
    default: return nil
    }
  }

  /// The UTF-16 encoding whose byte order mark begins the bytes; nil if they begin with none.
  package init?(utf16Mark head: some Sequence<UInt8>) {
    let bytes = Array(head.prefix(2))
    switch bytes {
    case [0xFF, 0xFE]: self = .utf16LittleEndian
    case [0xFE, 0xFF]: self = .utf16BigEndian
    default: return nil
    }
  }

  /// The number of bytes of most characters.
  package var bytesOfLetter: Int {
    switch self {
    case .utf8, .latin1: 1
    case .utf16, .utf16LittleEndian, .utf16BigEndian: 2
    }
  }

  /// The source as UTF-8; it is not decoded if it begins with UTF-8's byte order mark.
  func reading(_ source: any ByteSource) -> any ByteSource {
    self == .utf8 ? source : MarkedSource(source, encoding: self)
  }

  /// The source decoded to UTF-8.
  func decoding(_ source: any ByteSource) -> any ByteSource {
    switch self {
    case .utf8: source
    case .utf16: UTF16Source(source, order: nil)
    case .utf16LittleEndian: UTF16Source(source, order: .littleEndian)
    case .utf16BigEndian: UTF16Source(source, order: .bigEndian)
    case .latin1: Latin1Source(source)
    }
  }
}
