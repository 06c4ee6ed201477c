import Testing

@testable import AdminCommands

@Suite("Pages about more than one command")
struct ArticleTests {
  @Test(
    "print what their examples say on the sample city",
    arguments: Article.all.filter { !$0.examples.isEmpty }.map(\.name))
  func examples(name: String) throws {
    let article = try #require(Article.all.first { $0.name == name })
    let bench = try CommandBench(on: "2026-11-29", withStore: false)
    try bench.expect("store demo \(bench.store) --accounts 20")
    for example in article.examples {
      switch example {
      case .file(let name, let text): try bench.file(name, text)
      case .command(let line, let output):
        var splitter = LineSplitter()
        #expect(try !splitter.take(line))
        let words = splitter.words.dropFirst().map {
          $0.hasSuffix(".csv") ? bench.folder + "/" + $0 : $0
        }
        let result = bench.run(Array(words))
        #expect(
          (result.output + result.words).replacing(bench.folder + "/", with: "") == output,
          "\(line)")
      }
    }
  }

  @Test("the tutorial is typed at the shell, each command with the program before it")
  func shellCommands() {
    let nouns = Set(Commands.all.map(\.name))
    for case .code(let lines) in Article.tutorial.blocks
    where !lines.contains(where: { $0.contains("$ ") }) {
      for line in lines {
        let word = line.split(separator: " ").first.map(String.init) ?? ""
        #expect(!nouns.contains(word), "\(line)")
      }
    }
  }

  @Test("are shown by help where man is missing, with environment, files and exit status")
  func help() throws {
    let bench = try CommandBench(withStore: false)
    for article in Article.all {
      let shown = try bench.expect("help \(article.topic)").output
      #expect(shown.hasPrefix("ubadmin-\(article.name)(\(article.section)): "))
      for title in ["ENVIRONMENT:", "FILES:", "EXIT STATUS:", "SEE ALSO:"] {
        #expect(shown.contains("\n\n\(title)\n\n"), "\(article.name): \(title)")
      }
      #expect(!shown.contains("::\n"))
    }
  }
}
