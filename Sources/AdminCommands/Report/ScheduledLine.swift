import Accounts
import ArgumentParser
import Reports

/// The words of a scheduled report.
struct ScheduledLine {
  /// As they are typed after `ubadmin`.
  let text: String
  private let list: ListLine
  var words: [String] { list.words }
  /// Noun and verb.
  var name: String { list.name }
  var leastRole: Role { list.leastRole }

  /// Options that a schedule has of its own, or that hold for one day alone.
  private static let foreign: Set<String> = ["format", "json", "csv", "plot", "at"]

  init(_ line: String) throws {
    func refused(_ found: String, _ expected: String) -> Rejection {
      Rejection(
        .malformed, field: "line", found: found, expected: expected,
        remedy: "e.g. \"report aged-balances --over 60\"; see `report list`")
    }
    var splitter = LineSplitter()
    do {
      guard try !splitter.take(line) else {
        throw refused("an unclosed quote", "a report")
      }
    } catch let fault as LineFault {
      throw refused(
        "\(fault.shellWord ?? line) in column \(fault.column)",
        "a report and its options; --folder or --mail says where it goes")
    }
    let words =
      splitter.words.first == "ubadmin" ? Array(splitter.words.dropFirst()) : splitter.words
    do {
      list = try ListLine(
        words, without: Self.foreign, what: "a report", where: { $0.hasPrefix("report ") })
    } catch let fault as ListLine.Fault {
      throw refused(fault.found, fault.expected)
    }
    text = WordQuoting.line(words)
  }

  /// Refuses what would fail at every run: options that are missing or contradict each other, records that
  /// do not exist, unknown fields.
  func check(on store: Store, in context: CommandContext) throws {
    let inner = CommandContext(
      context.session, name: name, words: words, options: list.options, scripts: context.scripts)
    do {
      let report = try list.command.report(on: store, in: inner)
      guard list.options.fields != "help" else {
        throw Rejection(
          .malformed, field: "line", found: "--fields help", expected: "names of fields",
          remedy: "see `\(name) --fields help`")
      }
      _ = try Selection(
        fields: list.options.fields, sort: list.options.sort, limit: list.options.limit?.count,
        reveals: false, times: nil, of: report.columns, named: report.name)
    } catch let error as ValidationError {
      throw CommandError(.usage, error.message, remedy: "see `ubadmin \(name) --help`")
    }
  }
}
