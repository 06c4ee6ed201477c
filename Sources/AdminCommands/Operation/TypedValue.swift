import Accounts

/// Parses the words of reading commands.
enum TypedValue {
  /// - Parameter field: the command's name for the word.
  static func value<Value: FieldValue>(_ word: String, _ field: String) throws -> Value {
    let trimmed = CellBlanks.trimmed(word)
    guard !trimmed.isEmpty else {
      throw Rejection(
        .required, field: field, found: "nothing", expected: Value.valueName,
        remedy: "needed: \(Value.valueName)")
    }
    do throws(ValueFault) {
      return try Value(trimmed)
    } catch {
      let rejection = Rejection(error, field: field)
      // Elsewhere an address says where mail goes.
      guard Value.self != EmailAddress.self || field == User.email.name else { throw rejection }
      throw NameForKey.remedy(rejection, of: Value.self).map(rejection.with(remedy:)) ?? rejection
    }
  }

  /// An option of a reading command, refused with the words that fields have.
  @Sendable static func option<Value: FieldValue>(_ word: String) throws -> Value {
    do throws(ValueFault) {
      let word = CellBlanks.trimmed(word)
      guard !word.isEmpty else {
        throw ValueFault(
          .required, found: "nothing", expected: Value.valueName, remedy: "give a value")
      }
      return try Value(word)
    } catch {
      throw OptionFault(fault: error)
    }
  }

  /// The moment that is meant by a time as it was typed.
  /// - Parameter option: as it is typed, e.g. `--since`.
  static func moment(_ time: TypedTime?, _ option: String, on store: Store) throws -> Timestamp? {
    do throws(ValueFault) {
      return try time?.moment(in: store.settings.zone, today: store.today)
    } catch {
      throw CommandError(
        .usage, "\(option): found \(error.found.asFound), expected \(error.expected)",
        remedy: error.remedy)
    }
  }
}

/// Why an option's word is not such a value; the parser says which option and which word.
struct OptionFault: Error, CustomStringConvertible {
  let fault: ValueFault
  var description: String { Rejection.joined("expected \(fault.expected)", fault.remedy) }
}
