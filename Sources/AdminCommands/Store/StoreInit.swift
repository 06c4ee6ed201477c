import Accounts
import ArgumentParser

/// `store init`
struct StoreInit: AdminCommand {
  static let uses: OptionUse = .questions
  static let reach: CommandReach = [.store, .files, .changes]
  static let help = CommandHelp(
    "init", abstract: "Create a new, empty store",
    discussion: HelpText.discussion(
      """
      Only its owner can read the file. With --group, the folder and the file belong to a group of \
      clerks who share it. A missing folder is created only with --group, with --yes, or after you \
      confirm at the terminal; the folder of the default store is always created.

      Without --time-zone, the city's time zone is that of this machine; the command prints it.

      On a PostgreSQL server, the store is the schema ubadmin in an existing database. The command \
      also creates the group roles ubadmin_viewer, ubadmin_clerk, ubadmin_supervisor and \
      ubadmin_admin; grant one to each login that uses the store. A password comes from ~/.pgpass or a \
      service file, never from the address.
      """,
      examples: [
        "store init city.db --city \"Cedar Falls\" --time-zone America/Chicago",
        "store init /srv/ubadmin/city.db --group clerks",
        "store init postgresql://ubadmin@db.example/city?sslmode=verify-full",
      ]))
  static let leastRole = Role.admin
  static let standsAlone = true

  @Argument(help: ArgumentHelp("location of the store; same as --store", valueName: "url"))
  var url: String?
  @Option(help: "name of the city") var city: String?
  @Option(help: ArgumentHelp("time zone of the city, e.g. America/Chicago", valueName: "zone"))
  var timeZone: String?
  @Option(help: ArgumentHelp("group that shares the store", valueName: "name"))
  var group: String?

  func run(in context: CommandContext) throws -> ExitStatus {
    let location =
      if let url { try StoreLocation(url) } else { try context.storeLocation }
    if group != nil, case .server = location {
      throw CommandError(
        .usage, "--group has no effect with a store on a server, where roles control access",
        remedy: "leave out --group, and grant the role ubadmin_clerk")
    }
    try context.session.checkMayMakeStore(location)
    let made = try context.agreedFolders(
      for: location, isNamed: context.namesStore(url), isForGroup: group != nil)
    var settings: [Setting: String] = [:]
    if let city { settings[.city] = try Line(city).text }
    settings[.timeZone] = try timeZone.map { try TimeZoneName($0).text } ?? TimeZoneName.system
    let store = try Store.create(
      location, clock: context.session.clock, settings: settings,
      access: group.map { .group($0) } ?? .ownerOnly)
    if let made { context.say(made) }
    if let advice = store.advice { context.say(lines: advice) }
    if !context.options.quiet {
      let zone = "time zone \(store.settings[.timeZone])"
      context.say(
        "store \(location) created, \(zone)\(timeZone == nil ? ", as on this machine" : "")")
      if timeZone == nil {
        context.say("  for another zone, use `setting set time-zone America/Chicago`")
      }
      context.sayHowToUse(location)
    }
    return .done
  }
}
