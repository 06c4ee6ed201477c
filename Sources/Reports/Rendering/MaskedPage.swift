import Accounts

extension Page {
  /// The page as shown to people who have not asked for personal data.
  package var masked: Page {
    var page = self
    page.sections = sections.map { section in
      switch section {
      case .fields(let title, let fields): .fields(title: title, fields.map(\.masked))
      case .table(let table): .table(table.masked)
      case .data(let table): .data(table.masked)
      case .chart: section
      }
    }
    return page
  }
}

extension PageField {
  fileprivate var masked: PageField {
    guard isPersonal else { return self }
    return PageField(name, label: label, value.masked, isPersonal: true)
  }
}

extension PageTable {
  fileprivate var masked: PageTable {
    guard columns.contains(where: \.isPersonal) else { return self }
    let rows = rows.map { row in
      zip(row, columns).map { $1.isPersonal ? $0.masked : $0 }
    }
    return PageTable(name, title: title, columns: columns, rows: rows)
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
