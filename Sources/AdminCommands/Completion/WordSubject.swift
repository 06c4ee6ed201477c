import Accounts
import Reports

/// What a word of a command line names, by which it is completed.
enum WordSubject: Equatable {
  case nothing
  case choice([String])
  /// Several, with commas between them.
  case list([String])
  case setting, profile, query, date, file, fileOrDate
  /// The name of a saved import, or one of these words.
  case savedImport([String])
  /// Those of a query, which is written there or named.
  case parameters([String])
  /// A name in a query, behind this text of it.
  case sql(String)
  case record(RecordKind)
  /// Fields of a list or page; those that sort it may have a sign before them.
  case fields(mayDescend: Bool)
  /// Words of a search.
  case search
  /// One of these kinds of records, or a record of them without its kind.
  case kindOrSearch([String])
}

extension WordSubject {
  init(_ slot: WordSlot, index: Int?, in line: CompletionLine) {
    let fields = line.command.flatMap(Self.fields)
    let field = fields?.first {
      $0.name == slot.name && (($0.place == .argument) == (index != nil) || $0.hasBothForms)
    }
    // An argument that is typed as an option keeps its place.
    let arguments = fields?.filter { $0.place == .argument }
    let place = index ?? arguments?.firstIndex { $0.name == slot.name }
    if Self.isNew(slot, place, line.path) {
      self = .nothing
    } else if slot.name == "clear", let fields {
      self = .list(fields.filter(\.isClearable).map(\.name))
    } else if let choices = field?.choices {
      self = line.path.first == SettingCommand.name ? .setting : .choice(choices)
    } else if let field, field.valueName == "email", !field.namesRecord {
      // Somebody's new address.
      self = .nothing
    } else if index == 0, line.command is HistoryCommand.Type || line.command is NoteList.Type {
      self = .kindOrSearch(slot.values)
    } else if !slot.values.isEmpty {
      self = .choice(slot.values)
    } else {
      self = Self.named(slot, line, isShared: fields?.contains(where: OperationFields.isShared))
    }
  }

  private static func fields(_ command: any AdminCommand.Type) -> [FieldInfo]? {
    (command as? any FieldsCommand.Type)?.operationFields
  }

  /// What a value is called says what it is: an argument, an option and a column of the same name
  /// mean the same everywhere.
  private static func named(
    _ slot: WordSlot, _ line: CompletionLine, isShared: Bool?
  ) -> WordSubject {
    if let subject = subject(slot.name, line) { return subject }
    switch slot.valueName {
    case "file": return slot.name == "from" && isShared == true ? .fileOrDate : .file
    case "url": return .file
    case "date", "time": return .date
    case "groups": return .list(groups(slot, line))
    default: return subject(slot.valueName, line) ?? .nothing
    }
  }

  /// What a report can be summed by.
  private static func groups(_ slot: WordSlot, _ line: CompletionLine) -> [String] {
    let report = line.command as? any AskingCommand.Type
    let parameter = report?.parameters.first { $0.name == slot.name }
    guard case .list(let groups)? = parameter?.kind else { return [] }
    return groups
  }

  private static func subject(_ name: String, _ line: CompletionLine) -> WordSubject? {
    switch name {
    case "account": return .record(.account)
    case "on" where line.path == ["read", "void"]: return .record(.readDay)
    case "cid": return .record(.customer)
    case "location": return .record(.location)
    case "meter": return .record(.meter)
    case "bill": return .record(.bill)
    case "email": return .record(.user)
    case "route": return .record(.route)
    case "change", "at": return .record(.change)
    case "job": return .record(.job)
    case "request": return .record(.request)
    case "payment": return .record(.payment)
    case "announcement": return .record(.announcement)
    case "routing", "bank": return .record(.bank)
    case "operator", "assignee": return .record(.staff)
    case "event" where line.path.first == HistoryCommand.help.name:
      let kind = line.given["kind"].flatMap { HistoryKind(rawValue: $0) }
      return .choice(HistoryKind.events(of: kind.map { [$0] } ?? HistoryKind.allCases))
    case "table"
    where line.path.first == ChangeCommand.name || line.path.first == JobCommand.name:
      return .choice(Table.names)
    case "service":
      let starts = line.path.last == "start" || line.given["account"] == nil
      return .record(starts ? .serviceType : .service)
    case "key" where line.path.first == ConfigCommand.name:
      return .choice(ConfigurationKey.allCases.map(\.rawValue))
    case "value" where line.path.first == ConfigCommand.name:
      return line.given["key"].flatMap(ConfigurationKey.init(rawValue:))?.subject
    case "folder": return .file
    case "key":
      return (line.given["kind"] ?? line.given["record"]).flatMap(RecordKind.init)
        .map { .record($0) }
    case "record" where line.path.first == ExplainCommand.help.name:
      return .kindOrSearch(ExplainedKind.allCases.map(\.rawValue))
    case "name" where line.path.first == SettingCommand.name: return .setting
    case "value" where line.path.first == SettingCommand.name:
      return line.given["name"].flatMap(Setting.init(rawValue:))?.subject
    case "code" where line.path.first == ServiceTypeCommand.name: return .record(.serviceType)
    case "words" where line.path.first == SearchCommand.help.name: return .search
    case "words" where line.path.first == UseCommand.help.name:
      guard let first = line.given[name] else {
        return .kindOrSearch(PromptSubject.kinds.map(\.kind.rawValue))
      }
      return RecordKind(rawValue: first).map { .record($0) } ?? .search
    case "profile": return .profile
    case "sql": return query(line)
    case "words" where line.path.first == ImportCommand.help.name: return imported(line)
    case "param": return .parameters(line.argumentPlaces.map { line.words[$0] })
    case "fields": return .fields(mayDescend: false)
    case "sort": return .fields(mayDescend: true)
    default: return nil
    }
  }

  /// A query, or what is done with a saved one, and then its name.
  private static func query(_ line: CompletionLine) -> WordSubject {
    let words = line.argumentPlaces.map { line.words[$0] }
    guard let first = words.first else {
      return line.typed.contains(" ")
        ? .sql("") : .choice(SavedQueryAction.allCases.map(\.rawValue))
    }
    guard let action = SavedQueryAction(rawValue: first) else {
      return .sql(words.joined(separator: " "))
    }
    if words.count == 1 { return action.takesName ? .query : .nothing }
    return action == .save ? .sql(words.dropFirst(2).joined(separator: " ")) : .nothing
  }

  /// A saved import, or what is done with one, and then its name.
  private static func imported(_ line: CompletionLine) -> WordSubject {
    let words = line.argumentPlaces.map { line.words[$0] }
    guard let first = words.first else {
      return .savedImport(ImportAction.allCases.map(\.rawValue))
    }
    let isNamed = [ImportAction.show, .remove].map(\.rawValue).contains(first)
    return isNamed && words.count == 1 ? .savedImport([]) : .nothing
  }

  /// The name of a record that the command is to make.
  private static func isNew(_ slot: WordSlot, _ index: Int?, _ path: [String]) -> Bool {
    guard index == 0, let noun = path.first, path.count == 2 else { return false }
    // A further line of a bill that is there has its number.
    return noun != BillCommand.name && OperationName(noun, path[1]).makes(slot.name)
  }
}

/// A command whose arguments and options are an operation's fields.
protocol FieldsCommand {
  static var operationName: OperationName { get }
  static var operationFields: [FieldInfo] { get }
}

extension OperationCommand: FieldsCommand {
  static var operationName: OperationName { O.name }
  static var operationFields: [FieldInfo] { O.fields }
}
