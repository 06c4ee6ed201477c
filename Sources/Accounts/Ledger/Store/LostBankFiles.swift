import Engines
package import Values

/// Files for the bank that a store has and a backup of an earlier day has not. Their numbers, and those of
/// their entries, must not be given out again: the files are at the bank.
package struct LostBankFiles: Sendable {
  /// One of them.
  package struct File: Sendable, Equatable {
    package let number: Int64
    package let effectiveOn: CivilDate
    package let entries: Int64
    package let total: Money
  }

  private let rows: [Row<EFTFile>]
  /// The greatest number of an entry that the store has given out.
  private let lastEntry: Int64
  /// Settings that keep numbers from being given out.
  private let floors: [Setting: Int64]

  package var files: [File] {
    rows.map {
      File(
        number: $0[EFTFile.id], effectiveOn: $0[EFTFile.effectiveOn],
        entries: $0[EFTFile.entries], total: $0[EFTFile.total])
    }
  }

  /// Nil if the backup has the numbers that the store has.
  init?(of store: any Connection, notIn backup: any Connection) throws(StoreError) {
    // A store from before there were automatic payments has sent nothing.
    guard try store.hasTable(EFTFile.table.name) else { return nil }
    let rows = try Self.files(after: try Self.last(in: backup) ?? 0, in: store)
    let numbers = try (Self.lastEntry(in: store), Self.lastEntry(in: backup))
    let known = try Self.floors(in: backup)
    floors = try Self.floors(in: store).filter { $0.value > known[$0.key] ?? 1 }
    guard !rows.isEmpty || numbers.0 > numbers.1 || !floors.isEmpty else { return nil }
    self.rows = rows
    lastEntry = numbers.0
  }

  /// Keeps the numbers, in a change of the journal: the files are there as those whose export was undone.
  func keep(in store: Store, by author: Author) throws {
    try store.change(by: author) { change in
      var after = try Self.files(after: 0, in: store.connection).last
      for row in rows {
        var row = row
        row[EFTFile.withdrawnOn] = store.today
        try change.write([RowChange(table: EFTFile.table, before: nil, after: row.values)])
        after = row
      }
      if var row = after, row[EFTFile.lastEntry] ?? 0 < lastEntry {
        let before = row.values
        row[EFTFile.lastEntry] = lastEntry
        try change.write([RowChange(table: EFTFile.table, before: before, after: row.values)])
      }
      for (setting, value) in floors.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
        let name = Datum.text(setting.rawValue)
        let isThere = store.settings.stored(setting.rawValue) != nil
        let before: [Datum]? = isThere ? [name, .text(store.settings[setting])] : nil
        try change.write([
          RowChange(
            table: StoredSetting.table, before: before, after: [name, .text(String(value))])
        ])
      }
      return .commit(())
    }
  }

  private static func floors(in store: any Connection) throws(StoreError) -> [Setting: Int64] {
    var floors: [Setting: Int64] = [:]
    try store.read(Settings.all, []) { row in
      let setting = Setting(rawValue: String(decoding: row.text(0), as: UTF8.self))
      if let setting, [.eftFirstFile, .eftFirstEntry].contains(setting) {
        floors[setting] = Int64(String(decoding: row.text(1), as: UTF8.self))
      }
      return true
    }
    return floors
  }

  /// The number of the last file; nil if there is none.
  static func last(in store: any Connection) throws(StoreError) -> Int64? {
    let last = try greatest("file", in: EFTFile.table, store)
    return last > 0 ? last : nil
  }

  private static func lastEntry(in store: any Connection) throws(StoreError) -> Int64 {
    max(
      try greatest("entry", in: EFTEntry.table, store),
      try greatest("last_entry", in: EFTFile.table, store))
  }

  private static func greatest(
    _ column: String, in table: Table, _ store: any Connection
  ) throws(StoreError) -> Int64 {
    guard try store.columns(of: table.name).contains(where: { $0.name == column }) else { return 0 }
    return try store.first(
      Statement("SELECT coalesce(max(\(column)), 0) FROM \(table.name)"), []
    ) { $0.integer(0) } ?? 0
  }

  /// Of a store of any schema: columns that it lacks are empty.
  private static func files(
    after number: Int64, in store: any Connection
  ) throws(StoreError) -> [Row<EFTFile>] {
    let there = Set(try store.columns(of: EFTFile.table.name).map(\.name))
    let columns = EFTFile.table.columns.map { there.contains($0.name) ? $0.name : "NULL" }
    var rows: [Row<EFTFile>] = []
    try store.read(
      Statement(
        "SELECT \(columns.joined(separator: ", ")) FROM eft_file WHERE file > ? ORDER BY file"),
      [.integer(number)]
    ) { row in
      rows.append(Row<EFTFile>(values: row.values(columns.count)))
      return true
    }
    return rows
  }
}

extension Restore {
  /// Numbers of files for the bank are not given out again because an older store comes back.
  func keepNumbers(
    of old: SQLiteConnection, in draft: String, _ missing: [String]
  ) throws -> LostBankFiles? {
    let copy = try SQLiteConnection(path: draft, access: .write, wait: .zero)
    guard let lost = try LostBankFiles(of: old, notIn: copy) else { return nil }
    guard missing.isEmpty else {
      throw StoreError(
        .unavailable,
        "the store has sent bank files that are not in the backup, and the backup is older "
          + "than this ubadmin; nothing was changed",
        remedy:
          "restore the backup to another file, run `ubadmin store migrate` on that, and restore "
          + "from it")
    }
    let store = try Store(connection: copy, location: .file(path: draft), clock: clock)
    try lost.keep(in: store, by: author)
    return lost
  }

  func lastBankFile(in draft: String) throws -> Int64? {
    let copy = try SQLiteConnection(path: draft, access: .read, wait: .zero)
    return try LostBankFiles.last(in: copy)
  }
}
