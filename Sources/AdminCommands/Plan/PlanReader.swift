import Accounts
import Reports

/// The rows of a plan's file, one after the other.
struct PlanReader {
  /// One operation, and what it would change.
  struct Row {
    let row: PlanRow
    let changes: [PlannedChange]
  }

  let header: PlanHeader
  let type: any Operation.Type
  private let path: String
  private let secrets: SecretSource
  private var lines: ScriptLines
  private var next: PlanLine?
  private var rows = 0
  private var changes = 0

  init(path: String, context: CommandContext) throws {
    self.path = path
    secrets = context.session.secrets
    let input = try BulkInput(path: path, context: context)
    lines = unsafe ScriptLines { buffer throws(ScriptFault) in
      do throws(ReadFailure) {
        return try unsafe input.read(into: buffer)
      } catch {
        guard case .system(let code) = error else { return 0 }
        throw .unreadable(code: code)
      }
    }
    let first: PlanLine?
    do { first = try Self.line(&lines, path) } catch { throw Self.foreign(input, path) ?? error }
    guard case .header(let header)? = first else {
      throw Self.foreign(input, path)
        ?? CommandError(
          .badData, "\(path) is not a plan", remedy: "use a file written with --plan-out")
    }
    guard let type = OperationCatalogue.all.first(where: { "\($0.name)" == header.command }) else {
      throw CommandError(
        .badData, "\(path):1: unknown command \(header.command)",
        remedy: "use the ubadmin that made the plan, or a later one")
    }
    self.header = header
    self.type = type
    next = try Self.line(&lines, path)
  }

  /// What a file is instead of a plan, which is JSON; nil if nobody knows.
  private static func foreign(_ input: BulkInput, _ path: String) -> CommandError? {
    guard let foreign = input.foreign, foreign.found != ForeignFile.json else { return nil }
    return CommandError(
      .badData, "\(path): found \(foreign.found), expected a plan",
      remedy: "use a file written with --plan-out")
  }

  /// Nil at the plan's end.
  mutating func row() throws -> Row? {
    switch next {
    case .row(let row):
      rows += 1
      var found: [PlannedChange] = []
      next = try Self.line(&lines, path)
      while case .change(let change)? = next {
        found.append(change)
        next = try Self.line(&lines, path)
      }
      changes += found.count
      return Row(row: row, changes: found)
    case .end(rows, changes):
      guard try Self.line(&lines, path) == nil else { throw fault("more lines after the end") }
      return nil
    case nil: throw fault("its end is missing")
    default: throw fault("a line is missing or out of place")
    }
  }

  /// The operation of a row.
  /// - Parameter window: the days that are likely; nil if any is accepted.
  func operation(_ row: PlanRow, window: DateWindow?) throws -> ReadOperation {
    var words: [[UInt8]?] = Array(repeating: nil, count: type.fields.count)
    for (field, text) in row.words {
      guard let index = type.fields.firstIndex(where: { $0.name == field }) else {
        throw fault("unknown field \(field)")
      }
      words[index] = Array(text.utf8)
    }
    return try OperationReader(type, constants: words, window: window, secrets: secrets).read()
  }

  private func fault(_ what: String) -> CommandError {
    CommandError(
      .badData, "\(path):\(lines.number): \(what)", remedy: "make a new plan with --plan-out")
  }

  private static func line(_ lines: inout ScriptLines, _ path: String) throws -> PlanLine? {
    let text: String?
    do throws(ScriptFault) {
      text = try lines.next()
    } catch {
      if case .unreadable = error {
        throw CommandError(.inputOutput, "\(path) cannot be read to the end")
      }
      throw CommandError(
        .badData, "\(path) is not a plan", remedy: "use a file written with --plan-out")
    }
    guard let text else { return nil }
    guard let line = PlanLine(text) else {
      throw CommandError(
        .badData, "\(path):\(lines.number): this is not a line of a plan",
        remedy: "use a file written with --plan-out")
    }
    return line
  }
}
