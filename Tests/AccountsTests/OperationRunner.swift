import Accounts
import Synchronization

@testable import Ledger
@testable import Values
// For every file of these tests.
@_exported public import TestEngines

/// A desk to try operations at.
struct Office {
  let store: Store
  private let calendar: Calendar

  /// On an empty store of the engine that the test runs on, or on what `make` makes with the
  /// desk's clock.
  init(
    on day: String, make: (Clock) throws -> Store = { try TestEngine.current.emptyStore(clock: $0) }
  ) throws {
    let calendar = Calendar(try CivilDate(day))
    self.calendar = calendar
    store = try make(
      Clock(now: { Int64(calendar.day.daysSince1970) * 86_400 + 43_200 }))
  }

  /// Lets it be another day.
  func turn(to day: String) throws { calendar.set(try CivilDate(day)) }

  /// The day on the wall.
  private final class Calendar: Sendable {
    private let shown: Mutex<CivilDate>

    init(_ day: CivilDate) { shown = Mutex(day) }
    var day: CivilDate { shown.withLock { $0 } }
    func set(_ day: CivilDate) { shown.withLock { $0 = day } }
  }

  /// Carries out one operation as a change of its own; throws the rejection where it is refused.
  @discardableResult
  func run<O: Accounts.Operation>(
    _ type: O.Type, _ cells: [String: String], secrets: SecretSource = .quick
  ) throws -> Performed {
    let operation = try Self.operation(type, cells, secrets: secrets)
    let change = try store.beginChange(Author(operatorName: "pat", host: "desk", command: "test"))
    // What is unusual has tests of its own.
    change.books.acceptsUnusual = true
    do {
      let performed = try change.perform(operation)
      try change.commit()
      return performed
    } catch {
      change.rollback()
      guard case .rejected(let rejection) = error as? RuleError else { throw error }
      throw rejection
    }
  }

  /// The store as a colleague has it: on a server they sign in themselves.
  func store(of colleague: String) throws -> Store {
    guard case .server(let address) = store.location else { return store }
    return try Store.open(
      try StoreLocation(TestEngine.address(address, as: colleague)), clock: store.clock)
  }

  /// The rejection of an operation that must not be done.
  func refusal<O: Accounts.Operation>(_ type: O.Type, _ cells: [String: String]) -> Rejection? {
    do {
      try run(type, cells)
      return nil
    } catch {
      return error as? Rejection
    }
  }

  /// A cell for a field that the operation does not have is an error of the test.
  static func operation<O: Accounts.Operation>(
    _ type: O.Type, _ cells: [String: String], secrets: SecretSource = .quick
  ) throws -> O {
    let unknown = cells.keys.filter { name in !O.fields.contains { $0.name == name } }
    guard unknown.isEmpty else { throw UnknownFields(names: unknown) }
    var input = Input(fields: O.fields, secrets: secrets)
    // The input borrows the bytes until the operation is built.
    var lent: [PinnedBytes] = []
    for (index, field) in O.fields.enumerated() {
      guard let text = cells[field.name] else { continue }
      let bytes = PinnedBytes(text.utf8)
      lent.append(bytes)
      input.set(index, to: bytes.lent)
    }
    return try withExtendedLifetime(lent) { try O(input) }
  }

  struct UnknownFields: Error {
    let names: [String]
  }
}
