/// A command that a message suggests. Rules give names and values; how they are typed is known here alone.
package struct SuggestedCommand: CustomStringConvertible, Sendable {
  /// Without backticks.
  package private(set) var description: String

  /// - Parameters:
  ///   - name: noun and verb, e.g. `bill void`.
  ///   - arguments: in their order.
  ///   - options: by name; the value is nil for an option that has none.
  package init(
    _ name: String, _ arguments: [any CustomStringConvertible] = [],
    options: KeyValuePairs<String, (any CustomStringConvertible)?> = [:]
  ) {
    description = ([name] + arguments.map { ShellWord.quoted($0.description) })
      .joined(separator: " ")
    for (option, value) in options { add(option, value) }
  }

  package mutating func add(_ option: String, _ value: (any CustomStringConvertible)?) {
    description += " " + Self.typed(option, value)
  }

  fileprivate static func typed(
    _ option: String, _ value: (any CustomStringConvertible)?
  ) -> String {
    "--" + option + (value.map { " " + ShellWord.quoted($0.description) } ?? "")
  }
}

extension String {
  /// A command in backticks, as `\(run:)` makes it, where the line is too long for that.
  package static func run(
    _ name: String, _ arguments: any CustomStringConvertible...,
    options: KeyValuePairs<String, (any CustomStringConvertible)?> = [:]
  ) -> String {
    "\(run: SuggestedCommand(name, arguments, options: options))"
  }

  /// A command without backticks, where nothing else is said.
  package static func command(
    _ name: String, _ arguments: any CustomStringConvertible...,
    options: KeyValuePairs<String, (any CustomStringConvertible)?> = [:]
  ) -> String {
    SuggestedCommand(name, arguments, options: options).description
  }
}

extension DefaultStringInterpolation {
  /// A command that runs as printed, in backticks:
  /// `"see \(run: "read list", options: ["meter": serial])"`.
  package mutating func appendInterpolation(
    run name: String, _ arguments: any CustomStringConvertible...,
    options: KeyValuePairs<String, (any CustomStringConvertible)?> = [:]
  ) {
    appendInterpolation(run: SuggestedCommand(name, arguments, options: options))
  }

  package mutating func appendInterpolation(run command: SuggestedCommand) {
    appendLiteral("`\(command)`")
  }

  /// Where a command is explained: `"\(help: "account open") explains how to reopen it"`.
  package mutating func appendInterpolation(help command: String) {
    appendInterpolation(run: SuggestedCommand(command, options: ["help": nil]))
  }

  /// An option as it is typed: `"add \(option: "accept", "unusual")"`.
  package mutating func appendInterpolation(
    option name: String, _ value: (any CustomStringConvertible)? = nil
  ) {
    appendLiteral(SuggestedCommand.typed(name, value))
  }
}
