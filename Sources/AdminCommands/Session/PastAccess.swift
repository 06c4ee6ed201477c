import Accounts
import ArgumentParser

/// The value of `--at`: the number of a change, or a time.
enum TypedPast: Equatable {
  case change(Int64)
  case time(TypedTime)
}

extension TypedPast: GlobalValue {
  static let expected = "the number of a change, " + TypedTime.expected

  init?(argument: String) {
    if let number = Int64(argument), number >= 0 {
      self = .change(number)
    } else if let time = try? TypedTime(argument) {
      self = .time(time)
    } else {
      return nil
    }
  }
}

/// Commands that show the store as it was.
extension CommandContext {
  func refusePast(_ command: any AdminCommand) throws {
    guard options.at != nil else { return }
    guard command.takesPast else {
      guard !(command is QueryCommand) else {
        throw CommandError(
          .usage, "query reads only current data, and does not take --at",
          remedy:
            "use a list, e.g. `bill list --at yesterday`; lists, `show` commands, reports and "
            + "`search` take --at")
      }
      throw CommandError(
        .usage,
        "--at is only for commands that show or list records; \(name) does not take it"
          + (type(of: command).looksBack ? " for a change" : ""),
        remedy: "leave --at out")
    }
    try refuseInOpenTransaction("--at")
  }

  /// The past of a store cannot be shown together with what is not committed.
  func refuseInOpenTransaction(_ option: String) throws {
    guard session.prompt?.store?.open == nil else {
      throw CommandError(
        .usage, "\(option) cannot be part of a transaction",
        remedy: "end it with `commit` or `rollback`")
    }
  }

  /// From here on the command sees the store as `--at` asks.
  func goBack(_ store: Store) throws {
    guard let at = options.at, past == nil else { return }
    // Asked first: afterwards the store's day is the earlier one.
    let word = lasting(at, on: store)
    let moment: PastMoment
    do {
      moment = try store.goBack(to: try point(at, on: store))
    } catch let rejection as Rejection {
      throw CommandError(
        rejection.code.status, "--at: found \(rejection.found), expected \(rejection.expected)",
        remedy: rejection.remedy)
    }
    past = store
    zone = store.settings.zone
    // Commands named from here on are about the same moment.
    session.printed.past = ["--at", word ?? "\(moment.at)"]
    // A provenance file names the day on which it was written, which may be later.
    if refusesEarlierDay, let day = asOf(store), day < store.today { throw onlyThatMoment(day) }
    guard !options.quiet else { return }
    let others = moment.later == 1 ? "1 change since does" : "\(moment.later) changes since do"
    say(
      "note: as of change \(moment.change), \(zone.text(moment.at))"
        + (moment.later == 0 ? ", the last one" : "; \(others) not count"))
  }

  /// The value of `--at` if it means the same moment later, too; nil if only the moment itself does.
  private func lasting(_ at: TypedPast, on store: Store) -> String? {
    switch at {
    case .change(let number): return "\(number)"
    case .time(.day(let typed)):
      let day = typed.day(today: store.today)
      return day < store.today ? "\(day)" : nil
    case .time: return nil
    }
  }

  /// Why another day is not shown together with `--at`.
  func onlyThatMoment(_ day: CivilDate) -> CommandError {
    CommandError(
      .usage, "--as-of: found \(day), but \(name) with --at shows only that moment",
      remedy: "leave --as-of out")
  }

  func comeBack() {
    past?.comeBack()
    past = nil
  }

  private func point(_ at: TypedPast, on store: Store) throws -> JournalPoint {
    let moment: Timestamp
    switch at {
    case .change(let number): return .change(number)
    case .time(.day(let typed)):
      let day = typed.day(today: store.today)
      // A day as it was when it ended; of today, all that has happened.
      guard day != store.today else { return .moment(store.now) }
      moment = store.settings.zone.end(of: day)
    case .time(let time):
      guard let found = try TypedValue.moment(time, "--at", on: store) else {
        return .moment(store.now)
      }
      moment = found
    }
    guard moment <= store.now else {
      throw CommandError(
        .usage, "--at: found \(zone.text(moment)), which is in the future",
        remedy: "for a planned day, use --as-of")
    }
    return .moment(moment)
  }
}
