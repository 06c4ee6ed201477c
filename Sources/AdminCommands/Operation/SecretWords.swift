import Accounts
import ArgumentParser
import Reports

/// The secrets of a command. They come from a file, standard input or a prompt without echo, never
/// from the command line.
enum SecretWords {
  /// - Parameter words: for a secret, the file that is to be read.
  static func filled(
    _ words: [[UInt8]?], of fields: [FieldInfo], in context: CommandContext
  ) throws -> [[UInt8]?] {
    var words = words
    let lines = SecretLines(context)
    for (index, field) in fields.enumerated() where field.place == .secret {
      let file = words[index].map { String(decoding: $0, as: UTF8.self) }
      if file == nil, let substitute = fields.firstIndex(where: { $0.name == field.substitute }),
        words[substitute] != nil
      {
        continue
      }
      words[index] = try secret(field, file: file, lines, context)
    }
    return words
  }

  /// One secret for all rows of a file is a mistake.
  static func refuseConstants(_ words: [[UInt8]?], of fields: [FieldInfo]) throws {
    for (index, field) in fields.enumerated() where field.place == .secret && words[index] != nil {
      throw ValidationError(
        "--\(OperationFields.fileOption(field)) cannot be used with --from; "
          + "\(field.name) is a column of the file")
    }
  }

  private static func secret(
    _ field: FieldInfo, file: String?, _ lines: SecretLines, _ context: CommandContext
  ) throws -> [UInt8]? {
    let mayBeLeftOut = !field.isRequired && field.substitute == nil
    let cannotAsk =
      context.session.terminal.inputIsTerminal
      ? context.options.noInput : context.session.inputIsScript
    if file == nil, cannotAsk, mayBeLeftOut { return nil }
    if file == nil, context.session.terminal.inputIsTerminal {
      guard !context.options.noInput else { throw missing(field) }
      return try asked(field, context)
    }
    guard file != nil || !context.session.inputIsScript else { throw missing(field) }
    guard let file, file != "-" else { return try lines.next() }
    // What was typed for the file may be the secret.
    guard FileNames.isThere(file) else {
      throw CommandError(
        .cannotOpenInput, "cannot open the file of --\(OperationFields.fileOption(field))",
        remedy: source(of: field))
    }
    return try SecretLines(context, path: file).next()
  }

  /// A wrong value is reported, and asked for again.
  private static func asked(_ field: FieldInfo, _ context: CommandContext) throws -> [UInt8] {
    var attempts = 0
    while true {
      var secret = try SecretPrompt().read("\(field.help): ")
      attempts += 1
      guard !secret.isEmpty, attempts < FieldQuestions.attempts,
        let fault = secret.withCellBytes(field.fault)
      else { return Array(secret.utf8) }
      context.session.say(Rejection(fault, field: field.name))
    }
  }

  private static func missing(_ field: FieldInfo) -> CommandError {
    CommandError(
      .usage, "--\(OperationFields.fileOption(field)) is missing",
      remedy: source(of: field))
  }

  /// Where a secret comes from.
  static func source(of field: FieldInfo) -> String {
    "name a file with the \(field.help), or - for standard input"
  }
}

/// Secrets that come line by line, several from one input.
private final class SecretLines {
  private let context: CommandContext
  private let path: String
  private var input: BulkInput?
  private var rest: [UInt8] = []

  init(_ context: CommandContext, path: String = "-") {
    self.context = context
    self.path = path
  }

  func next() throws -> [UInt8] {
    let input = try self.input ?? BulkInput(path: path, context: context)
    self.input = input
    var block = [UInt8](repeating: 0, count: 1024)
    while !rest.contains(UInt8(ascii: "\n")), rest.count < 4096 {
      let count = try unsafe block.withUnsafeMutableBytes { try unsafe input.read(into: $0) }
      if count == 0 { break }
      rest += block.prefix(count)
    }
    let line = rest.prefix { $0 != UInt8(ascii: "\n") }
    rest.removeFirst(min(line.count + 1, rest.count))
    return Array(line.last == UInt8(ascii: "\r") ? line.dropLast() : line)
  }
}
