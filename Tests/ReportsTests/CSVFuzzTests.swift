import Reports
import Testing

@Suite("Delimited text that makes no sense")
struct CSVFuzzTests {
  /// Bytes that take the reader to its corners, and any other ones.
  private func randomBytes(_ generator: inout SeededGenerator) -> [UInt8] {
    let signs: [UInt8] = [
      0x22, 0x22, 0x22, 0x2C, 0x2C, 0x0A, 0x0D, 0x0D, 0x61, 0x20, 0x00, 0xC3, 0xA9, 0xEF, 0xBB,
      0xBF, 0xFE, 0xFF, 0xD8, 0xDC, 0xED, 0xF0, 0x9F, 0x98, 0x80,
    ]
    let anyByte = Int.random(in: 0...2, using: &generator) == 0
    return (0..<Int.random(in: 0...60, using: &generator)).map { _ in
      anyByte
        ? UInt8.random(in: .min ... .max, using: &generator)
        : signs.randomElement(using: &generator) ?? 0
    }
  }

  @Test("records and errors are the same in blocks of every size", arguments: CSVEncoding.allCases)
  func blockSizes(encoding: CSVEncoding) {
    var generator = SeededGenerator(seed: 42)
    for _ in 0..<1_500 {
      let bytes = randomBytes(&generator)
      let whole = CSVTranscript(bytes, encoding: encoding)
      for blockSize in [1, 2, 3, 7] {
        let blocks = CSVTranscript(bytes, encoding: encoding, blockSize: blockSize)
        #expect(blocks == whole, "\(bytes) in blocks of \(blockSize)")
      }
    }
  }

  @Test("every error has its place in the file and words")
  func places() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<1_500 {
      let bytes = randomBytes(&generator)
      let lineCount = 1 + bytes.count { $0 == 0x0A || $0 == 0x0D }
      for error in CSVTranscript(bytes).errors {
        #expect((1...lineCount).contains(error.line), "\(bytes)")
        #expect((1...max(1, bytes.count)).contains(error.byte ?? 1), "\(bytes)")
        #expect((1...max(1, bytes.count)).contains(error.cell ?? 1), "\(bytes)")
        #expect(![error.found, error.expected, error.remedy].contains(""))
      }
    }
  }

  @Test("an error spoils its own record only")
  func recovery() {
    let wrong = ["a\"b,c", "\"a\"b,c", "\"\0\",c", "a,\"b\nc\"d"]
    var generator = SeededGenerator(seed: 99)
    for _ in 0..<200 {
      let rows = (0..<8).map { _ in Bool.random(using: &generator) }
      let text = rows.map { $0 ? "x,y" : wrong.randomElement(using: &generator) ?? "" }
      let transcript = CSVTranscript(text.joined(separator: "\r\n"))
      #expect(transcript.raws == text)
      #expect(transcript.cells.count == rows.count { $0 })
    }
  }
}
