import Reports
import Testing

@Suite("Errors in delimited text")
struct CSVErrorTests {
  /// Where and what, without the words.
  struct Spot: Equatable {
    let kind: CSVError.Kind
    let line: Int
    let cell: Int?
    let byte: Int?

    init(_ kind: CSVError.Kind, line: Int, cell: Int?, byte: Int?) {
      self.kind = kind
      self.line = line
      self.cell = cell
      self.byte = byte
    }

    init(_ error: CSVError) {
      self.init(error.kind, line: error.line, cell: error.cell, byte: error.byte)
    }
  }

  /// The only error of a text, and that the records around it are read.
  private func spot(_ bytes: [UInt8]) throws -> Spot {
    let transcript = CSVTranscript(Array("a,b,c\n".utf8) + bytes + Array("\nx,y,z\n".utf8))
    #expect(transcript.cells == [["a", "b", "c"], ["x", "y", "z"]])
    #expect(transcript.raws[1].utf8.count >= 3)
    try #require(transcript.errors.count == 1)
    return Spot(transcript.errors[0])
  }

  @Test("a quote inside an unquoted cell is named, and the next record is read")
  func bareQuote() throws {
    #expect(
      try spot(Array(#"1,5" pipe,3"#.utf8)) == Spot(.bareQuote, line: 2, cell: 2, byte: 4))
  }

  @Test("a space before the opening quote makes it a bare one")
  func spaceBeforeQuote() throws {
    #expect(try spot(Array(#"1, "2",3"#.utf8)) == Spot(.bareQuote, line: 2, cell: 2, byte: 4))
  }

  @Test("text after the closing quote is named, and the next record is read")
  func textAfterQuote() throws {
    #expect(
      try spot(Array(#"1,2,"3"x"y"#.utf8)) == Spot(.textAfterQuote, line: 2, cell: 3, byte: 8))
  }

  @Test("an error in a later line of a quoted cell names that line")
  func errorBehindLineBreaks() throws {
    let spot = try spot(Array("1,\"2\r\n3\n4\" ,5".utf8))
    #expect(spot == Spot(.textAfterQuote, line: 4, cell: 2, byte: 3))
  }

  @Test("a cell that is wrong may be followed by a quoted one with a line break")
  func quotedCellAfterError() throws {
    #expect(try spot(Array("1\",\"2\n3\"".utf8)) == Spot(.bareQuote, line: 2, cell: 1, byte: 2))
  }

  @Test("the first of many errors in a record is the one that is named")
  func firstError() throws {
    #expect(try spot(Array("1\"2\"\0,\"3\"4".utf8)) == Spot(.bareQuote, line: 2, cell: 1, byte: 2))
  }

  @Test("a NUL byte is named, in quotes and outside")
  func nulByte() throws {
    #expect(try spot(Array("1,2\0,3".utf8)) == Spot(.nulByte, line: 2, cell: 2, byte: 4))
    #expect(try spot(Array("1,2,\"\n\0\"".utf8)) == Spot(.nulByte, line: 3, cell: 3, byte: 1))
  }

  @Test(
    "bytes that are not UTF-8 are named",
    arguments: [
      [0xE9], [0xC3], [0x80], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
      [0xE2, 0x82], [0xFF],
    ] as [[UInt8]])
  func invalidUTF8(bytes: [UInt8]) throws {
    let spot = try spot(Array("ñ,x".utf8) + bytes + Array(",z".utf8))
    #expect(spot == Spot(.invalidText, line: 2, cell: 2, byte: 5))
  }

  @Test("bytes that are not UTF-8 are named in a quoted cell of many lines")
  func invalidUTF8InQuotes() throws {
    let spot = try spot(Array("\"\"\"\",\"a\nb".utf8) + [0xE9] + Array("\"\"\",3".utf8))
    #expect(spot == Spot(.invalidText, line: 3, cell: 2, byte: 2))
  }

  @Test("the message says which byte is not UTF-8, and how to remedy it")
  func invalidUTF8Words() throws {
    let error = try #require(CSVTranscript([0x61, 0xE9]).errors.first)
    #expect(error.found == "the byte 0xE9, which is not UTF-8 here")
    #expect(error.remedy.contains("--encoding latin-1"))
  }

  @Test("a quote that is never closed ends the file and names the line where it opened")
  func unclosedQuote() throws {
    let transcript = CSVTranscript("a,b\n\"1\n1\",\"2\n3,4\n5,6\n")
    #expect(transcript.cells == [["a", "b"]])
    #expect(transcript.errors.map { Spot($0) } == [Spot(.unclosedQuote, line: 3, cell: 2, byte: 4)])
  }

  @Test("after an error that ends the file there is no row and no next one")
  func endedFile() throws {
    let reader = CSVReader(source: ArraySource(Array("a,b,\"c\nd,e".utf8)))
    #expect(throws: CSVError.self) { try reader.next() }
    #expect(reader.row.count == 0)
    #expect(reader.row.raw.isEmpty)
    #expect(try !reader.next())
  }

  @Test("a quote at the very end of the file is an unclosed one")
  func quoteAtEnd() {
    let errors = CSVTranscript("a,\"").errors
    #expect(errors.map { Spot($0) } == [Spot(.unclosedQuote, line: 1, cell: 2, byte: 3)])
  }

  @Test("a ragged row is named with both counts")
  func ragged() {
    let error = CSVError.ragged(line: 7, found: 1, expected: 12)
    #expect(
      error.description
        == "line 7: found 1 cell; expected 12 cells, as in the header; "
        + "write a delimiter for every cell, including empty ones")
    #expect(CSVError.ragged(line: 7, found: 13, expected: 12).remedy.contains("quotes"))
  }

  @Test("a message reads as place, found, expected and what to do")
  func description() throws {
    let error = try #require(CSVTranscript("a,b\n1,\"2\"3\n").errors.first)
    #expect(
      error.description
        == "line 2, cell 2 (byte 6): found text after the quote that closes the cell; "
        + "expected a comma or the end of the line; "
        + "double the quotes inside the cell, or remove what follows its last quote")
  }

  @Test("the words name the delimiter in use")
  func delimiterWord() throws {
    let error = try #require(CSVTranscript("1;\"2\"3", delimiter: .semicolon).errors.first)
    #expect(error.expected == "a semicolon or the end of the line")
  }

  @Test("every kind says whether the reader can go on")
  func endsFile() {
    let goesOn = CSVError.Kind.allCases.filter { !$0.endsFile }
    #expect(goesOn == [.invalidText, .nulByte, .bareQuote, .textAfterQuote, .ragged])
  }
}
