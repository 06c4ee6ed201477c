import Reports
import Testing

@Suite("Limits of delimited text")
struct CSVLimitsTests {
  /// Repeats a pattern for ever, and counts what it gave.
  final class EndlessSource: ByteSource {
    private let pattern: [UInt8]
    private(set) var given = 0

    init(_ pattern: String) {
      self.pattern = Array(pattern.utf8)
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadFailure) -> Int {
      for index in buffer.indices {
        buffer[index] = pattern[(given + index) % pattern.count]
      }
      given += buffer.count
      return buffer.count
    }
  }

  private func error(of source: EndlessSource) throws -> CSVError {
    let transcript = CSVTranscript(of: source)
    #expect(transcript.cells.isEmpty)
    try #require(transcript.errors.count == 1)
    return transcript.errors[0]
  }

  @Test("a cell of the greatest length is read")
  func longestCell() {
    let text = String(repeating: "a", count: CSVLimits.cell)
    #expect(CSVTranscript("x,\(text)\ny").cells == [["x", text], ["y"]])
  }

  @Test("a longer cell ends the file", arguments: ["\n", ""])
  func tooLongCell(ending: String) throws {
    let text = String(repeating: "a", count: CSVLimits.cell + 1)
    let errors = CSVTranscript("x,\(text)\(ending)").errors
    #expect(errors.map(\.kind) == [.cellTooLong])
    #expect(errors.first?.cell == 2)
  }

  @Test("text without end is refused after a bounded number of bytes")
  func endlessText() throws {
    let source = EndlessSource("a")
    #expect(try error(of: source).kind == .cellTooLong)
    #expect(source.given < 3 * CSVLimits.cell)
  }

  @Test("an endless quoted cell is refused, with a hint at the quote that opened it")
  func endlessQuotes() throws {
    let source = EndlessSource("\"" + String(repeating: "a\n", count: CSVLimits.cell))
    let error = try error(of: source)
    #expect(error.kind == .cellTooLong)
    #expect(error.line == 1)
    #expect(error.remedy.contains("quote"))
    #expect(source.given < 3 * CSVLimits.cell)
  }

  @Test("a row of cells without end is refused")
  func endlessCells() throws {
    let source = EndlessSource("a,")
    let error = try error(of: source)
    #expect(error.kind == .tooManyCells)
    #expect(error.cell == CSVLimits.cells + 1)
    #expect(source.given < CSVLimits.cell)
  }

  @Test("a row of the greatest number of cells is read")
  func mostCells() {
    let transcript = CSVTranscript(String(repeating: ",", count: CSVLimits.cells - 1))
    #expect(transcript.cells.map(\.count) == [CSVLimits.cells])
  }

  @Test("a row of long cells is refused when it is too long as a whole")
  func endlessRow() throws {
    let source = EndlessSource(String(repeating: "a", count: 9_999) + ",")
    #expect(try error(of: source).kind == .rowTooLong)
    #expect(source.given < CSVLimits.row * 2 + CSVLimits.cell)
  }
}
