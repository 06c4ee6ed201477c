import Glibc

package import Accounts
import Synchronization
package import Testing

/// The words with which tests are skipped where there is no server.
extension Trait where Self == ConditionTrait {
  package static var needsPostgreSQL: Self {
    .enabled(if: PostgreSQLCluster.isInstalled, "skipped: PostgreSQL is not installed")
  }
}

/// A PostgreSQL server of the tests' own: in a temporary folder, on a Unix socket, started at first
/// use and stopped by a watcher when this process ends, however it ends.
package final class PostgreSQLCluster: Sendable {
  static let programs = installedPrograms()
  package static var isInstalled: Bool { programs != nil }

  private static let started = Result { try PostgreSQLCluster() }
  package static func shared() throws -> PostgreSQLCluster { try started.get() }

  /// Most tests are not about connections: a new one takes the server longer than a small command.
  package static let connections = KeptConnections(most: 40)

  package let folder: String
  package let programs: String
  private let superuser: PostgreSQLClient
  private let databases = Counter()
  private let logins = Mutex<Set<String>>([])
  /// A database with an empty store; nobody works in it.
  private let template = Mutex<PostgreSQLDatabase?>(nil)
  let prepared = PreparedDatabases()

  private init() throws {
    guard let programs = Self.programs else { throw TestFailure("PostgreSQL is not installed") }
    var template = Array("/tmp/ubadmin-postgres-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { throw TestFailure("cannot make a folder") }
    self.programs = programs
    folder = String(cString: made)
    superuser = PostgreSQLClient(socket: folder, programs: programs)
    try Self.handOver(folder)
    try Self.watch(folder, programs)
    try Self.serverProgram(
      programs + "/initdb", "-D", folder + "/data", "-A", "trust", "-U", "postgres", "-E", "UTF8",
      "--locale=C.UTF-8", "--no-sync")
    let options =
      "-k \(folder) -c listen_addresses='' -c fsync=off -c full_page_writes=off "
      + "-c synchronous_commit=off -c autovacuum=off " + Self.size
    try Self.serverProgram(
      programs + "/pg_ctl", "-D", folder + "/data", "-w", "-l", folder + "/log", "-o", options,
      "start")
  }

  /// A standby must take as many connections as its primary.
  static let size = "-c max_connections=300 -c shared_buffers=64MB"

  /// The programs' folder of the latest version.
  private static func installedPrograms() -> String? {
    let root = "/usr/lib/postgresql"
    for version in (13...30).reversed() {
      let folder = "\(root)/\(version)/bin"
      if access(folder + "/initdb", X_OK) == 0 { return folder }
    }
    return nil
  }

  /// The server refuses to run as root.
  private static func handOver(_ folder: String) throws {
    guard getuid() == 0 else { return }
    guard let user = getpwnam("postgres"),
      chown(folder, user.pointee.pw_uid, user.pointee.pw_gid) == 0
    else { throw TestFailure("there is no user postgres to run the server as") }
    chmod(folder, 0o755)
  }

  static func serverProgram(_ words: String...) throws {
    let all = (getuid() == 0 ? ["/usr/sbin/runuser", "-u", "postgres", "--"] : []) + words
    let ran = try ChildProcess.run(all)
    guard ran.status == 0 else { throw TestFailure("\(words): \(ran.output)") }
  }

  /// A shell that reads until this process is gone, then stops the server and clears up.
  private static func watch(_ folder: String, _ programs: String) throws {
    let asServer = getuid() == 0 ? "/usr/sbin/runuser -u postgres -- " : ""
    try ChildProcess.startWatcher(
      """
      cat > /dev/null
      \(asServer)\(programs)/pg_ctl -D \(folder)/data -m immediate stop
      rm -rf \(folder)
      """)
  }

  /// A login that may do what the stores' owner may, and no more, or what a group role may; `root`
  /// may do everything. Journals have its name.
  package func login(_ name: String, in group: String? = nil) throws {
    try logins.withLock { known in
      guard known.insert(name).inserted else { return }
      let rights =
        if let group { "IN ROLE \(group)" } else if name == "root" { "SUPERUSER" } else {
          "CREATEROLE IN ROLE postgres"
        }
      try superuser.sql("CREATE ROLE \"\(name)\" LOGIN \(rights)", in: "postgres")
    }
  }

  /// An empty database.
  /// - Parameter options: of CREATE DATABASE, e.g. for the order of texts.
  package func makeDatabase(_ options: String = "") throws -> PostgreSQLDatabase {
    let name = "test\(databases.next())"
    try superuser.sql("CREATE DATABASE \(name) TEMPLATE template0 \(options)", in: "postgres")
    return PostgreSQLDatabase(name: name, cluster: self)
  }

  /// A database with an empty store. To copy one is a third of the work of making it.
  package func makeDatabaseWithStore() throws -> PostgreSQLDatabase {
    let name = try template.withLock { template in
      if let template { return template.name }
      let database = try makeDatabase()
      _ = try Store.create(try database.location())
      template = database
      return database.name
    }
    let copy = "test\(databases.next())"
    try superuser.sql("CREATE DATABASE \(copy) TEMPLATE \(name)", in: "postgres")
    return PostgreSQLDatabase(name: copy, cluster: self, hasStore: true)
  }

  /// How many statements a database works on.
  package func running(in database: String) throws -> String {
    try superuser.sql(
      "SELECT count(*) FROM pg_stat_activity WHERE datname = '\(database)' AND state = 'active'",
      in: "postgres")
  }

  fileprivate var client: PostgreSQLClient { superuser }
}

/// One database of the tests' server; it is dropped with the server.
package struct PostgreSQLDatabase: Sendable {
  package let name: String
  package let cluster: PostgreSQLCluster
  package var hasStore = false

  package func address(user: String = "postgres", socket: String? = nil) -> String {
    let host = (socket ?? cluster.folder).replacing("/", with: "%2F")
    return "postgresql://\(user)@\(host)/\(name)"
  }

  package func location(user: String = "postgres") throws -> StoreLocation {
    try StoreLocation(address(user: user))
  }

  /// What psql prints, without decoration.
  @discardableResult
  package func psql(_ sql: String, user: String = "postgres") throws -> String {
    try cluster.client.sql(sql, in: name, user: user)
  }

  /// A login with the rights of a group role.
  package func makeUser(_ name: String, role: String?) throws {
    let grant = role.map { " IN ROLE \($0)" } ?? ""
    try psql("CREATE ROLE \(name) LOGIN\(grant)")
  }
}

/// psql against the tests' server.
struct PostgreSQLClient: Sendable {
  let socket: String
  let programs: String

  @discardableResult
  func sql(_ sql: String, in database: String, user: String = "postgres") throws -> String {
    let ran = try ChildProcess.run([
      programs + "/psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-h", socket, "-U", user,
      "-d", database, "-c", sql,
    ])
    guard ran.status == 0 else { throw TestFailure(ran.output) }
    return String(ran.output.drop { $0.isNewline }.reversed().drop { $0.isNewline }.reversed())
  }
}
