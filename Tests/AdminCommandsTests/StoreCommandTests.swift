import Accounts
import Glibc
import Testing

@testable import AdminCommands

@testable import Ledger

/// What may go wrong with a whole store.
@Suite("store …")
struct StoreCommandTests {
  private let bench: CommandBench

  init() throws {
    bench = try CommandBench()
    try bench.expect(["customer", "add", "7", "--name", "Zoë Núñez"])
    try bench.expect("customer set 7 --phone 512-555-0142 --reason moved")
  }

  private func tamper(_ sql: String) throws {
    let store = try Store.open(StoreLocation(bench.store), access: .write)
    try store.connection.script(sql)
  }

  @Test(
    "a command that has no dry run does nothing where one is asked for",
    arguments: [
      "restore FOLDER/backup.db --yes", "migrate", "backup FOLDER/new.db", "init FOLDER/new.db",
      "copy FOLDER/city.db FOLDER/new.db", "demo FOLDER/new.db --accounts 5",
    ])
  func dryRun(line: String) throws {
    try bench.expect("store backup \(bench.folder)/backup.db")
    try bench.expect("customer set 7 --city Waco")
    let refused = bench.run("store \(line.replacing("FOLDER", with: bench.folder)) --dry-run")
    #expect(refused.status == .usage, "\(refused)")
    #expect(bench.text(of: "new.db") == nil)
    #expect(try bench.expect("customer list --fields city --csv --no-header").output == "Waco\n")
  }

  @Test("a copy of a store with a broken journal is made, and that is told")
  func brokenJournal() throws {
    try tamper("UPDATE change SET reason = 'zz' WHERE change = 2")
    try tamper("INSERT INTO setting (name, value) VALUES ('x', 'y')")
    for line in [
      "store backup \(bench.folder)/b.db", "store copy \(bench.store) \(bench.folder)/c.db",
      "store restore \(bench.folder)/b.db --store \(bench.folder)/r.db",
    ] {
      let done = bench.run(line)
      #expect(done.status == .refused, "\(done)")
      #expect(done.words.contains("the journal is damaged, in the original too: change 2"))
      #expect(done.words.contains("up to change 2"))
    }
  }

  @Test("rows that were changed behind the journal are named", .onBothEngines)
  func behindTheJournal() throws {
    let bench = try CommandBench()
    for cid in 1...4 { try bench.expect("customer add \(cid) --name Ana") }
    try bench.expect("change undo 4")
    let whole = try bench.expect("change verify --rows --json")
    #expect(whole.output.contains("\"rows_altered\":0"))
    let store = try Store.open(StoreLocation(bench.store), access: .write)
    try store.connection.script(
      """
      UPDATE customer SET name = 'Eve' WHERE cid = '1'; DELETE FROM customer WHERE cid = '2'; \
      INSERT INTO customer (cid, name, kind) VALUES ('4', 'Ana', 'person')
      """)
    let found = bench.run("change verify --rows --json")
    #expect(found.status == .refused)
    for words in [
      "\"rows_altered\":3", "customer 1\",\"what\":\"it differs from what change 1 left",
      "customer 2\",\"what\":\"it is missing, although change 2 left it in place",
      "customer 4\",\"what\":\"it exists, although change",
    ] { #expect(found.output.contains(words), "\(found)") }
    #expect(bench.run("change verify").status == .done)
    #expect(bench.run("change undo 1").words.contains("change verify --rows"))
  }

  @Test("what is damaged or missing is a finding")
  func damage() throws {
    try tamper("DROP TABLE note")
    let missing = bench.run("store check --fields rule,what --csv --no-header")
    #expect(missing.status == .refused)
    #expect(missing.output == "storage,the table note is missing\n")
    #expect(missing.words.contains(" checked: 1 error, 0 warnings\n"), "\(missing)")
  }

  @Test("a page of rubbish is a finding")
  func rubbish() throws {
    var bytes = try #require(bench.bytes(of: "city.db"))
    let name = Array("Zoë Núñez".utf8)
    let place = try #require(bytes.indices.first { bytes[$0...].starts(with: name) })
    let page = place / 4096 * 4096
    for index in page..<(page + 4096) { bytes[index] = 0xFF }
    let bad = try bench.file("bad.db", bytes)
    let checked = bench.run("store check --store \(bad) --csv --no-header")
    #expect(checked.status == .refused, "\(checked)")
    #expect(checked.output.contains("error,storage,"))
  }

  private func writer() throws -> Store {
    let store = try Store.open(StoreLocation(bench.store), access: .write)
    try store.engine.begin(.write)
    return store
  }

  private func startRestore(at terminal: PseudoTerminal) throws -> pid_t {
    let process = try bench.start(
      ["store", "restore", bench.folder + "/backup.db", "--yes", "--wait", "3600"], at: terminal)
    try terminal.expect("waiting for ")
    return process
  }

  @Test("a restore waits for whoever works on the store, and no longer than it is told")
  func restoreWaits() throws {
    try bench.expect("store backup \(bench.folder)/backup.db")
    var other: Store? = try writer()
    #expect(
      bench.run("store restore \(bench.folder)/backup.db --yes --wait 0").status == .locked)
    other?.engine.rollback()
    other = nil
    other = try writer()
    let terminal = try PseudoTerminal()
    let process = try startRestore(at: terminal)
    other?.engine.rollback()
    other = nil
    try terminal.expectEnd()
    #expect(PseudoTerminal.status(of: process) == 0)
  }

