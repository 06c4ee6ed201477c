/// What a command does with the options that every line may have. One that it would do nothing with is
/// refused rather than ignored.
struct OptionUse: OptionSet {
  let rawValue: Int

  /// Its data have a format and may go to a file.
  static let data = OptionUse(rawValue: 1)
  /// There are fields to choose from.
  static let fields = OptionUse(rawValue: 2)
  /// There are rows to sort and to limit.
  static let rows = OptionUse(rawValue: 4)
  /// It can be tried without doing it.
  static let trial = OptionUse(rawValue: 8)
  /// A dry run shows a plan, which has fields and rows.
  static let plan = OptionUse(rawValue: 16)
  /// It may ask before it goes on.
  static let questions = OptionUse(rawValue: 32)
  /// It refuses what looks wrong.
  static let unusual = OptionUse(rawValue: 64)
  /// It shows a day.
  static let day = OptionUse(rawValue: 128)
  /// Personal data may be among what it shows.
  static let personal = OptionUse(rawValue: 256)

  static let list: OptionUse = [.data, .fields, .rows, .personal]
  static let datedList: OptionUse = [.list, .day]
  static let page: OptionUse = [.data, .fields, .personal]
  static let datedPage: OptionUse = [.page, .day]
  static let change: OptionUse = [.data, .trial, .plan, .questions, .unusual, .personal]
  /// What stands for another command.
  static let all: OptionUse = [.datedList, .trial, .questions, .unusual]

  /// Whether it only shows, so that nothing is said before it is known that it can.
  var onlyShows: Bool { contains(.fields) && !contains(.trial) }
}

extension GlobalOption {
  /// Nil for options of the program itself: where the store is, and how messages are written.
  fileprivate var use: OptionUse? {
    switch name {
    case "output", "format", "json", "csv", "plot", "layout", "no-header", "no-escape-formulas",
      "bom", "delimiter":
      .data
    case "fields": .fields
    case "sort", "limit": .rows
    case "dry-run", "detailed-exitcode": .trial
    case "yes": .questions
    case "accept": .unusual
    case "as-of": .day
    case "reveal": .personal
    default: nil
    }
  }
}

extension GlobalOption {
  /// The names of those that say what form the data have, or where they go.
  static let namesOfData = Set(all.filter { $0.use == .data }.map(\.name))
}

extension CommandContext {
  /// Refuses the options of the line that the command does nothing with.
  /// - Parameter action: what the command does here, where it does several things.
  func refuseUnused(by uses: OptionUse, _ action: String? = nil) throws {
    let line = TypedLine(typed)
    for option in line.givenOptions {
      // Scripts say yes to every command, whether it asks or not.
      guard let use = option.use, use != .questions, !isUsed(option, use, by: uses) else {
        continue
      }
      throw CommandError(
        .usage,
        option.name == "dry-run"
          ? "this command does not support --dry-run; nothing was done"
          : "--\(option.name) has no effect on \(action ?? name)",
        remedy: "leave --\(option.name) out")
    }
    guard uses.contains(.plan) else { return }
    if options.dryRun { return try PlanOutput.check(self) }
    try refuseListOptions()
  }

  private func isUsed(_ option: GlobalOption, _ use: OptionUse, by uses: OptionUse) -> Bool {
    if uses.takes(option) { return true }
    // Messages are JSON, too, whatever the command.
    if use == .data, options.messagesAreJSON, option.name == "format" { return true }
    // The store as it was has its own day, which is checked once that store is open.
    guard use == .day, options.at != nil else { return false }
    refusesEarlierDay = true
    return true
  }
}

extension OptionUse {
  /// Whether an option does something, whatever else the line says.
  func takes(_ option: GlobalOption) -> Bool {
    guard let use = option.use, option.name != "json" else { return true }
    // A yes accepts what looks wrong.
    if use == .questions, contains(.unusual) { return true }
    return contains(use) || contains(.plan) && [.fields, .rows].contains(use)
  }
}
