import Accounts

/// A command that takes the store's location as its argument.
protocol TakesLocation {
  var url: String? { get }
}
extension StoreInit: TakesLocation {}
extension StoreDemo: TakesLocation {}
extension StoreInfo: TakesLocation {}
extension StoreMigrate: TakesLocation {}

/// The options of a line that say which store it works on. Commands printed in messages repeat them, so that
/// they run on the same store.
enum StorePlace {
  /// As they were typed.
  static func options(_ typed: [String], but left: Set<String> = []) -> [String] {
    let names = Set(["store", "profile", "no-config"]).subtracting(left)
    let words = TypedLine(typed).words(only: names)
    // A password is not repeated.
    return words.contains { StoreLocation.holdsPassword(address: $0) } ? [] : words
  }
}

extension CommandContext {
  /// With the location that a command's argument says.
  func placeOptions(of command: any AdminCommand) -> [String] {
    guard let url = (command as? any TakesLocation)?.url, let location = try? StoreLocation(url),
      !isUsual(location)
    else { return StorePlace.options(typed) }
    return StorePlace.options(typed, but: ["store"]) + ["--store", url]
  }

  /// How to use a new store, where commands without `--store` use another.
  func sayHowToUse(_ location: StoreLocation) {
    guard !options.quiet, session.prompt == nil, session.caller.actsFor == nil,
      !isUsual(location)
    else { return }
    let place = Self.whole(location)
    let isSet = session.environment["UBADMIN_STORE"]?.isEmpty == false
    say(
      "  to use it in this shell, run `export UBADMIN_STORE=\(word: place)`"
        + (isSet ? "" : "; to use it always, `config set store \(word: place)`"))
  }

  /// Whether commands without `--store` use it.
  private func isUsual(_ location: StoreLocation) -> Bool {
    (try? usualLocation).map { Self.whole($0) == Self.whole(location) } ?? false
  }

  private static func whole(_ location: StoreLocation) -> String {
    guard case .file(let path) = location else { return "\(location)" }
    return FileNames.absolute(path) ?? path
  }
}
