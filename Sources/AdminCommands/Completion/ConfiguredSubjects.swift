import Accounts
import Reports

extension ConfigurationKey {
  /// What its value names.
  var subject: WordSubject {
    switch self {
    case .format: .choice(OutputFormat.allCases.map(\.rawValue))
    case .color: .choice(ColorChoice.allCases.map(\.rawValue))
    case .csvBOM, .shell: .choice(YesNo.allCases.map(\.rawValue))
    case .store, .eftKey, .mailProgram, .plans: .file
    case .wait, .pager: .nothing
    }
  }
}

extension Setting {
  /// What its value names. Its standard value says of what type it is.
  var subject: WordSubject {
    if YesNo(rawValue: standard) != nil { return .choice(YesNo.allCases.map(\.rawValue)) }
    return (try? CivilDate(standard)) == nil ? .nothing : .date
  }
}
