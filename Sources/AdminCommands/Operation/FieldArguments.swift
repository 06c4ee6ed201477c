import Accounts
import ArgumentParser

/// The words that a command line gives for an operation's fields.
struct FieldArguments<O: Operation>: ParsableArguments, CustomReflectable {
  /// In the order of the fields.
  private(set) var words: [[UInt8]?] = []
  /// Files that hold a field's text, by the field's place.
  private(set) var texts: [Int: String] = [:]
  private var reason: String?
  /// Arguments that were typed as options.
  private(set) var namedFields: Set<String> = []
  /// What is wrong with an argument that was typed in both forms.
  private var contradiction: String?

  init() {}

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: FieldKey.self)
    var named: [Int: [UInt8]] = [:]
    for field in O.fields {
      let key = FieldKey(field.name)
      let word: String? =
        if OperationFields.isShared(field) {
          nil
        } else if field.place == .argument {
          try container.decode(Argument<String?>.self, forKey: key).wrappedValue
        } else {
          try container.decode(Option<String?>.self, forKey: key).wrappedValue
        }
      if field.hasBothForms {
        named[words.count] = try container.decode(
          Option<String?>.self, forKey: FieldKey(OperationFields.namedForm(field))
        ).wrappedValue.map { Array($0.utf8) }
      }
      if field.takesFile {
        texts[words.count] = try container.decode(
          Option<String?>.self, forKey: FieldKey(OperationFields.fileOption(field))
        ).wrappedValue
      }
      words.append(word.map { Array($0.utf8) })
    }
    namedFields = Set(named.keys.map { O.fields[$0].name })
    contradiction = BothForms.place(named, of: O.fields, in: &words)
    if !OperationFields.hasReason(O.fields) {
      reason = try container.decode(Option<String?>.self, forKey: FieldKey("reason")).wrappedValue
    }
  }

  /// What is not an argument of the line's, typed by its place.
  var givenByName: Set<String> { namedFields.union(texts.keys.map { O.fields[$0].name }) }

  func validate() throws {
    if let contradiction { throw ValidationError(contradiction) }
  }

  /// ArgumentParser finds arguments in a type's mirror.
  var customMirror: Mirror {
    let fields = O.fields.filter { !OperationFields.isShared($0) }
    let choosesRecords = (O.self as? any ShownOperation.Type)?.choosesRecords ?? false
    var children: [(label: String?, value: Any)] = OperationFields.requiredFirst(fields).map {
      ($0.name, OperationFields.declaration($0, isNeeded: !choosesRecords))
    }
    for field in O.fields where field.hasBothForms {
      children.append(
        (OperationFields.namedForm(field), OperationFields.namedDeclaration(field)))
    }
    for field in O.fields where field.takesFile {
      children.append(
        (OperationFields.fileOption(field), OperationFields.fileDeclaration(field)))
    }
    if !OperationFields.hasReason(O.fields) {
      let help = ArgumentHelp("reason, for the journal", valueName: "text")
      children.append(("reason", Option<String?>(help: help)))
    }
    return Mirror(self, children: children)
  }

  /// The files of long texts and of secrets.
  var files: CommandFiles {
    var files = CommandFiles()
    for (index, field) in O.fields.enumerated() where index < words.count {
      let option = "--" + OperationFields.fileOption(field)
      files.reads(texts[index], option)
      if field.place == .secret {
        files.reads(words[index].map { String(decoding: $0, as: UTF8.self) }, option)
      }
    }
    return files
  }

  /// `--reason`, or the free text of an operation's own reason.
  func journalReason() throws -> String? {
    if let reason { return try Remark(reason).text }
    guard let index = O.fields.firstIndex(where: \.isReason), let bytes = words[index]
    else { return nil }
    return try Remark(String(decoding: bytes, as: UTF8.self)).text
  }
}