  @Test("Ctrl-C ends the wait of a restore, and the store stays")
  func restoreInterrupted() throws {
    try bench.expect("store backup \(bench.folder)/backup.db")
    let other = try writer()
    let terminal = try PseudoTerminal()
    let process = try startRestore(at: terminal)
    terminal.type("\u{3}")
    try terminal.expect("interrupted; nothing was changed")
    try terminal.expectEnd()
    #expect(PseudoTerminal.status(of: process) == 130)
    other.engine.rollback()
    #expect(try bench.rows("customer list --fields cid") == ["7"])
  }

  @Test("a file that is no backup is reported before --yes is asked for")
  func noBackup() throws {
    for (file, status) in [
      (bench.folder + "/nosuch.db", AdminCommands.ExitStatus.cannotOpenInput),
      (try bench.file("text.txt", "none"), .badData),
    ] {
      let result = bench.run("store restore \(file)")
      #expect(result.status == status, "\(result)")
      #expect(result.words.contains("use a file made by `ubadmin store backup`"), "\(result)")
    }
    try bench.expect("store backup \(bench.folder)/b.db")
    let there = bench.run("store restore \(bench.folder)/b.db")
    #expect(there.status == .cannotCreateOutput, "\(there)")
    #expect(there.words.contains("or replace it with --yes"), "\(there)")
  }

  @Test("nothing comes before something, in either direction, on both engines", .onBothEngines)
  func nullOrder() throws {
    let bench = try CommandBench()
    for (cid, city) in [("1", "Waco"), ("2", ""), ("3", "Austin")] {
      try bench.expect(
        ["customer", "add", cid, "--name", "A"] + (city.isEmpty ? [] : ["--city", city]))
    }
    func cids(_ line: String) throws -> String {
      try bench.expect("\(line) --fields cid --csv --no-header").output.replacing("\n", with: "")
    }
    #expect(try cids("customer list --sort city") == "231")
    #expect(try cids("customer list --sort -city") == "132")
    let query = ["query", "SELECT cid, city FROM customer", "--fields", "cid", "--csv"]
    #expect(try bench.expect(query + ["--sort", "city"]).output == "cid\n2\n3\n1\n")
    #expect(try bench.expect(query + ["--sort", "-city"]).output == "cid\n1\n3\n2\n")
  }

  @Test("a reader waits no longer for a table than it is told", .needsPostgreSQL)
  func readerWaits() throws {
    let database = try PostgreSQLCluster.shared().makeDatabase()
    let server = database.address()
    try bench.expect("store copy \(bench.store) \(server)")
    let holder = try Store.open(StoreLocation(server), access: .write)
    try holder.connection.script("BEGIN; LOCK TABLE customer")
    let list = bench.run("customer list --store \(server) --wait 0")
    #expect(list.status == .locked, "\(list)")
    holder.engine.rollback()
  }

  @Test("a copy for which there is no room leaves nothing, and does not call it damaged")
  func fullDisk() throws {
    let result = try BuiltBinary.shell(
      """
      trap '' XFSZ
      for blocks in 64 400 600 700 780; do
        (ulimit -f $blocks; $ubadmin store copy city.db new.db 2> said)
        echo "$? $(ls | grep -c new)"
        rm -f new.db
      done
      """, in: bench)
    let answers = Set(result.output.split(separator: "\n").map(String.init))
    #expect(answers.isSubset(of: ["74 0", "0 1"]), "\(result)")
    #expect(answers.contains("74 0"))
  }
}
