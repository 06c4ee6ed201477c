import Testing

@testable import AdminCommands

@Suite("Manual pages")
struct ManualTests {
  @Test("are those of the commands: run `make docs` where this fails")
  func upToDate() {
    for document in GeneratedDocument.all() {
      let kept = ProjectFile.text(document.name)
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
}
