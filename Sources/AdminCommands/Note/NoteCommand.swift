import Accounts
import ArgumentParser
import Reports

/// `note …`
struct NoteCommand: NounCommand {
  static let name = "note"
  static let abstract = "Staff notes on records"
  static let verbs: [Verb] = [Verb(AddNote.self), Verb(NoteList.self)]
}

/// `note list`
struct NoteList: ListCommand {
  static let help = CommandHelp(
    "list", abstract: "List notes, newest first",
    discussion: HelpText.discussion(
      "Lists the notes on one record, on all records of a kind, or all notes.",
      examples: [
        "note list account 2000001", "note list service 2000001/WATER",
        "note list --by pat --since 2026-11-01 --csv",
      ]))

  @Argument(help: "kind of record") var kind: NoteKind?
  @Argument(help: "the record's ID or number") var key: String?
  @Option(help: ArgumentHelp("only notes by this operator", valueName: "operator"))
  var by: String?
  @Option(
    help: ArgumentHelp("only notes from this day or later", valueName: "date"),
    transform: TypedValue.option)
  var since: TypedDay?

  func report(on store: Store, in context: CommandContext) throws -> Report {
    var record: NoteRecord?
    if let kind, let key {
      record = try store.noteRecord(kind, try TypedValue.value(key, "key"))
    }
    return .notes(
      kind: kind, key: record?.key,
      by: try store.filter(
        staff: by, "by", in: "note", Note.staff.name, caller: context.identity.operatorName),
      since: context.day(since, "--since", on: store))
  }
}
