import Accounts
import ArgumentParser
import Reports

/// The secrets of a command: never among its words, but in a file, on standard input, or typed
/// without echo.
enum SecretWords {
  /// - Parameter words: for a secret, the file that is to be read.
  static func filled(
    _ words: [[UInt8]?], of fields: [FieldInfo], in session: Session, _ global: GlobalOptions
  ) throws -> [[UInt8]?] {
    var words = words
    for (index, field) in fields.enumerated() where field.place == .secret {
      let file = words[index].map { String(decoding: $0, as: UTF8.self) }
      words[index] = try secret(field, file: file, session, global)
    }
    return words
  }

  /// One secret for all rows of a file is a mistake.
  static func refuseConstants(_ words: [[UInt8]?], of fields: [FieldInfo]) throws {
    for (index, field) in fields.enumerated() where field.place == .secret && words[index] != nil {
      throw ValidationError(
        "--\(OperationFields.secretOption(field)) cannot stand beside --from; "
          + "\(field.name) is a column of the file")
    }
  }

  private static func secret(
    _ field: FieldInfo, file: String?, _ session: Session, _ global: GlobalOptions
  ) throws -> [UInt8] {
    if file == nil, session.terminal.inputIsTerminal {
      guard !global.noInput else { throw missing(field) }
      return Array(try SecretPrompt().read("\(field.help): ").utf8)
    }
    guard file != nil || !session.inputIsScript else { throw missing(field) }
    let input = try BulkInput(path: file ?? "-", session: session)
    return try firstLine(input)
  }

  private static func missing(_ field: FieldInfo) -> CommandError {
    CommandError(
      .usage, "\(field.name): found nothing, expected the \(field.help)",
      mend: "name a file that holds it with --\(OperationFields.secretOption(field))")
  }

  private static func firstLine(_ input: BulkInput) throws -> [UInt8] {
    var line: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1024)
    while !line.contains(UInt8(ascii: "\n")), line.count < 4096 {
      let count = try block.withUnsafeMutableBytes { try input.read(into: $0) }
      if count == 0 { break }
      line += block.prefix(count)
    }
    return Array(line.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") })
  }
}
