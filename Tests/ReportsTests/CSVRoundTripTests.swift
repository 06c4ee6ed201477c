import Reports
import Testing

@Suite("Delimited text, written and read back")
struct CSVRoundTripTests {
  /// A way of writing a file.
  struct Style: CustomTestStringConvertible {
    let delimiter: CSVDelimiter
    let encoding: CSVEncoding
    let lineEnd: String

    var testDescription: String {
      "\(delimiter.word), \(encoding.rawValue), line end \(Array(lineEnd.utf8))"
    }

    static let all = CSVDelimiter.allCases.flatMap { delimiter in
      CSVEncoding.allCases.flatMap { encoding in
        ["\n", "\r\n", "\r"].map { Style(delimiter: delimiter, encoding: encoding, lineEnd: $0) }
      }
    }

    /// Letters that matter to the format, to spreadsheets and to the encoding.
    var alphabet: [String] {
      let common = [
        "a", "b", " ", ",", ";", "\t", "|", "\"", "\"\"", "\n", "\r", "\r\n", "'", "=", "+", "-",
        "@", "é", "ÿ", "\\", "0", "long enough to pass a block",
      ]
      return encoding == .latin1 ? common : common + ["東", "😀", "\u{FEFF}", "e\u{301}", "\u{7FF}"]
    }

    func encoded(_ text: String) -> [UInt8] {
      switch encoding {
      case .utf8: Array(text.utf8)
      case .utf16: utf16("\u{FEFF}" + text, bigEndian: true)
      case .utf16LittleEndian: utf16(text, bigEndian: false)
      case .utf16BigEndian: utf16(text, bigEndian: true)
      case .latin1: text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
      }
    }

    func written(_ table: [[String?]], endsLastLine: Bool) -> String {
      let lines = table.map { row in
        row.map { cell in
          guard let cell else { return "" }
          let sink = ByteCollector()
          CSVCells.append(text: cell, delimiter: delimiter, escapeFormulas: true, to: sink)
          return sink.text
        }.joined(separator: String(UnicodeScalar(delimiter.rawValue)))
      }
      return lines.joined(separator: lineEnd) + (endsLastLine ? lineEnd : "")
    }
  }

  @Test(
    "random tables come back as they were, whatever the style and block size", arguments: Style.all)
  func tables(style: Style) {
    var generator = SeededGenerator(seed: 20_151_125)
    for round in 0..<12 {
      let table = randomTable(style.alphabet, &generator)
      let bytes = style.encoded(style.written(table, endsLastLine: round.isMultiple(of: 2)))
      for blockSize in [1, 2, 3, 7, 64 << 10] {
        let transcript = CSVTranscript(
          bytes, delimiter: style.delimiter, encoding: style.encoding, blockSize: blockSize)
        #expect(transcript.errors == [])
        #expect(transcript.cells.map { $0.map { $0.map(stripped) } } == table)
      }
    }
  }

  private func randomTable(
    _ alphabet: [String], _ generator: inout SeededGenerator
  ) -> [[String?]] {
    // Two columns at least: a lone missing value would be an empty line.
    let columns = Int.random(in: 2...6, using: &generator)
    return (0..<Int.random(in: 1...12, using: &generator)).map { _ in
      (0..<columns).map { _ in
        if Int.random(in: 0..<6, using: &generator) == 0 { return nil }
        return (0..<Int.random(in: 0...5, using: &generator)).map { _ in
          alphabet.randomElement(using: &generator) ?? ""
        }.joined()
      }
    }
  }

  private func stripped(_ text: String) -> String {
    var text = text
    return text.withCellBytes { String(decoding: FormulaEscape.strip($0), as: UTF8.self) }
  }
}
