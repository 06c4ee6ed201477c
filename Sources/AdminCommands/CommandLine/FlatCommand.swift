import ArgumentParser
import Synchronization

/// A command as its words are parsed: what its groups hold is its own. In debug builds the parser
/// checks all that a group holds five times for each check of what holds the group.
struct FlatCommand<Command: AdminCommand>: ParsableCommand, CustomReflectable {
  static var configuration: CommandConfiguration { Command.configuration }

  private(set) var command = Command()

  init() {}

  init(from decoder: any Decoder) throws {
    command = try Command(from: FlatDecoder(words: decoder.container(keyedBy: FieldKey.self)))
  }

  mutating func validate() throws { try command.validate() }

  /// ArgumentParser finds arguments in a type's mirror.
  var customMirror: Mirror { Mirror(self, children: KnownMembers.of(Command.self)) }
}

/// The members of each command, looked up once: the parser looks many times for each line.
private enum KnownMembers {
  /// Declarations, which never change.
  private struct Members: @unchecked Sendable {
    let all: [OptionMembers.Member]
  }

  private static let known = Mutex<[ObjectIdentifier: Members]>([:])

  static func of<Command: AdminCommand>(_ type: Command.Type) -> [OptionMembers.Member] {
    known.withLock { known in
      if let members = known[ObjectIdentifier(type)] { return members }
      let members = Members(all: OptionMembers.flat(type.init()))
      known[ObjectIdentifier(type)] = members
      return members
    }.all
  }
}

/// The arguments and options of a command, as mirrors show them.
enum OptionMembers {
  typealias Member = (label: String?, value: Any)

  /// The members of a command or a group; those of its own groups stand in their place.
  static func flat(_ options: Any) -> [Member] { members(options) { _ in true } }

  /// Groups with a title are kept: help shows them as sections.
  static func sections(_ options: Any) -> [Member] { members(options) { $0.title.isEmpty } }

  private static func members(_ options: Any, opening: (any TypedGroup) -> Bool) -> [Member] {
    Mirror(reflecting: options).children.flatMap { child -> [Member] in
      guard let group = child.value as? any TypedGroup, opening(group) else {
        return [(child.label, child.value)]
      }
      return members(group.blank, opening: opening)
    }
  }
}

/// A property that holds further arguments and options.
protocol TypedGroup {
  /// Of the section in help; empty for none.
  var title: String { get }
  /// As they were typed.
  var members: Any { get }
  /// As they are declared.
  var blank: Any { get }
}

extension OptionGroup: TypedGroup {
  var members: Any { wrappedValue }
  var blank: Any { Value() }
}

/// Reads a group's members where the command's own are.
private struct FlatDecoder: Decoder {
  let words: KeyedDecodingContainer<FieldKey>
  let codingPath: [any CodingKey] = []
  let userInfo: [CodingUserInfoKey: Any] = [:]

  func container<Key>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
    KeyedDecodingContainer(FlatContainer(words: words))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer { throw misuse }
  func singleValueContainer() throws -> any SingleValueDecodingContainer { throw misuse }

  fileprivate var misuse: DecodingError {
    .dataCorrupted(.init(codingPath: [], debugDescription: "options are read by their names"))
  }
}

/// The words of a command, by the names of its properties.
private struct FlatContainer<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let words: KeyedDecodingContainer<FieldKey>
  let codingPath: [any CodingKey] = []
  let allKeys: [Key] = []

  private var decoder: FlatDecoder { FlatDecoder(words: words) }

  func contains(_ key: Key) -> Bool { words.contains(FieldKey(key.stringValue)) }

  func decodeNil(forKey key: Key) throws -> Bool {
    try words.decodeNil(forKey: FieldKey(key.stringValue))
  }

  func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
    if type is any TypedGroup.Type { return try T(from: decoder) }
    return try words.decode(type, forKey: FieldKey(key.stringValue))
  }

  func decodeIfPresent<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T? {
    try words.decodeIfPresent(type, forKey: FieldKey(key.stringValue))
  }

  func nestedContainer<Nested>(
    keyedBy type: Nested.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<Nested> { throw decoder.misuse }
  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    throw decoder.misuse
  }
  func superDecoder() throws -> any Decoder { throw decoder.misuse }
  func superDecoder(forKey key: Key) throws -> any Decoder { throw decoder.misuse }
}
