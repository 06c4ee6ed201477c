import Accounts
import ArgumentParser
import Reports

/// `manual`: what `make docs` calls; not for staff.
struct ManualCommand: AdminCommand {
  static let uses: OptionUse = []
  static let reach: CommandReach = .files
  static let help = CommandHelp(
    "manual", abstract: "Write manual pages into a folder",
    discussion: HelpText.discussion("", examples: []), isShown: false)

  @Argument(help: ArgumentHelp("folder with man/", valueName: "folder"))
  var folder: String

  func run(in context: CommandContext) throws -> ExitStatus {
    let documents = GeneratedDocument.all()
    var files = CommandFiles()
    for document in documents { files.writes("\(folder)/\(document.name)", "the document") }
    try context.declare(files)
    for document in documents {
      let file = try context.newFile("\(folder)/\(document.name)")
      file.output.append(document.text)
      try file.commit()
    }
    return .done
  }
}

/// What is made from the commands and kept next to the sources.
struct GeneratedDocument {
  /// The path below the project's folder.
  let name: String
  let text: String

  static func all() -> [GeneratedDocument] {
    ManualPage.all()
  }
}
