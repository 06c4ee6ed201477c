import Accounts
import ArgumentParser
import Reports

/// Long texts of a command that come from a file or standard input.
enum TextFiles {
  private static let longest = 100_000

  static func fill(
    _ words: inout [[UInt8]?], from files: [Int: String], of fields: [FieldInfo],
    in context: CommandContext
  ) throws {
    for (index, path) in files.sorted(by: { $0.key < $1.key }) {
      let name = fields[index].name
      guard words[index] == nil else {
        throw ValidationError(
          "--\(name) and --\(OperationFields.fileOption(fields[index])) cannot be used together")
      }
      words[index] = try text(of: path, in: context)
    }
  }

  static func text(of path: String, in context: CommandContext) throws -> [UInt8] {
    let input = try BulkInput(path: path, context: context)
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = try unsafe block.withUnsafeMutableBytes { try unsafe input.read(into: $0) }
      if count == 0 { return bytes }
      bytes += block.prefix(count)
      guard bytes.count <= longest else {
        throw CommandError(
          .badData, "\(path): found more than \(longest) bytes, expected a text",
          remedy: "check that it is the right file")
      }
    }
  }
}
