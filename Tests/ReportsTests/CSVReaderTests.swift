import Reports
import Testing

@Suite("Reading delimited text")
struct CSVReaderTests {
  @Test("a record is its cells in their order")
  func plainCells() {
    let transcript = CSVTranscript("cid,name\n0042,Rosa Diaz\n")
    #expect(transcript.cells == [["cid", "name"], ["0042", "Rosa Diaz"]])
  }

  @Test(
    "every line end ends a record, also at the end of the file",
    arguments: ["a,b\nc,d\n", "a,b\r\nc,d\r\n", "a,b\rc,d\r", "a,b\nc,d", "a,b\r\nc,d", "a,b\rc,d"])
  func lineEnds(text: String) {
    #expect(CSVTranscript(text).cells == [["a", "b"], ["c", "d"]])
  }

  @Test("line ends may be mixed, and every one is counted once")
  func mixedLineEnds() {
    let transcript = CSVTranscript("a\r\nb\rc\nd\n\re")
    #expect(transcript.cells == [["a"], ["b"], ["c"], ["d"], ["e"]])
    #expect(transcript.lines == [1, 2, 3, 4, 6])
  }

  @Test("lines with nothing at all are passed over, and counted")
  func blankLines() {
    let transcript = CSVTranscript("\n\r\na\n\n\r\rb\n\n")
    #expect(transcript.cells == [["a"], ["b"]])
    #expect(transcript.lines == [3, 7])
  }

  @Test("a line of an empty quoted cell is a record, and so is a line of one space")
  func emptyQuotedLine() {
    #expect(CSVTranscript("a\n\"\"\n \n").cells == [["a"], [""], [" "]])
  }

  @Test("a file of nothing, of a byte order mark or of empty lines has no records")
  func nothing() {
    #expect(CSVTranscript("").events.isEmpty)
    #expect(CSVTranscript("\u{FEFF}").events.isEmpty)
    #expect(CSVTranscript("\r\n\n").events.isEmpty)
  }

  @Test("an empty cell is no value, an empty quoted cell is an empty text")
  func emptyCells() {
    #expect(CSVTranscript(",\"\",\n,,").cells == [[nil, "", nil], [nil, nil, nil]])
  }

  @Test("quotes around a cell are not part of it")
  func quotedCells() {
    #expect(CSVTranscript("\"a\",\"b c\",d\n").cells == [["a", "b c", "d"]])
  }

  @Test("a quoted cell may hold the delimiter")
  func delimiterInQuotes() {
    #expect(CSVTranscript("\"Diaz, Rosa\",x").cells == [["Diaz, Rosa", "x"]])
  }

  @Test("a quoted cell may hold line breaks of every kind, which stay as they are")
  func lineBreaksInQuotes() {
    let transcript = CSVTranscript("\"a\nb\r\nc\rd\",x\ny,z")
    #expect(transcript.cells == [["a\nb\r\nc\rd", "x"], ["y", "z"]])
    #expect(transcript.lines == [1, 5])
  }

  @Test("a doubled quote is one quote, wherever in the cell it stands")
  func doubledQuotes() {
    let transcript = CSVTranscript(#""""a""","5"" pipe","""","""""",b"#)
    #expect(transcript.cells == [[#""a""#, #"5" pipe"#, #"""#, #""""#, "b"]])
  }

  @Test("spaces belong to the cell")
  func spaces() {
    #expect(CSVTranscript(" a , b\n\" c \", ").cells == [[" a ", " b"], [" c ", " "]])
  }

  @Test("the delimiter may be another one; a comma is then text", arguments: CSVDelimiter.allCases)
  func delimiters(delimiter: CSVDelimiter) {
    let sign = String(UnicodeScalar(delimiter.rawValue))
    let others = CSVDelimiter.allCases.filter { $0 != delimiter }
    let text = String(String.UnicodeScalarView(others.map { UnicodeScalar($0.rawValue) }))
    let transcript = CSVTranscript("\(text)\(sign)\"a\(sign)b\"\n", delimiter: delimiter)
    #expect(transcript.cells == [[text, "a\(sign)b"]])
  }

  @Test("letters beyond ASCII come as they are")
  func beyondASCII() {
    #expect(CSVTranscript("Peña,\"東京, 😀\"\n").cells == [["Peña", "東京, 😀"]])
  }

  @Test("control characters other than NUL are the caller's affair")
  func controlCharacters() {
    #expect(CSVTranscript("a\tb,\u{1B}[31m\n").cells == [["a\tb", "\u{1B}[31m"]])
  }

  @Test("the raw record is the text in the file, without its line end")
  func rawRecords() {
    let transcript = CSVTranscript("\u{FEFF}a,\"b\"\"c\",\r\n\"d\ne\",f")
    #expect(transcript.raws == ["a,\"b\"\"c\",", "\"d\ne\",f"])
  }

  @Test("rows may have any number of cells")
  func raggedRows() throws {
    let reader = CSVReader(source: ArraySource(Array("a,b\n1,2\n3\n4,5,6\n".utf8)))
    var counts: [Int] = []
    while try reader.next() { counts.append(reader.row.count) }
    #expect(counts == [2, 2, 1, 3])
  }

  @Test("header names lose the blanks around them, not those inside")
  func headerNames() throws {
    let reader = CSVReader(
      source: ArraySource(Array("\n cid ,\"\tFirst  Name\n\",,ñ\u{A0}\n".utf8)))
    try #require(try reader.next())
    let header = CSVHeader(reading: reader.row)
    #expect(header.names == ["cid", "First  Name", "", "ñ"])
    #expect(header.line == 2)
  }

  @Test("after the end there is no record, however often one asks")
  func end() throws {
    let reader = CSVReader(source: ArraySource(Array("a".utf8)))
    #expect(try reader.next())
    #expect(try !reader.next())
    #expect(try !reader.next())
    #expect(reader.row.count == 0)
  }
}
