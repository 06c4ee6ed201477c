import Reports
import Testing

@Suite("Encodings of delimited text")
struct CSVEncodingTests {
  private let text = "cid,name\n7,Peña €\n8,\"東京\n😀\"\n"
  private let cells: [[String?]] = [["cid", "name"], ["7", "Peña €"], ["8", "東京\n😀"]]

  @Test("UTF-8 may begin with a byte order mark, which may come in pieces", arguments: [1, 2, 64])
  func utf8Mark(blockSize: Int) {
    let transcript = CSVTranscript([0xEF, 0xBB, 0xBF] + Array(text.utf8), blockSize: blockSize)
    #expect(transcript.cells == cells)
  }

  @Test("a quoted cell may follow the byte order mark")
  func markBeforeQuote() {
    #expect(CSVTranscript("\u{FEFF}\"a,b\",c").cells == [["a,b", "c"]])
  }

  @Test("a mark where a record begins is passed over, as in files that were put together")
  func markOfRecord() {
    for size in [1, 64] {
      let text = "\u{FEFF}\u{FEFF}a,b\n\u{FEFF}\"c\",d\r\n\n\u{FEFF}\n\u{FEFF}e,f"
      #expect(
        CSVTranscript(Array(text.utf8), blockSize: size).cells == [
          ["a", "b"], ["c", "d"], ["e", "f"],
        ])
    }
  }

  @Test("a mark that is not at the beginning belongs to the text")
  func markElsewhere() {
    #expect(CSVTranscript("a,\u{FEFF}b").cells == [["a", "\u{FEFF}b"]])
    #expect(CSVTranscript("\"\u{FEFF}a\"").cells == [["\u{FEFF}a"]])
  }

  @Test("UTF-16 is read in the order that its mark says", arguments: [false, true])
  func utf16WithMark(bigEndian: Bool) {
    let bytes = utf16("\u{FEFF}" + text, bigEndian: bigEndian)
    #expect(CSVTranscript(bytes, encoding: .utf16).cells == cells)
  }

  @Test("UTF-16 of a stated order is read with a mark and without", arguments: ["", "\u{FEFF}"])
  func utf16Stated(mark: String) {
    let little = CSVTranscript(utf16(mark + text, bigEndian: false), encoding: .utf16LittleEndian)
    let big = CSVTranscript(utf16(mark + text, bigEndian: true), encoding: .utf16BigEndian)
    #expect(little.cells == cells)
    #expect(big.cells == cells)
  }

  @Test("UTF-16 without mark or stated order is refused")
  func utf16Unstated() {
    let transcript = CSVTranscript(utf16(text, bigEndian: false), encoding: .utf16)
    #expect(transcript.cells.isEmpty)
    #expect(transcript.errors.map(\.kind) == [.wrongEncoding])
    #expect(transcript.errors.first?.remedy.contains("utf-16le") == true)
  }

  @Test("UTF-16 of an odd number of bytes is refused, after the lines that are whole")
  func oddLength() {
    let bytes = utf16("\u{FEFF}a,b\nc,d", bigEndian: false) + [0x65]
    let transcript = CSVTranscript(bytes, encoding: .utf16)
    #expect(transcript.cells == [["a", "b"]])
    #expect(transcript.errors.map(\.kind) == [.cutShort])
    #expect(transcript.errors.map(\.line) == [2])
  }

  @Test(
    "half of a surrogate pair is an error of its row",
    arguments: [[0xD83D], [0xDE00], [0xDE00, 0xD83D], [0xD83D, 0xD83D, 0xDE00]] as [[UInt16]])
  func loneSurrogate(units: [UInt16]) {
    let row = Array("x,".utf16) + units + Array("\nc,d\n".utf16)
    let transcript = CSVTranscript(bytes(row, bigEndian: true), encoding: .utf16BigEndian)
    #expect(transcript.cells == [["c", "d"]])
    #expect(transcript.errors.map(\.kind) == [.invalidText])
    #expect(transcript.errors.map(\.cell) == [2])
    #expect(transcript.errors.first?.found == "half of a UTF-16 surrogate pair")
  }

  @Test("half of a surrogate pair at the very end is an error too")
  func loneSurrogateAtEnd() {
    let transcript = CSVTranscript(
      bytes([0x61, 0xD83D], bigEndian: true), encoding: .utf16BigEndian)
    #expect(transcript.errors.map(\.kind) == [.invalidText])
  }

  @Test("UTF-16 in what should be UTF-8 is named as such", arguments: [false, true])
  func unexpectedUTF16(bigEndian: Bool) {
    let transcript = CSVTranscript(utf16("\u{FEFF}a,b\n", bigEndian: bigEndian))
    #expect(transcript.errors == [transcript.errors.first])
    #expect(transcript.errors.first?.kind == .wrongEncoding)
    #expect(transcript.errors.first?.remedy.contains("--encoding utf-16") == true)
  }

  @Test(
    "the mark of another UTF-16 than the stated encoding is named",
    arguments: [.utf16LittleEndian, .utf16BigEndian, .latin1] as [CSVEncoding], [false, true])
  func otherMark(encoding: CSVEncoding, bigEndian: Bool) {
    let own = bigEndian ? CSVEncoding.utf16BigEndian : .utf16LittleEndian
    let transcript = CSVTranscript(
      utf16("\u{FEFF}a,b\n", bigEndian: bigEndian), encoding: encoding)
    guard encoding != own else {
      #expect(transcript.errors.isEmpty)
      return
    }
    #expect(transcript.errors.map(\.kind) == [.wrongEncoding])
    #expect(transcript.cells.isEmpty)
    let name = bigEndian ? "UTF-16BE" : "UTF-16LE"
    #expect(transcript.errors.first?.found == "the byte order mark of \(name)")
    #expect(transcript.errors.first?.remedy == "use --encoding utf-16")
  }

  @Test(
    "behind the mark of UTF-8, a byte of another encoding is named as what it is",
    arguments: [.latin1, .utf16, .utf16LittleEndian] as [CSVEncoding])
  func otherBytesBehindMark(encoding: CSVEncoding) {
    for byte in [0xD1, 0xED] as [UInt8] {
      let text = [0xEF, 0xBB, 0xBF] + Array("a,b\n7,".utf8) + [byte] + Array("z\n8,c\n".utf8)
      let transcript = CSVTranscript(text, encoding: encoding)
      #expect(transcript.cells == [["a", "b"], ["8", "c"]])
      #expect(transcript.errors.map(\.kind) == [.invalidText])
      let digits = byte == 0xD1 ? "D1" : "ED"
      #expect(transcript.errors.first?.found == "the byte 0x\(digits), which is not UTF-8 here")
      #expect(transcript.errors.first?.expected.hasPrefix("UTF-8 text: the file begins") == true)
    }
  }

  @Test("UTF-16 without a mark in what should be UTF-8 is a NUL byte, with a hint")
  func unmarkedUTF16() {
    let errors = CSVTranscript(utf16("a,b", bigEndian: false)).errors
    #expect(errors.map(\.kind) == [.nulByte])
    #expect(errors.first?.remedy.contains("utf-16le") == true)
  }

  @Test("Latin-1 letters are read")
  func latin1() {
    let transcript = CSVTranscript(
      Array("Pe".utf8) + [0xF1] + Array("a,".utf8) + [0xA0, 0xFF], encoding: .latin1)
    #expect(transcript.cells == [["Peña", "\u{A0}ÿ"]])
  }

  @Test("what spreadsheets write as Latin-1 keeps its curly quotes and euro sign")
  func windows1252() {
    let transcript = CSVTranscript([0x93, 0x4F, 0x92, 0x94, 0x2C, 0x80], encoding: .latin1)
    #expect(transcript.cells == [["“O’”", "€"]])
  }

  @Test("all 128 bytes of Latin-1 beyond ASCII are text")
  func everyLatin1Byte() throws {
    let transcript = CSVTranscript(Array(0x80...0xFF), encoding: .latin1)
    let cell = try #require(transcript.cells.first?.first ?? nil)
    #expect(cell.unicodeScalars.count == 128)
    #expect(Set(cell.unicodeScalars).count == 128)
  }

  @Test("the raw record of another encoding is its text as UTF-8")
  func rawIsUTF8() {
    #expect(CSVTranscript([0xE9, 0x2C, 0x62], encoding: .latin1).raws == ["é,b"])
  }

  @Test(
    "encodings have the names that people use",
    arguments: [
      ("UTF-8", .utf8), ("utf8", .utf8), ("UTF-16", .utf16), ("utf_16le", .utf16LittleEndian),
      ("UTF-16BE", .utf16BigEndian), ("Latin1", .latin1), ("iso-8859-1", .latin1),
      ("Windows-1252", .latin1), ("klingon", nil),
    ] as [(String, CSVEncoding?)])
  func names(name: String, encoding: CSVEncoding?) {
    #expect(CSVEncoding(name: name) == encoding)
  }

  @Test("every encoding is found by its own name", arguments: CSVEncoding.allCases)
  func ownName(encoding: CSVEncoding) {
    #expect(CSVEncoding(name: encoding.rawValue) == encoding)
  }
}

func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
  bytes(Array(text.utf16), bigEndian: bigEndian)
}

private func bytes(_ units: [UInt16], bigEndian: Bool) -> [UInt8] {
  units.flatMap { unit in
    let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
    return bigEndian ? [high, low] : [low, high]
  }
}
