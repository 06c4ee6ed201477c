import Accounts

extension Page {
  /// The page with personal data masked.
  package var masked: Page { mapping(fields: { $0.masked }, tables: { $0.masked }) }
}

extension PageField {
  fileprivate var masked: PageField {
    isPersonal ? showing(value.masked) : self
  }
}

extension PageTable {
  fileprivate var masked: PageTable {
    guard columns.contains(where: \.isPersonal) else { return self }
    return mapping { value, column in column.isPersonal ? value.masked : value }
  }
}

extension PageValue {
  fileprivate var masked: PageValue {
    switch self {
    case .text(let text): .text(Mask.masked(text))
    case .list(let texts): .list(texts.map(Mask.masked))
    default: self
    }
  }
}
