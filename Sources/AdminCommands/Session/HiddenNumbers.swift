import Accounts
import Reports

/// Words of a command about bank accounts that may be the number of one, typed where something else belongs.
/// Messages do not repeat them.
struct HiddenNumbers {
  private var numbers: [String] = []

  init() {}

  /// - Parameter words: a whole line.
  init(typed words: [String]) {
    guard words.contains(where: SecretDetector.mayBeBankAccount) else { return }
    let command = CommandWords(words)
    guard Self.takesBankData(command) else { return }
    // One number may be part of another.
    numbers = command.words.filter(Self.mayBeNumber).map(\.value).sorted { $0.count > $1.count }
  }

  var isEmpty: Bool { numbers.isEmpty }

  private static func takesBankData(_ command: CommandWords) -> Bool {
    guard let fields = command.fields else { return command.path == ["eft", EFTReturns.help.name] }
    return fields.contains { $0.valueName == RoutingNumber.valueName }
  }

  /// Values of fields are not among them: the field's own message shows no more than it may. Nor are dates,
  /// which have eight digits.
  private static func mayBeNumber(_ word: CommandWords.Word) -> Bool {
    if case .field = word.role { return false }
    return SecretDetector.mayBeBankAccount(word.value) && (try? TypedDay(word.value)) == nil
      && word.value.allSatisfy { ("0"..."9").contains($0) || $0 == "-" || $0 == " " }
  }

  /// The text without them.
  func hidden(in text: String) -> String {
    numbers.reduce(text) { $0.replacing($1, with: ColumnType.mask) }
  }

  /// A message for programs without them.
  func hidden(in record: Page) -> Page {
    guard !isEmpty else { return record }
    var record = record
    record.sections = record.sections.map { section in
      guard case .fields(let title, let fields) = section else { return section }
      return .fields(
        title: title,
        fields.map { field in
          guard case .text(let text) = field.value else { return field }
          return PageField(field.name, label: field.label, .text(hidden(in: text)))
        })
    }
    return record
  }
}
