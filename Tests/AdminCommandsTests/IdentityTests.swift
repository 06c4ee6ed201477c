import Accounts
import Glibc
import Testing

@testable import AdminCommands

@testable import Ledger

/// Real processes of other accounts; only root can start those.
@Suite(
  "Who somebody is, the kernel says",
  .enabled(if: getuid() == 0, "skipped: needs root to start processes of other accounts"))
struct IdentityTests {
  let bench: CommandBench

  init() throws {
    bench = try CommandBench()
    chmod(bench.folder, 0o777)
    chmod(bench.store, 0o666)
  }

  private static let claims =
    "SUDO_USER=root SUDO_UID=0 SUDO_GID=0 USER=root LOGNAME=root HOME=/root"

  /// Runs a command as `nobody`; `variables` is what that account has put into its environment.
  private func asNobody(_ variables: String, _ line: String) throws -> BuiltBinary.Result {
    try BuiltBinary.shell(
      "cp \"$ubadmin\" ./program && chmod 755 program\n"
        + "\(variables) setpriv --reuid=65534 --regid=65534 --clear-groups ./program \(line)",
      in: bench)
  }

  private func asRoot(_ variables: String, _ line: String) throws -> BuiltBinary.Result {
    try BuiltBinary.shell("\(variables) \"$ubadmin\" \(line)", in: bench)
  }

  /// `operator` or `operator as account` of the last change.
  private func signature() throws -> String {
    let store = try Store.open(StoreLocation(bench.store), access: .read)
    let change = try #require(try store.change(store.lastChange()))
    return change.operatorName + (change.actingAs.map { " as \($0)" } ?? "")
  }

  @Test("on a file that others may write, a viewer who claims to be root stays a viewer")
  func refused() throws {
    try bench.expect("operator add pat admin")
    try bench.expect("operator add nobody viewer")
    let result = try asNobody(Self.claims, "setting set city X")
    #expect(result.status == 77)
    #expect(result.words.contains("nobody is a viewer; setting set needs an admin"))
    #expect(try asNobody(Self.claims, "customer list").status == 0)
  }

  @Test("on a file that others may write, the journal has the real account, whatever it claims")
  func journaled() throws {
    #expect(try asNobody(Self.claims, "setting set city X").status == 0)
    #expect(try signature() == "nobody")
  }

  @Test("under the account that owns the file, who ran sudo counts, and the journal has both")
  func serviceAccount() throws {
    giveToService()
    #expect(try asNobody("SUDO_USER=daemon SUDO_UID=1", "setting set city X").status == 0)
    #expect(try signature() == "daemon as nobody")
    #expect(bench.run("change verify").status == .done)
    let shown = bench.run("change show 1")
    #expect(shown.words.contains("daemon@"))
    #expect(shown.words.contains("(as nobody)"))
    #expect(bench.run("change list --json").output.contains("\"nobody\""))
  }

  /// The folder and the store are that account's alone.
  private func giveToService() {
    chmod(bench.folder, 0o755)
    chmod(bench.store, 0o600)
    for name in [bench.folder] + ["", "-wal", "-shm"].map({ bench.store + $0 }) {
      chown(name, 65534, 65534)
    }
  }

  @Test("a service account's store is not opened where others could put a file in its place")
  func swapped() throws {
    giveToService()
    chmod(bench.folder, 0o777)
    let daemon = "SUDO_USER=daemon SUDO_UID=1"
    let refused = try asNobody(daemon, "setting set city X")
    #expect(refused.status == 77)
    #expect(refused.words.contains("users other than nobody can change"), "\(refused)")
    chmod(bench.folder, 0o755)
    mkdir(bench.folder + "/open", 0o777)
    chmod(bench.folder + "/open", 0o777)
    symlink(bench.store, bench.folder + "/open/link.db")
    #expect(try asNobody(daemon, "setting set city X --store open/link.db").status == 77)
    #expect(try asNobody(daemon, "setting set city X --store ./city.db").status == 0)
    #expect(try signature() == "daemon as nobody")
  }

