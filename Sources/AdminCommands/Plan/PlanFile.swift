import Accounts
import Reports

/// The file of `--plan-out`: what a command would change, for `plan apply`.
final class PlanFile: Plan {
  private let file: AtomicFile
  private let fields: [FieldInfo]
  private var rows = 0
  private var changes = 0

  init(
    _ path: String, of type: any Operation.Type, author: Author, repeats: RepeatPolicy,
    context: CommandContext
  ) throws {
    fields = type.fields
    guard !fields.contains(where: { $0.place == .secret }) else {
      throw CommandError(
        .usage, "\(type.name) cannot be written to a plan, because it needs a secret",
        remedy: "preview it with --dry-run")
    }
    file = try context.newFile(path)
    let now = context.zone.iso(Timestamp(seconds: context.session.clock.now()))
    write(
      .header(
        PlanHeader(
          command: "\(type.name)", author: author.signed(context.identity), at: now,
          zone: context.zone.name, acceptsUnusual: context.options.acceptsUnusual, repeats: repeats)
      ))
  }

  func add(_ planned: PlannedRow) throws {
    let performed = planned.performed
    guard !performed.isUnchanged, performed.effect.refusal == nil else { return }
    let given = zip(fields, planned.words).compactMap { field, word in
      word.map { (field: field.name, text: String(decoding: $0, as: UTF8.self)) }
    }
    rows += 1
    write(
      .row(
        PlanRow(
          line: planned.line, words: given, newKey: performed.effect.newKey,
          earlierMark: planned.earlierMark)))
    for change in performed.changes {
      changes += 1
      write(.change(PlannedChange(change)))
    }
    try file.output.check()
  }

  func finish() throws {
    write(.end(rows: rows, changes: changes))
    try file.commit()
  }

  func discard() { file.discard() }

  static func hint(_ path: String) -> String {
    // What was written to a stream is in a file of another name, if at all.
    "apply it with `ubadmin plan apply \(word: CommandFiles.isStream(path) ? "FILE" : path)`"
  }

  private func write(_ line: PlanLine) { file.output.append(line.text + "\n") }
}
