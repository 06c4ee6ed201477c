package import Accounts

extension Page {
  /// All about one service location, as of a day.
  package static func location(_ id: LocationID, on store: Store, asOf day: CivilDate) throws
    -> Page
  {
    let books = store.books()
    let row = try books.known(Location.self, id)
    let accounts = Report.accounts(
      location: id.text, asOf: day, isEarlierDay: day < store.today, dialect: store.dialect)
    return Page(
      title: "Location \(id)",
      sections: [
        .fields(row.fields),
        .table(try store.table("accounts", title: "Accounts", accounts)),
      ])
  }
}
