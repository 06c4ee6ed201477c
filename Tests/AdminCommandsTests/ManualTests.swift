import Glibc
import Testing

@testable import AdminCommands

@Suite("Manual pages and completions")
struct ManualTests {
  private static let root = String(#filePath.split(separator: "/Tests/")[0])

  @Test("are those of the commands: run `make docs` where this fails")
  func upToDate() {
    for document in GeneratedDocument.all() {
      let kept = Self.text("/" + Self.root.drop { $0 == "/" } + "/" + document.name)
      #expect(kept == document.text, "\(document.name)")
    }
  }

  @Test("every page names every verb of its noun, with an example of each that has one")
  func complete() {
    let pages = ManualPage.all()
    for noun in Root.configuration.subcommands where noun.configuration.shouldDisplay {
      let name = CommandTree.name(noun)
      let page = pages.first { $0.name == "man/ubadmin-\(name).1" }?.text ?? ""
      for verb in noun.configuration.subcommands {
        let title = "\(name) \(CommandTree.name(verb))".replacing("-", with: "\\-")
        #expect(page.contains(".SS ubadmin \(title)\n"), "\(title)")
      }
    }
  }

  private static func text(_ path: String) -> String? {
    let file = open(path, O_RDONLY)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(file, &block, block.count)
      guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
      bytes += block[0..<count]
    }
  }
}
