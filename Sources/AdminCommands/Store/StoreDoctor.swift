import Accounts
import ArgumentParser
import Reports

/// `store doctor`
struct StoreDoctor: AdminCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "List what is wrong in the data, with the command that mends it",
    discussion: HelpText.discussion(
      """
      What no rule forbids, or what came past the rules: look at each, then run its command. The \
      storage, the journal and the rules themselves are `store check`'s. Ends with exit status 1 \
      where something was found. Looks for: \
      \(Ailment.allCases.map { "\($0.rawValue) (\($0.meaning))" }.joined(separator: "; ")).
      """,
      examples: [
        "store doctor", "store doctor --only orphan_link --csv --fields mend -o mend.txt",
      ]))

  @Option(
    help: ArgumentHelp("look for this alone; may be given several times", valueName: "ailment"))
  var only: [Ailment] = []
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run(in session: Session) throws -> ExitStatus {
    let store = try session.store(global, .read)
    let columns = Self.columns
    if global.fields == "help" {
      for column in columns { session.output.append(column.name + "\n") }
      try session.output.flush()
      return .done
    }
    let chosen = try global.fields.map { try Self.index($0.split(separator: ","), columns) }
    let shown = chosen ?? Array(columns.indices)
    let answer = try session.openAnswer(global)
    var count = 0
    do {
      try answer.writer.begin(shown.map { columns[$0] })
      try store.examine(
        for: only.isEmpty ? Ailment.allCases : only, asOf: global.asOf ?? store.today
      ) { symptom in
        count += 1
        let cells = [
          symptom.ailment.rawValue, symptom.record, symptom.found, "ubadmin " + symptom.mend,
        ]
        for index in shown { answer.writer.text(cells[index]) }
        try answer.writer.endRow()
        try SignalInbox.check()
      }
      try answer.finish(note: nil)
    } catch {
      answer.discard()
      throw error
    }
    if !global.quiet { session.say("\(count) finding\(count == 1 ? "" : "s")") }
    return count > 0 ? .refused : .done
  }

  private static let columns = ["ailment", "record", "found", "mend"].map {
    ReportColumn($0, title: $0.prefix(1).uppercased() + $0.dropFirst(), kind: .text)
  }

  private static func index(_ names: [Substring], _ columns: [ReportColumn]) throws -> [Int] {
    try names.map { name in
      guard let index = columns.firstIndex(where: { $0.name == name }) else {
        throw ValidationError(
          "found --fields \(name), expected some of "
            + columns.map(\.name).joined(separator: ", "))
      }
      return index
    }
  }
}
