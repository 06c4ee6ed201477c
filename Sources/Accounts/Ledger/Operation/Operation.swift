package import Values

/// One step of a change: who may make it, what it writes, and its rule. Nothing else writes.
package protocol Mutation: Sendable {
  static var name: OperationName { get }
  /// Who may do it, however the command is given.
  static var leastRole: Role { get }
  /// What it does to tables; the rights on a server follow from it.
  static var writes: [TableWrite] { get }

  /// The rule: reads and changes the books, or throws a rejection.
  func apply(to books: Books) throws(RuleError) -> Effect
}

/// A change that staff can make: validated fields and a rule. Command line, prompt and bulk files
/// all build this value.
package protocol Operation: Mutation {
  /// What the same command does the second time.
  static var repeated: Repetition { get }
  static var fields: [FieldInfo] { get }
  /// The fields that identify its records, so that it can be applied to a list of them.
  static var recordFields: [FieldInfo] { get }

  /// Whether the rows of a file are compared with the records by content (`RepeatPolicy`), because
  /// nothing else shows whether they were applied before.
  static var comparesRows: Bool { get }

  /// Whether the rule takes long to compute. It then runs before the change begins, while others can
  /// still write, and the operation keeps the result.
  static var isSlow: Bool { get }

  /// Whether a refusal counts towards a limit, so that nothing may be asked without leaving it on
  /// record.
  static var countsGuesses: Bool { get }

  /// Whether it changes the fields that are given, so that a command line has to give one. A row of a
  /// file may give none.
  static var needsAField: Bool { get }

  init(_ input: Input) throws(Rejection)
}

extension Operation {
  package static var repeated: Repetition { .changesNothing }
  package static var comparesRows: Bool { false }
  package static var isSlow: Bool { false }
  package static var countsGuesses: Bool { false }
  package static var needsAField: Bool { false }
  package static var recordFields: [FieldInfo] { fields.filter { $0.place == .argument } }
}

/// What the same command does when it is run twice.
package enum Repetition: Sendable {
  /// The second time is unchanged: a script may repeat it after a failure.
  case changesNothing
  case isRefused
  /// It is done a second time.
  case actsAgain
}

/// Noun and verb, as typed on the command line.
package struct OperationName: Sendable, Hashable, CustomStringConvertible {
  package let noun: String
  package let verb: String

  package init(_ noun: String, _ verb: String) {
    self.noun = noun
    self.verb = verb
  }

  package var description: String { noun + " " + verb }

  /// What to do where a record that the operation makes does not exist.
  package func remedy(ifNone key: some CustomStringConvertible) -> String {
    "find it with `search \(word: key)`; \(help: description) explains how to \(verb) one"
  }
}

/// What an operation did, in words.
package struct Effect: Sendable {
  /// What was done, e.g. `customer 100001 added`, or that nothing changed.
  package let message: String
  /// The key that was assigned, where the input had none.
  package let newKey: String?
  /// Notices for the operator; nothing is wrong.
  package let notices: [String]
  /// Those of the notices that say who owes or has paid something from now on: each needs action.
  package let moneyNotices: [String]
  /// A refusal that is itself recorded: a wrong password counts.
  package let refusal: Rejection?
  /// A record of another day that may be the same: one such row means little, many in one file mean
  /// a lot.
  package let possibleDuplicate: PossibleDuplicate?
  /// A record that may be the same with another amount; as above.
  package let possibleCorrection: PossibleCorrection?
  /// The day of what a row of a file adds or finds on record, where a wrong one would make it another record.
  package let day: RecordDay?
  /// Whether the answer must not tell what was changed, or whether anything was: it depends on what
  /// the asker may not know.
  package private(set) var isAlike = false

  package init(
    _ message: String, newKey: String? = nil, moneyNotices: [String] = [], notices: [String] = [],
    possibleDuplicate: PossibleDuplicate? = nil, possibleCorrection: PossibleCorrection? = nil,
    day: RecordDay? = nil
  ) {
    self.message = message
    self.newKey = newKey
    self.moneyNotices = moneyNotices
    self.notices = moneyNotices + notices
    self.possibleDuplicate = possibleDuplicate
    self.possibleCorrection = possibleCorrection
    self.day = day
    refusal = nil
  }

  /// The same answer whatever was found.
  package static func alike(_ message: String) -> Effect {
    var effect = Effect(message)
    effect.isAlike = true
    return effect
  }

  package init(recording refusal: Rejection) {
    message = "refused; the refusal is recorded"
    newKey = nil
    moneyNotices = []
    notices = []
    possibleDuplicate = nil
    possibleCorrection = nil
    day = nil
    self.refusal = refusal
  }
}
