import Accounts
import ArgumentParser

/// The days that a command's options mean, by the city's day.
extension CommandContext {
  /// The day for which data is shown.
  func day(on store: Store) -> CivilDate { asOf(store) ?? store.today }

  /// The day of `--as-of`.
  func asOf(_ store: Store) -> CivilDate? { day(options.asOf, "--as-of", on: store) }

  /// How a word was understood is said once.
  func day(_ typed: TypedDay?, _ option: String, on store: Store) -> CivilDate? {
    day(typed, option, today: options.dueDay ?? store.today)
  }

  func day(_ typed: TypedDay?, _ option: String, today: CivilDate) -> CivilDate? {
    guard let typed else { return nil }
    let day = typed.day(today: today)
    if typed.isWord, toldDays.insert(option).inserted, !options.quiet {
      say("note: \(option) \(typed.text) is \(day)")
    }
    return day
  }

  /// The days of `--from` and `--to`, which must not be reversed.
  func days(
    from: TypedDay?, to: TypedDay?, on store: Store
  ) throws -> (from: CivilDate?, to: CivilDate?) {
    let (first, last) = (day(from, "--from", on: store), day(to, "--to", on: store))
    if let first, let last, last < first {
      throw ValidationError("--to \(last) is before --from \(first)")
    }
    return (first, last)
  }
}
