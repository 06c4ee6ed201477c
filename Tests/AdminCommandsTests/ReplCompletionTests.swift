import Testing

@testable import AdminCommands

@Suite("What TAB writes")
struct ReplCompletionTests {
  /// TAB at the end of the line, where readline would find the word to begin at `start`.
  private func complete(
    _ line: String, from start: Int, after: LineSplitter = LineSplitter(),
    with completions: ([String], String) -> [String]?
  ) -> Completion? {
    let bytes = Array(line.utf8)
    return Completion(of: bytes, from: start, to: bytes.count, after: after) { before, typed in
      completions(before, typed).map { Suggestions(words: $0).beginning(with: typed) }
        ?? .files(typed)
    }
  }

  @Test("candidates are asked for by the words before and what is typed, without quotes")
  func asks() {
    var asked: ([String], String)?
    _ = complete("customer 'set' Jo\\ Sm", from: 15) {
      asked = ($0, $1)
      return []
    }
    #expect(asked?.0 == ["customer", "set"])
    #expect(asked?.1 == "Jo Sm")
  }

  @Test("several candidates bring what they share")
  func shares() {
    let found = complete("ac", from: 0) { _, _ in ["account", "accrual", "bill"] }
    #expect(found?.common == "acc")
    #expect(found?.candidates == ["account", "accrual"])
  }

  @Test("a file behind > may follow it without a blank")
  func behindSign() {
    var asked: ([String], String)?
    let found = complete("today >li", from: 6) {
      asked = ($0, $1)
      return ["list 1.csv", "list 2.csv"]
    }
    #expect(asked?.0 == ["today", ">"])
    #expect(asked?.1 == "li")
    #expect(found?.common == #">list\ "#)
    #expect(found?.candidates == [#">list\ 1.csv"#, #">list\ 2.csv"#])
  }

  @Test("what they share is never half of a character")
  func sharesWholeCharacters() {
    let found = complete("Zo", from: 0) { _, _ in ["Zoé", "Zoë"] }
    #expect(found?.common == "Zo")
  }

  @Test("blanks, quotes and signs are written so that they are text")
  func quotes() {
    #expect(
      complete("S", from: 0) { _, _ in ["Sm's \"X\" | #1"] }?.common == ##"Sm\'s\ \"X\"\ \|\ \#1"##)
    #expect(complete("\"S", from: 1) { _, _ in [#"S "x" \"#] }?.common == #"S \"x\" \\"#)
    #expect(complete("'S", from: 1) { _, _ in ["S's"] }?.common == #"S'\''s"#)
  }

  @Test("within a quote that opened in the word only the rest is written")
  func completesRest() {
    #expect(complete("--name=\"Jo", from: 8) { _, _ in ["--name=Jo Smith"] }?.common == "Jo Smith")
  }

  @Test("a candidate that goes on gets no blank: an option's value, a folder")
  func goesOn() throws {
    #expect(complete("--f", from: 0) { _, _ in ["--format="] }?.goesOn == true)
    #expect(complete("--f", from: 0) { _, _ in ["--force"] }?.goesOn == false)
    let folder = try TemporaryFolder()
    try folder.write("x.csv", "")
    #expect(complete(folder.path, from: 0) { _, _ in nil }?.common == folder.path + "/")
    #expect(complete(folder.path, from: 0) { _, _ in nil }?.goesOn == true)
  }

  @Test("files are named after an option's equals sign too")
  func completesFileInOption() throws {
    let folder = try TemporaryFolder()
    try folder.write("reads.csv", "")
    let option = "--from=\(folder.path)/re"
    let found = complete(option, from: 0) { _, _ in nil }
    #expect(found?.common == "--from=\(folder.path)/reads.csv")
    #expect(found?.namesFiles == true)
  }

  @Test("hidden files are named only where a dot is typed")
  func hidesFiles() throws {
    let folder = try TemporaryFolder()
    try folder.write(".hidden", "")
    try folder.write("shown", "")
    #expect(FileNames.completing(folder.path + "/") == [folder.path + "/shown"])
    #expect(FileNames.completing(folder.path + "/.") == [folder.path + "/.hidden"])
  }

  @Test("nothing is completed in a comment, nor where nothing fits")
  func completesNothing() {
    #expect(complete("# ac", from: 2) { _, _ in ["account"] } == nil)
    #expect(complete("x", from: 0) { _, _ in ["account"] } == nil)
  }

  @Test("a later line of a command knows the words of the lines before")
  func knowsLinesBefore() throws {
    var taken = LineSplitter()
    #expect(try taken.take("customer add \\"))
    var asked: [String]?
    _ = complete("--na", from: 0, after: taken) { before, _ in
      asked = before
      return []
    }
    #expect(asked == ["customer", "add"])
  }
}
