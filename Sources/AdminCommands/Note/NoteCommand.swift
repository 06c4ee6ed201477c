import Accounts
import ArgumentParser
import Reports

/// `note …`
struct NoteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "note", abstract: "What staff noted about records",
    subcommands: [OperationCommand<AddNote>.self, NoteList.self])
}

/// `note list`
struct NoteList: ListCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List notes, the latest first",
    discussion: HelpText.discussion(
      "On a record, on all records of a kind, or on everything.",
      examples: [
        "note list account 2000001", "note list service 2000001/WATER",
        "note list --by pat --since 2026-11-01 --csv",
      ]))

  @Argument(help: "what the record is") var kind: NoteKind?
  @Argument(help: "the record") var key: String?
  @Option(help: ArgumentHelp("only notes of this operator", valueName: "operator"))
  var by: String?
  @Option(help: ArgumentHelp("noted on this day or later", valueName: "date"))
  var since: CivilDate?
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func report(on store: Store) throws -> Report {
    var record: NoteRecord?
    if let kind, let key {
      record = try store.noteRecord(kind, try Words.value(key, "key"))
    }
    return .notes(kind: kind, key: record?.key, by: by, since: since)
  }
}
