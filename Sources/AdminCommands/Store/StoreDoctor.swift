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
      ], statuses: .ofWriting))

  @Option(
    help: ArgumentHelp("look for this alone; may be given several times", valueName: "ailment"))
  var only: [Ailment] = []
  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run(in session: Session) throws -> ExitStatus {
    let store = try session.store(global, .read)
    let columns = ["ailment", "record", "found", "mend"].map { ReportColumn.text($0) }
    var count = 0
    try session.answer(global, list: "findings", columns) { add in
      try store.examine(
        for: only.isEmpty ? Ailment.allCases : only, asOf: global.asOf ?? store.today
      ) { symptom in
        count += 1
        try add([
          .text(symptom.ailment.rawValue), .text(symptom.record), .text(symptom.found),
          .text("ubadmin " + symptom.mend),
        ])
        try SignalInbox.check()
      }
    }
    if !global.quiet, global.fields != "help" {
      session.say("\(count) finding\(count == 1 ? "" : "s")")
    }
    return count > 0 ? .refused : .done
  }
}
