package import Accounts

extension Page {
  /// The fields and tables of the page by their names, as JSON has them.
  package var names: [String] {
    sections.flatMap { section -> [String] in
      switch section {
      case .fields(_, let fields): fields.map(\.name)
      case .table(let table), .data(let table): [table.name]
      case .chart: []
      }
    }
  }

  /// Only some fields and tables, in the order in which they are named.
  /// - Parameter fields: as written on a command line, e.g. `name,phone`.
  package func only(_ fields: String) throws(ValueFault) -> Page {
    let names = names
    let chosen = try KnownFields(list: title, names: names).chosen(fields)
    var page = Page(title: title)
    for index in chosen { page.add(part(named: names[index])) }
    return page
  }

  private enum Part {
    case field(PageField)
    case section(Section)
  }

  private func part(named name: String) -> Part? {
    for section in sections {
      switch section {
      case .fields(_, let fields):
        if let field = fields.first(where: { $0.name == name }) { return .field(field) }
      case .table(let table) where table.name == name: return .section(.table(table))
      // Asked for by name, it is shown to people too.
      case .data(let table) where table.name == name: return .section(.table(table))
      default: break
      }
    }
    return nil
  }

  private mutating func add(_ part: Part?) {
    switch part {
    case .field(let field):
      if case .fields(let title, let fields)? = sections.last {
        sections[sections.count - 1] = .fields(title: title, fields + [field])
      } else {
        sections.append(.fields([field]))
      }
    case .section(let section): sections.append(section)
    case nil: break
    }
  }
}
