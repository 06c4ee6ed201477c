import Testing

@testable import Reports

@Suite("Text on a terminal")
struct RenderingTerminalTextTests {
  @Test(
    "width is counted in cells",
    arguments: [
      ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("o\u{302}\u{323}", 1), ("東京", 4),
      ("ｶﾅ", 2), ("ｗ", 2), ("한국", 4), ("\u{1112}\u{1161}\u{11AB}", 2), ("שלום", 4), ("…", 1),
      ("👍", 2), ("👍🏽", 2), ("👨‍👩‍👧‍👦", 2), ("❤", 1), ("❤️", 2), ("🇨🇿", 2), ("1️⃣", 2), ("🏴󠁧󠁢󠁳󠁣󠁴󠁿", 2),
      ("🏳️‍🌈", 2), ("␛⏎", 2), ("🇨", 1), ("7", 1),
    ])
  func width(text: String, cells: Int) {
    #expect(TerminalText.width(text) == cells)
  }

  @Test(
    "what could drive or deceive a terminal is made visible",
    arguments: [
      ("\u{1B}]0;title\u{07}", "␛]0;title␇"), ("a\u{0}b", "a␀b"), ("\t", "␉"), ("a\nb", "a⏎b"),
      ("a\r\nb", "a␍⏎b"), ("\u{7F}", "␡"), ("\u{9B}31m", "\\u{9b}31m"), ("\u{85}", "\\u{85}"),
      ("\u{202E}abc", "\\u{202e}abc"), ("\u{2066}a\u{2069}", "\\u{2066}a\\u{2069}"),
      ("\u{200F}", "\\u{200f}"), ("a\u{200B}b", "a\\u{200b}b"), ("\u{FEFF}a", "\\u{feff}a"),
      ("a\u{AD}b", "a\\u{ad}b"), ("a\u{2028}b", "a\\u{2028}b"), ("a\u{200D}", "a\\u{200d}"),
      ("a\u{FE0F}", "a\\u{fe0f}"), ("a\u{E0041}", "a\\u{e0041}"), ("\u{3164}", "\\u{3164}"),
      ("a\u{34F}b", "a\\u{34f}b"), ("👍\u{200D}", "👍\\u{200d}"),
    ])
  func visible(text: String, shown: String) {
    #expect(TerminalText.sanitized(text) == shown)
  }

  @Test(
    "what belongs to a sign or a word stays",
    arguments: [
      "plain", "e\u{301}", "👨‍👩‍👧‍👦", "🏳️‍🌈", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "1️⃣", "葛\u{E0100}", "क्\u{200D}ष", "שָׁלוֹם", "a\u{A0}b",
      "\u{1112}\u{1161}\u{11AB}",
    ])
  func kept(text: String) {
    #expect(TerminalText.sanitized(text) == text)
  }

  @Test("line ends of a message of ours may stay")
  func lineBreaks() {
    #expect(TerminalText.sanitized("a\nb\u{1B}", keepingLineBreaks: true) == "a\nb␛")
  }

  @Test("no control, format or separator character survives in a hundred thousand random texts")
  func property() {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<100_000 {
      let text = randomText(&random)
      let shown = TerminalText.sanitized(text)
      let isClean = shown.unicodeScalars.allSatisfy { scalar in
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: false
        case .format: scalar == "\u{200D}" || scalar.value >= 0xE0020
        default: true
        }
      }
      guard isClean else {
        Issue.record("\(text.unicodeScalars.map(\.value)) became \(shown)")
        return
      }
    }
  }

  @Test("a cut text never takes more cells than it may")
  func cutProperty() {
    var random = SeededGenerator(seed: 8)
    for _ in 0..<20_000 {
      let text = TerminalText.sanitized(randomText(&random))
      let width = Int.random(in: 0...6, using: &random)
      guard TerminalText.width(TerminalText.cut(text, to: width)) <= width else {
        Issue.record("\(text.unicodeScalars.map(\.value)) cut to \(width)")
        return
      }
    }
  }

  @Test("long text wraps at spaces, and a long word where it has to")
  func wrapped() {
    #expect(TerminalText.wrapped("the quick brown fox", to: 10) == ["the quick", "brown fox"])
    #expect(TerminalText.wrapped("to abcdefghijkl m", to: 5) == ["to", "abcde", "fghij", "kl m"])
    #expect(TerminalText.wrapped("東京都庁", to: 5) == ["東京", "都庁"])
    #expect(TerminalText.wrapped("", to: 5) == [""])
  }
}
