import Reports
import Testing

@Suite("Writing delimited text")
struct CSVWriterTests {
  private func written(
    _ text: String, _ delimiter: CSVDelimiter = .comma, escapeFormulas: Bool = true
  ) -> String {
    let sink = ByteCollector()
    CSVCells.append(text: text, delimiter: delimiter, escapeFormulas: escapeFormulas, to: sink)
    return sink.text
  }

  private func tabSeparated(_ text: String, escapeFormulas: Bool = true) -> String {
    var text = text
    let sink = ByteCollector()
    text.withCellBytes { TSVCells.append(text: $0, escapeFormulas: escapeFormulas, to: sink) }
    return sink.text
  }

  @Test(
    "an ordinary text has no quotes",
    arguments: ["a", "Rosa Diaz", "0042", "O'Brien", "東京", "a;b", "a\tb", "ï"])
  func plain(text: String) {
    #expect(written(text) == text)
  }

  @Test(
    "a text that needs quotes has them",
    arguments: [
      ("", "\"\""), ("a,b", "\"a,b\""), ("a\nb", "\"a\nb\""), ("a\rb", "\"a\rb\""),
      (" a", "\" a\""), ("a ", "\"a \""), (" ", "\" \""), ("a\"b", "\"a\"\"b\""),
      ("\"", "\"\"\"\""), ("\"a\"", "\"\"\"a\"\"\""), ("\u{FEFF}a", "\"\u{FEFF}a\""),
    ])
  func quoted(text: String, expected: String) {
    #expect(written(text) == expected)
  }

  @Test(
    "a mark anywhere in a text of any length is seen", arguments: [",", "\"", "\n", "\r"])
  func marks(mark: String) {
    for length in 0...33 {
      for place in 0...length {
        let text =
          String(repeating: "x", count: place) + mark
          + String(repeating: "é", count: length - place) + "x"
        #expect(written(text).hasPrefix("\"") && written(text).hasSuffix("\""))
      }
      // Bytes that differ from a mark by one bit, or come after one in the same word.
      let near = String(repeating: "-#\u{B}\u{C}.!", count: length) + "x"
      #expect(written(near, escapeFormulas: false) == near)
    }
  }

  @Test("only the delimiter in use needs quotes")
  func delimiters() {
    #expect(written("a;b", .semicolon) == "\"a;b\"")
    #expect(written("a,b", .semicolon) == "a,b")
    #expect(written("a\tb", .tab) == "\"a\tb\"")
    #expect(written("a|b", .pipe) == "\"a|b\"")
  }

  @Test(
    "a text that a spreadsheet would run gets an apostrophe in front",
    arguments: [
      ("=1+2", "'=1+2"), ("+1", "'+1"), ("-", "'-"), ("@SUM", "'@SUM"), ("\tx", "'\tx"),
      ("\rx", "\"'\rx\""), ("=A1,\"", "\"'=A1,\"\"\""),
    ])
  func formulas(text: String, expected: String) {
    #expect(written(text) == expected)
    #expect(written(text, escapeFormulas: false).contains("'") == false)
  }

  @Test("a text whose own apostrophe looks like that mark gets one more")
  func ownMarks() {
    #expect(written("'=1") == "''=1")
    #expect(written("''-") == "'''-")
  }

  @Test(
    "other texts get no apostrophe",
    arguments: ["1=1", "a-b", "'tis", "'", "''", "(1)", "#N/A", "！"])
  func harmless(text: String) {
    #expect(written(text) == text)
  }

  @Test(
    "stripping gives back every text that was escaped, and every other as it is",
    arguments: [
      "", "'", "''", "=", "'=", "''=", "'''@x", "'a", "a'=", "'\t", "\r", "-5", "'-5", "' =",
    ])
  func strip(text: String) {
    #expect(stripped(escaped(text)) == text)
  }

  @Test("stripping changes nothing that our export could not have written")
  func stripsNothingElse() {
    for text in ["'tis", "'", "''", "'5", "5'", "=1", "-5", " '=1"] {
      #expect(stripped(text) == text)
    }
    #expect(stripped("'-5") == "-5")
  }

  @Test("stripping undoes escaping for every short text of the signs that matter")
  func stripEveryShortText() {
    let signs = ["'", "=", "+", "-", "@", "\t", "\r", "a", " ", "\""]
    var texts = [""]
    for _ in 0..<4 {
      texts += texts.flatMap { text in signs.map { text + $0 } }
    }
    let failures = Set(texts).filter { stripped(escaped($0)) != $0 }
    #expect(failures.isEmpty)
  }

  @Test("tab-separated text stays on one line, without quotes")
  func tabSeparatedText() {
    #expect(tabSeparated("a\tb\nc\r\\d\"e\", f ") == #"a\tb\nc\r\\d"e", f "#)
    #expect(tabSeparated("") == "")
    #expect(tabSeparated("Peña") == "Peña")
  }

  @Test("tab-separated text is escaped for spreadsheets when that is asked")
  func tabSeparatedFormulas() {
    #expect(tabSeparated("=1") == "'=1")
    #expect(tabSeparated("\t1") == "'\\t1")
    #expect(tabSeparated("=1", escapeFormulas: false) == "=1")
  }

  private func escaped(_ text: String) -> String {
    var text = text
    let isNeeded = text.withCellBytes { FormulaEscape.isNeeded($0) }
    return isNeeded ? "'" + text : text
  }

  private func stripped(_ text: String) -> String {
    var text = text
    return text.withCellBytes { String(decoding: FormulaEscape.strip($0), as: UTF8.self) }
  }
}
