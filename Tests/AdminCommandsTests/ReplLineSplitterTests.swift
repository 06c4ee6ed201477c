import Testing

@testable import AdminCommands

@Suite("Splitting a line into words")
struct ReplLineSplitterTests {
  private func words(_ lines: String...) throws -> [String] {
    var splitter = LineSplitter()
    for line in lines.dropLast() { #expect(try splitter.take(line)) }
    #expect(try !splitter.take(lines.last ?? ""))
    return splitter.words
  }

  private func fault(_ line: String) -> LineFault? {
    var splitter = LineSplitter()
    do throws(LineFault) {
      return try splitter.take(line) ? splitter.openQuote : nil
    } catch {
      return error
    }
  }

  @Test("blanks and tabs separate words, however many")
  func blanks() throws {
    #expect(try words(" account  show\t00123 ") == ["account", "show", "00123"])
    #expect(try words("") == [])
    #expect(try words(" \t ") == [])
  }

  @Test("single quotes keep everything as it is")
  func singleQuotes() throws {
    #expect(try words(#"a 'b  "c" \d # | e'"#) == ["a", #"b  "c" \d # | e"#])
  }

  @Test("between double quotes a backslash escapes a quote and itself only")
  func doubleQuotes() throws {
    #expect(try words(#""say \"hi\" C:\\x \n it's""#) == [#"say "hi" C:\x \n it's"#])
  }

  @Test("a backslash outside of quotes makes the next character text")
  func backslash() throws {
    #expect(try words(##"Smith,\ Jane \'x \\ \#1 \|"##) == ["Smith, Jane", "'x", #"\"#, "#1", "|"])
  }

  @Test("quoted parts join what stands beside them")
  func joins() throws {
    #expect(try words(#"--name='O'\''Hara'"#) == ["--name=O'Hara"])
    #expect(try words(#"a""b''c"#) == ["abc"])
  }

  @Test("an empty pair of quotes is an empty word")
  func emptyWord() throws {
    #expect(try words(#"set '' "" x"#) == ["set", "", "", "x"])
  }

  @Test("# begins a comment where a word begins, and nowhere else")
  func comments() throws {
    #expect(try words("# all 'of it") == [])
    #expect(try words("show 1 # it's | so \\") == ["show", "1"])
    #expect(try words("unit#4 '#5'") == ["unit#4", "#5"])
  }

  @Test("a last backslash joins the next line without a break")
  func continuation() throws {
    #expect(try words("acc\\", "ount \\", " show") == ["account", "show"])
    #expect(try words("\"a\\", "b\"") == ["ab"])
  }

  @Test("an open quote takes the line break along")
  func openQuote() throws {
    #expect(try words("note 'one", "", "two' x") == ["note", "one\n\ntwo", "x"])
  }

  @Test(
    "an open quote is told with the column where it opens, counted in characters",
    arguments: [("a 'b", 3), ("é\u{301}ß \"b", 4), (#"'a' "b\""#, 5)])
  func unclosed(line: String, column: Int) throws {
    let fault = try #require(self.fault(line))
    #expect(fault.column == column)
    #expect(fault.message.contains("without a closing"))
  }

  @Test(
    "what a shell would do is refused with its column and a way out",
    arguments: [
      ("customer list | less", 15, "no pipes here"), ("list > out.csv", 6, "-o FILE"),
      ("list >>out", 6, "no redirection"), ("add < in.csv", 5, "--from FILE"),
      ("list 2>&1", 6, "no redirection"), ("list &> x", 6, "no redirection"),
      ("a ; b", 3, "one command per line"), ("a && b", 3, "one command per line"),
    ])
  func shellWords(line: String, column: Int, message: String) throws {
    let fault = try #require(self.fault(line))
    #expect(fault.column == column)
    #expect(fault.message.contains(message))
  }

  @Test("the same signs within words or quotes are text")
  func harmlessSigns() throws {
    #expect(try words("a|b A&B '>' \"|\" x;") == ["a|b", "A&B", ">", "|", "x;"])
  }

  @Test("a word or an option's value that begins with ~ is at home, unless it is quoted")
  func home() throws {
    var splitter = LineSplitter(home: "/home/pat")
    _ = try splitter.take(#"run ~/a.txt '~/b' \~/c ~ x~/d "~/e" ~/'f g'"#)
    #expect(
      splitter.words == [
        "run", "/home/pat/a.txt", "~/b", "~/c", "/home/pat", "x~/d", "~/e", "/home/pat/f g",
      ])
    var options = LineSplitter(home: "/home/pat")
    _ = try options.take(
      #"--from=~/a.csv --output=~ --from='~/b' --from=\~/c --note=a=~/d x=~/e ~pat"#)
    #expect(
      options.words == [
        "--from=/home/pat/a.csv", "--output=/home/pat", "--from=~/b", "--from=~/c", "--note=a=~/d",
        "x=~/e", "~pat",
      ])
    #expect(try words("run ~/a.txt") == ["run", "~/a.txt"])
  }

  @Test("a fault in a later line is told with that line")
  func laterLine() throws {
    var splitter = LineSplitter()
    #expect(try splitter.take("list \\"))
    let fault = #expect(throws: LineFault.self) { try splitter.take("  | less") }
    #expect(fault?.description(isSeveralLines: true).hasPrefix("line 2, column 3: ") == true)
    #expect(fault?.description(firstLine: 7).hasPrefix("8:3: ") == true)
  }

  @Test("quoted words are split into the same words")
  func quotesRoundTrip() throws {
    for seed in 1...1_000 {
      let words = RandomWords(seed: seed).words
      var splitter = LineSplitter()
      let lines = WordQuoting.line(words).unicodeScalars.split(
        separator: "\n", omittingEmptySubsequences: false)
      var goesOn = false
      for line in lines { goesOn = try splitter.take(String(line)) }
      #expect(!goesOn, "seed \(seed)")
      #expect(splitter.words == words, "seed \(seed)")
    }
  }

  @Test(
    "a word completed in any quotes is the same word",
    arguments: [
      ("", LineSplitter.Place.between, ""), ("x", .bare, ""), ("'", .single, "'"),
      ("\"", .double, "\""),
    ])
  func completionsRoundTrip(opening: String, place: LineSplitter.Place, closing: String) throws {
    for seed in 1...1_000 {
      for word in RandomWords(seed: seed).words
      where !word.isEmpty && !word.utf8.contains(0x0A) {
        var splitter = LineSplitter()
        let line = opening + WordQuoting.ending(word, in: place) + closing
        #expect(try !splitter.take(line), "seed \(seed)")
        #expect(splitter.words == [(place == .bare ? "x" : "") + word], "seed \(seed)")
      }
    }
  }
}

/// Words full of what splitting might trip over; the same for the same seed.
private struct RandomWords {
  private(set) var words: [String] = []

  init(seed: Int) {
    var state = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func next(_ limit: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(limit))
    }
    let signs = Array("a1' \"\\#|<>&;\t\r\n=-$*é世🏳️‍🌈\u{301}\u{A0}").map(String.init)
    for _ in 0..<next(6) {
      words.append((0..<next(8)).map { _ in signs[next(signs.count)] }.joined())
    }
  }
}