  @Test("which file is open decides, not what its path leads to by then")
  func openFile() throws {
    giveToService()
    let caller = Caller(account: "nobody", uid: 65534, behindSudo: "daemon", host: "h")
    let location = try StoreLocation(bench.folder + "/elsewhere.db")
    // The path leads to nobody's own file; the process has the service account's open.
    try bench.file("elsewhere.db", "none")
    chmod(bench.folder, 0o777)
    let held = open(bench.store, O_RDONLY)
    defer { close(held) }
    #expect(throws: CommandError.self) { try caller.identity(at: location, isOpen: true) }
  }

  @Test("under a service account a new store is named as one")
  func newStore() throws {
    giveToService()
    let daemon = "SUDO_USER=daemon SUDO_UID=1"
    #expect(try asNobody(daemon, "store init .profile --time-zone UTC").status == 77)
    #expect(try asNobody(daemon, "store init new.db --time-zone UTC").status == 0)
  }

  @Test("a service account's store is not restored into another's, nor backed up from it")
  func moved() throws {
    giveToService()
    mkdir(bench.folder + "/open", 0o777)
    chmod(bench.folder + "/open", 0o777)
    let mine = bench.folder + "/open/mine.db"
    #expect(try asRoot("", "store init \(mine) --time-zone UTC").status == 0)
    for name in ["", "-wal", "-shm"] { chmod(mine + name, 0o666) }
    let daemon = "SUDO_USER=daemon SUDO_UID=1"
    for line in [
      "store restore \(bench.store) --store \(mine) --yes",
      "store backup \(bench.folder)/new.db --store \(mine)",
      "store copy \(mine) \(bench.folder)/new.db",
    ] {
      let result = try asNobody(daemon, line)
      #expect(result.status == 77, "\(line): \(result)")
    }
  }

  @Test(
    "an account that is not there, or that has another number, does not count",
    arguments: [
      "SUDO_USER=daemon SUDO_UID=2", "SUDO_USER=daemon", "SUDO_UID=1",
      "SUDO_USER=mallory SUDO_UID=4294967294", "SUDO_USER=daemon SUDO_UID=one",
    ])
  func mismatch(_ variables: String) throws {
    chown(bench.store, 65534, 65534)
    #expect(try asNobody(variables, "setting set city X").status == 0)
    #expect(try signature() == "nobody")
    #expect(try asRoot(variables, "setting set city Y").status == 0)
    #expect(try signature() == "root")
  }

  @Test("behind sudo as root, who ran sudo counts")
  func root() throws {
    #expect(try asRoot("SUDO_USER=daemon SUDO_UID=1", "setting set city X").status == 0)
    #expect(try signature() == "daemon as root")
  }

  @Test("USER, LOGNAME and HOME say nothing")
  func environment() throws {
    #expect(try asRoot("USER=daemon LOGNAME=daemon", "setting set city X").status == 0)
    #expect(try signature() == "root")
  }

  @Test(
    "the real sudo counts on the service account's file, not on a shared one",
    .enabled(if: access("/usr/bin/sudo", X_OK) == 0, "skipped: sudo is not installed"))
  func realSudo() throws {
    let sudo =
      "cp \"$ubadmin\" ./program && chmod 755 program\n"
      + "sudo -n -u nobody ./program --no-config setting set city"
    let set = { (city: String) in
      try BuiltBinary.shell(
        "\(sudo) \(city) --store \(bench.store)", in: bench
      ).status
    }
    #expect(try set("Shared") == 0)
    #expect(try signature() == "nobody")
    giveToService()
    #expect(try set("Own") == 0)
    #expect(try signature() == "root as nobody")
  }

  @Test("who takes the account out of the journal is found out")
  func digest() throws {
    #expect(try asRoot("SUDO_USER=daemon SUDO_UID=1", "setting set city X").status == 0)
    let store = try Store.open(StoreLocation(bench.store))
    #expect(try store.verifyJournal().fault == nil)
    try store.connection.script("UPDATE change SET acting_as = NULL")
    #expect(try store.verifyJournal().fault?.change == 1)
  }
}
