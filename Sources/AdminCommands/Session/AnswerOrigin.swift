import Accounts
import Reports

extension CommandContext {
  /// Options of the form, which do not change what the rows are.
  private static let formWords = GlobalOption.namesOfData.union(["color"])

  /// What the rows of an answer came from. The same again says the same, as when `report verify` makes a
  /// file again.
  var origin: (command: String, asOf: String) {
    let words = TypedLine(typed).words(without: Self.ownWords.union(Self.formWords))
    let today = zone.day(of: past?.now ?? Timestamp(seconds: session.clock.now()))
    let asked = options.asOf?.day(today: options.dueDay ?? today)
    let day = asked ?? options.dueDay ?? today
    return (CommandLineRecord.text(words), "\(day)")
  }
}
