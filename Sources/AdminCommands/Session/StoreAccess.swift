import Accounts

/// Which store a command works on, and how it is opened.
extension Session {
  func configuration(_ options: GlobalOptions) throws -> Configuration {
    if let known = knownConfiguration, known.profile == options.profile,
      known.readsFiles == !options.noConfig
    {
      return known.configuration
    }
    let configuration = try Configuration(
      environment: environment, profile: options.profile, readsFiles: !options.noConfig)
    knownConfiguration = (options.profile, !options.noConfig, configuration)
    return configuration
  }

  func storeLocation(_ options: GlobalOptions) throws -> StoreLocation {
    if let named = options.store { return try StoreLocation(named) }
    if let openLocation { return openLocation }
    if let configured = try configuration(options)[.store] {
      return try StoreLocation(configured.value)
    }
    guard let folder = Configuration.folder("XDG_DATA_HOME", "/.local/share", environment) else {
      throw CommandError(
        .configuration, "no store is named", mend: "give --store FILE, or set UBADMIN_STORE")
    }
    return .file(path: "\(folder)/ubadmin/accounts.db")
  }

  func wait(_ options: GlobalOptions) throws -> Duration {
    if let given = options.wait { return given.duration }
    guard let configured = try configuration(options)[.wait] else { return .standardWait }
    guard let time = WaitTime(argument: configured.value) else {
      throw CommandError(
        .configuration,
        "\(configured.origin): found wait = \(configured.value), expected 0 to 86400 seconds")
    }
    return time.duration
  }

  /// The REPL's open store, or the one that the command names.
  /// - Parameter recordsReveal: false where the command itself records what it shows.
  func store(
    _ options: GlobalOptions, _ access: Access, named url: String? = nil, recordsReveal: Bool = true
  ) throws -> Store {
    let reveals = options.reveal && recordsReveal
    let store = try openedStore(options, reveals ? .write : access, named: url)
    zone = store.settings.zone
    if ownsProcess { StatementStop.watch(store.interrupt) }
    if options.verbose { say("store: \(store.location)") }
    store.vault = try vault(options)
    try authorize(on: store)
    if reveals {
      try require(LeastRole.reveal, for: "--reveal", on: store)
      try store.recordRevelation(author(reason: nil))
    }
    return store
  }

  /// The key file is looked at when the first bank account is met.
  private func vault(_ options: GlobalOptions) throws -> @Sendable () throws -> Vault? {
    guard let path = try keyPath(options) else { return { nil } }
    return KeyFile(path: path).source
  }

  /// The file of the key that seals bank accounts; nil where there is no home for one.
  func keyPath(_ options: GlobalOptions) throws -> String? {
    if let named = try configuration(options)[.eftKey] { return named.value }
    return Configuration.folder("XDG_CONFIG_HOME", "/.config", environment)
      .map { "\($0)/ubadmin/eft.key" }
  }

  private func openedStore(
    _ options: GlobalOptions, _ access: Access, named url: String? = nil
  ) throws -> Store {
    if let openStore, options.store == nil, url == nil {
      // A command before this one may have found that the server is gone.
      if openStore.isLost { try openStore.reconnect() }
      return openStore
    }
    if isInteractive, options.store == nil, url == nil {
      let store = try Store.open(
        try storeLocation(options), clock: clock, wait: try wait(options))
      openStore = store
      return store
    }
    let location = if let url { try StoreLocation(url) } else { try storeLocation(options) }
    return try Store.open(location, access: access, clock: clock, wait: try wait(options))
  }

  func author(reason: String?) -> Author {
    Author(
      operatorName: identity.operatorName, actingAs: identity.actingAs, host: caller.host,
      command: commandLine, reason: reason)
  }
}
