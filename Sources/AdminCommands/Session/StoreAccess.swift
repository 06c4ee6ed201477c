import Accounts

/// Which store a command works on, and how it is opened.
extension CommandContext {
  var storeLocation: StoreLocation {
    get throws {
      if let named = options.store { return try StoreLocation(named) }
      return try usualLocation
    }
  }

  /// Without `--store`.
  var usualLocation: StoreLocation {
    get throws {
      if let prompt = session.prompt { return prompt.location }
      if let configured = try configuration[.store] { return try configuredLocation(configured) }
      let home = Configuration.folder("XDG_DATA_HOME", "/.local/share", session.environment)
      guard let home else {
        throw CommandError(
          .configuration, "no store is set", remedy: "use --store FILE, or set UBADMIN_STORE")
      }
      return .file(path: "\(home)/ubadmin/accounts.db")
    }
  }

  private func configuredLocation(
    _ configured: Configuration.Entry
  ) throws(StoreError) -> StoreLocation {
    do throws(StoreError) {
      return try StoreLocation(configured.value)
    } catch {
      guard error.kind == .badAddress else { throw error }
      throw StoreError(
        .misconfigured, "\(configured.origin): \(error.message)", remedy: error.remedy)
    }
  }

  /// How long to wait for a busy store.
  var wait: Duration {
    get throws {
      if let given = options.wait { return given.duration }
      guard let configured = try configuration[.wait] else { return .standardWait }
      guard let time = WaitTime(argument: configured.value) else {
        throw ConfigurationKey.wait.fault(of: configured.value, at: configured.origin)
      }
      return time.duration
    }
  }

  /// The prompt's open store, or the one that the command names.
  /// - Parameter recordsReveal: false where the command itself records what it shows.
  func store(
    _ access: Access, named url: String? = nil, recordsReveal: Bool = true
  ) throws -> Store {
    let reveals = options.reveal && recordsReveal
    guard !options.onlyReads || (access == .read && !reveals) else {
      throw CommandError(
        .refused, "\(name) would change the store, which is read-only here; nothing was done")
    }
    let store = try openedStore(reveals ? .write : access, named: url)
    zone = store.settings.zone
    if session.ownsProcess {
      store.asksToStop = { SignalInbox.asksToStop }
      StatementCanceler.watch(store.interrupt)
      if case .server = store.location { session.stopStatementsFirst() }
    }
    // Days and questions may have opened it before.
    let place = "\(store.location)"
    if toldStore != place {
      // Commands before this one at the prompt may have opened it.
      if store === session.prompt?.store { try store.renewLogin() }
      if options.verbose { say("store: \(place)") }
      if let warning = store.warning { say("note: " + warning) }
      toldStore = place
    }
    store.bankKey = try bankKey()
    try authorize(on: store)
    if reveals {
      try require(.ofReveal, for: "--reveal", on: store)
      try store.recordRevelation(author(reason: nil))
    }
    try goBack(store)
    return store
  }

  /// The key file is looked at when the first bank account is met.
  private func bankKey() throws -> BankKey {
    guard let path = try keyPath else { return BankKey() }
    // Who names a file means that one.
    let isNamed = try configuration[.eftKey] != nil
    return KeyFile(path: path).bankKey(
      sample: isNamed ? nil : DemoCity.bankVault, isTrial: options.dryRun
    ) { [weak self] in
      self?.say(
        "note: created the key file \(path) for bank accounts; back it up, and give a copy to every operator "
          + "who enrolls or exports: without it no bank file can be written")
    }
  }

  /// The file of the key that seals bank accounts; nil if the environment names no home folder.
  var keyPath: String? {
    get throws {
      if let named = try configuration[.eftKey] { return named.value }
      return Configuration.folder("XDG_CONFIG_HOME", "/.config", session.environment)
        .map { "\($0)/ubadmin/eft.key" }
    }
  }

  private func openedStore(_ access: Access, named url: String?) throws -> Store {
    if let prompt = session.prompt, url == nil, try storeLocation == prompt.location {
      return try openedStore(of: prompt)
    }
    let location = if let url { try StoreLocation(url) } else { try storeLocation }
    // A name that was typed may be a slip of the hand: there nothing is offered.
    if url == nil, options.store == nil, session.prompt == nil { try offerStore(at: location) }
    return try Store.open(
      location, access: access, clock: session.clock, wait: try wait,
      connections: session.connections)
  }

  /// With its connection the server has given up what was not committed: nothing may go on as if it were there.
  private func refuseLost(_ store: Store) throws {
    guard let open = store.open, !open.isEmpty else { return }
    throw rollBack(store, because: "the connection was lost")
  }

  private func rollBack(_ store: Store, because cause: String) -> StoreError {
    store.failOpenChange()
    return StoreError(
      .unavailable, "\(cause); the transaction is rolled back",
      remedy: "end it with `rollback`, and begin again")
  }

  /// Lets go of a file that is no longer in its place. What was to be committed is not in the file that is there now.
  private func closeReplaced(of prompt: Prompt) throws(StoreError) {
    guard let store = prompt.store, store.isReplaced, store.open?.hasFailed != true else { return }
    guard store.open == nil else {
      throw rollBack(
        store,
        because: "the store \(store.location) was replaced or removed while it was open")
    }
    store.emptyLog()
    prompt.store = nil
  }

  private func openedStore(of prompt: Prompt) throws -> Store {
    // Both files have the same log: the old one is closed before the new one is opened.
    try closeReplaced(of: prompt)
    if let store = prompt.store {
      try store.use(wait: try wait)
      // A command before this one may have found that the server is gone.
      if store.isLost {
        try refuseLost(store)
        try store.reconnect()
      }
      return store
    }
    let store = try Store.open(
      prompt.location, clock: session.clock, wait: try wait, connections: session.connections)
    prompt.store = store
    return store
  }
}
