import Accounts
import ArgumentParser
import Reports

/// `store info`
struct StoreInfo: AdminCommand {
  static let uses: OptionUse = .page
  static let help = CommandHelp(
    "info", abstract: "Show the store's location, schema and size",
    discussion: HelpText.discussion("", examples: ["store info --store city.db"]))

  @Argument(help: ArgumentHelp("location of the store; same as --store", valueName: "url"))
  var url: String?

  func run(in context: CommandContext) throws -> ExitStatus {
    let store = try context.store(.read, named: url)
    let info = try store.info()
    let rows = info.tables.map { [PageValue.text($0.name), .integer($0.rows)] }
    try context.answer(
      page: Page(
        title: "Store \(store.location)",
        sections: [
          .fields([
            PageField("store", label: "Store", .text("\(store.location)")),
            PageField("engine", label: "Engine", .text(info.engine)),
            PageField("schema", label: "Schema", .text(info.schema)),
            PageField("city", label: "City", .text(store.settings[.city])),
            PageField("time_zone", label: "Time zone", .text(store.settings[.timeZone])),
            PageField("today", label: "Today", .date("\(store.today)")),
            PageField("bytes", label: "Size in bytes", info.bytes.map { .count($0) } ?? .null),
            PageField("last_change", label: "Last change", .integer(info.lastChange)),
          ]),
          .table(
            PageTable(
              "tables", title: "Tables",
              columns: [
                ReportColumn("table", title: "Table", kind: .text),
                ReportColumn("rows", title: "Rows", kind: .integer, isCount: true),
              ], rows: rows)),
        ]))
    return .done
  }
}
