import Accounts
import ArgumentParser
import Glibc
import Reports

/// `config set`
struct ConfigSet: AdminCommand {
  static let uses: OptionUse = []
  static let reach: CommandReach = .files
  static let help = CommandHelp(
    "set", abstract: "Set a key in the configuration file",
    discussion: HelpText.discussion(
      "The value is written to your own file. With --profile, it applies only to commands that use that "
        + "profile. Comments and other lines of the file do not change. A path is stored as an "
        + "absolute path, so that it works in every folder.",
      examples: [
        "config set store /srv/ubadmin/city.db", "config set store demo/city.db --profile test",
        "config set csv-bom yes",
      ]))

  @Argument(help: "one of the keys of `config list`") var key: String
  @Argument(help: "new value") var value: String
  @OptionGroup var place: ConfigPlace

  func run(in context: CommandContext) throws -> ExitStatus {
    let key = try ConfigurationKey(typed: key)
    let value = try key.whole(value)
    let profile = try place.profile(context)
    let section = ConfigPlace.section(profile)
    var file = try place.file(context)
    let old = file.text
    file.set(key, value, in: profile)
    if file.text == old {
      context.say("\(key.rawValue)\(section) is unchanged: \(value)")
    } else {
      try place.write(file)
      if !context.options.quiet {
        context.say("\(file.path): \(key.rawValue)\(section) is \(value)")
      }
    }
    if let variable = context.session.environment[key.variable], !variable.isEmpty {
      context.say("note: \(key.variable) is set in this shell and takes precedence")
    }
    return .done
  }
}

/// `config unset`
struct ConfigUnset: AdminCommand {
  static let uses: OptionUse = []
  static let reach: CommandReach = .files
  static let help = CommandHelp(
    "unset", abstract: "Remove a key from the configuration file",
    discussion: HelpText.discussion(
      "With --profile, removes it from that profile only.",
      examples: ["config unset csv-bom", "config unset store --profile test"]))

  @Argument(help: "one of the keys of `config list`") var key: String
  @OptionGroup var place: ConfigPlace

  func run(in context: CommandContext) throws -> ExitStatus {
    let key = try ConfigurationKey(typed: key)
    let profile = try place.profile(context)
    let section = ConfigPlace.section(profile)
    var file = try place.file(context)
    guard file.unset(key, in: profile) else {
      context.say("\(file.path): \(key.rawValue)\(section) is not set")
      return .done
    }
    try place.write(file)
    if !context.options.quiet {
      context.say("\(file.path): \(key.rawValue)\(section) is no longer set")
    }
    return .done
  }
}

/// The file that is changed, and the part of it.
struct ConfigPlace: ParsableArguments {
  @Flag(help: "change the system file, for everyone on this machine, instead of your own")
  var system = false

  /// As it stands; empty where there is none yet.
  func file(_ context: CommandContext) throws -> ConfigurationFile {
    let path = try path(context)
    return try ConfigurationFile(path: path) ?? ConfigurationFile(path: path, text: "")
  }

  /// ` of profile test`, for messages.
  static func section(_ profile: String?) -> String { profile.map { " of profile \($0)" } ?? "" }

  private func path(_ context: CommandContext) throws -> String {
    let environment = context.session.environment
    if let person = context.session.caller.actsFor {
      throw CommandError(
        .notPermitted,
        "the configuration of \(context.session.caller.account) is not changed for \(person)",
        remedy: "run the command without sudo")
    }
    let path =
      system
      ? Configuration.systemPaths(environment).first : Configuration.userPath(environment)
    guard let path else {
      throw CommandError(
        .configuration, "no folder for the configuration file",
        remedy: "set HOME to an absolute path")
    }
    return path
  }

  func profile(_ context: CommandContext) throws -> String? {
    guard let name = context.options.profile else { return nil }
    guard !name.isEmpty, !name.contains(where: { $0.isWhitespace || "[]#=".contains($0) }) else {
      throw CommandError(
        .usage,
        "--profile: found \(name.asFound), expected a name without spaces, brackets, # or =")
    }
    return name
  }

  /// Whole or not at all; the folder is made where it is missing.
  func write(_ file: ConfigurationFile) throws {
    try ParentFolders.make(of: file.path, mode: system ? 0o755 : 0o700)
    let new = try AtomicFile(path: file.path)
    new.output.append(file.text)
    try new.commit()
    if system { unsafe chmod(file.path, 0o644) }
  }
}

extension ConfigurationKey {
  /// A value as it goes into the file; throws where it is none.
  fileprivate func whole(_ typed: String) throws -> String {
    let text = typed.isEmpty ? "" : try Remark(typed).text
    if expected(insteadOf: text) != nil { throw fault(of: text) }
    if self == .store { _ = try StoreLocation(text) }
    // The key itself would be kept where everybody looks.
    if self == .eftKey, text.utf8.count >= 32, text.allSatisfy(\.isHexDigit),
      !FileNames.isThere(text)
    {
      throw CommandError(
        .usage,
        "\(rawValue): found what looks like the key itself, expected the file that holds it",
        remedy: "write the key to a file that only you can read, and give its path")
    }
    guard isRelative(text) else { return text }
    var path = text
    if self == .store, case .file(let named) = try StoreLocation(text) { path = named }
    guard let whole = FileNames.absolute(path) else {
      throw CommandError(.usage, "\(rawValue): found \(typed), expected an absolute path")
    }
    return whole
  }
}
