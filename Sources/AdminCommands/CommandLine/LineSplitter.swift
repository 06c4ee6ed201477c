/// Splits a command line into words as a shell does, one physical line at a time.
struct LineSplitter {
  /// Where the next byte falls.
  enum Place: Equatable { case between, bare, single, double, comment }

  /// The folder that `~` stands for at the beginning of a word or of a long option's value; nil where it
  /// stands for itself.
  let home: String?
  private(set) var words: [String] = []
  /// The physical lines taken so far.
  private(set) var lines: [String] = []
  private(set) var place = Place.between
  /// The word in progress, without its quotes.
  private(set) var word: [UInt8] = []
  private var escapes = false
  /// Nothing of the word in progress was quoted or escaped, so that `|` means a pipe.
  private var isPlain = true
  /// Where a ~ that was not quoted begins the word in progress, or the value in `--from=~/a.csv`.
  private var homePlace: Int?
  private var wordStart = LinePosition()
  private var quoteStart = LinePosition()
  /// The first word that a shell would not take as text.
  private var shellWord: (text: String, position: LinePosition)?
  private var offset = 0
  private var endedInBackslash = false

  init(home: String? = nil) { self.home = home }

  var source: String { lines.joined(separator: "\n") }

  /// Takes a physical line without its end; true where the command goes on in the next.
  mutating func take(_ line: String) throws(LineFault) -> Bool {
    offset = 0
    scan(line.utf8)
    let goesOn = endLine()
    lines.append(line)
    if let found = shellWord {
      throw LineFault(
        shellWord: found.text, line: found.position.line, column: column(found.position))
    }
    return goesOn
  }

  /// The quote that is still open, where that is why the command goes on.
  var openQuote: LineFault? {
    guard !endedInBackslash, place == .single || place == .double else { return nil }
    return LineFault(
      openQuote: place == .single ? "'" : "\"", line: quoteStart.line,
      column: column(quoteStart))
  }

  /// Goes on over a part of a line, as completion does up to the cursor.
  mutating func scan(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      if escapes { takeEscaped(byte) } else { take(byte) }
      offset += 1
    }
  }

  private var here: LinePosition { LinePosition(line: lines.count, offset: offset) }

  private mutating func take(_ byte: UInt8) {
    switch (place, byte) {
    case (.comment, _): break
    case (.single, UInt8(ascii: "'")), (.double, UInt8(ascii: "\"")): place = .bare
    case (.single, _): word.append(byte)
    case (_, UInt8(ascii: "\\")):
      if place == .between { beginWord(at: here) }
      escapes = true
    case (.double, _): word.append(byte)
    case (_, UInt8(ascii: " ")), (_, UInt8(ascii: "\t")), (_, UInt8(ascii: "\r")): endWord()
    case (.between, UInt8(ascii: "#")): place = .comment
    default: takeInWord(byte)
    }
  }

  private mutating func takeInWord(_ byte: UInt8) {
    if place == .between { beginWord(at: here) }
    if byte == UInt8(ascii: "~"), isPlain, mayBeginFile { homePlace = word.count }
    switch byte {
    case UInt8(ascii: "'"): openQuote(.single)
    case UInt8(ascii: "\""): openQuote(.double)
    default:
      place = .bare
      word.append(byte)
    }
  }

  private mutating func takeEscaped(_ byte: UInt8) {
    escapes = false
    isPlain = false
    // Between double quotes a backslash escapes only what would otherwise have a meaning there.
    if place == .double, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
      word.append(UInt8(ascii: "\\"))
    }
    if place == .between { place = .bare }
    word.append(byte)
  }

  private mutating func beginWord(at position: LinePosition) {
    word = []
    isPlain = true
    homePlace = nil
    wordStart = position
  }

  private mutating func openQuote(_ quote: Place) {
    place = quote
    isPlain = false
    quoteStart = here
  }

  private mutating func endWord() {
    guard place == .bare else { return }
    let text = String(decoding: word, as: UTF8.self)
    if isPlain, shellWord == nil, LineFault.isShellWord(text) { shellWord = (text, wordStart) }
    words.append(atHome ?? text)
    word = []
    place = .between
  }

  /// Whether a file's name may begin at the end of the word in progress.
  private var mayBeginFile: Bool {
    word.isEmpty
      || word.starts(with: "--".utf8) && word.firstIndex(of: UInt8(ascii: "=")) == word.count - 1
  }

  /// The word in progress with the home folder for its ~; nil if that stands for itself.
  private var atHome: String? {
    guard let home, let homePlace else { return nil }
    let rest = word[(homePlace + 1)...]
    guard rest.isEmpty || rest.first == UInt8(ascii: "/") else { return nil }
    return String(decoding: word[..<homePlace] + Array(home.utf8) + rest, as: UTF8.self)
  }

  /// Settles what the end of the line means where it falls.
  private mutating func endLine() -> Bool {
    endedInBackslash = escapes
    escapes = false
    if endedInBackslash { return true }
    if place == .single || place == .double {
      word.append(UInt8(ascii: "\n"))
      return true
    }
    endWord()
    place = .between
    return false
  }

  /// Counted in characters from 1.
  private func column(_ position: LinePosition) -> Int {
    guard position.line < lines.count else { return position.offset + 1 }
    return String(decoding: lines[position.line].utf8.prefix(position.offset), as: UTF8.self).count
      + 1
  }
}

/// A place in the physical lines of a command.
private struct LinePosition {
  var line = 0
  var offset = 0
}
