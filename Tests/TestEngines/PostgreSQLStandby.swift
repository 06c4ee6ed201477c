import Glibc

/// A server that follows the tests' own, and takes no writes; it stops with this value.
package final class PostgreSQLStandby {
  package let folder: String
  private let programs: String

  /// A copy of everything that the tests' server holds now. It takes queries once it has caught up,
  /// which takes as long as other tests write.
  package init(of cluster: PostgreSQLCluster) throws {
    programs = cluster.programs
    folder = cluster.folder + "/standby-\(UInt32.random(in: 0 ... .max))"
    try PostgreSQLCluster.serverProgram("/bin/mkdir", "-m", "755", folder)
    try PostgreSQLCluster.serverProgram(
      programs + "/pg_basebackup", "-h", cluster.folder, "-U", "postgres", "-D", folder + "/data",
      "-R", "-X", "stream", "--checkpoint=fast", "--no-sync")
    try PostgreSQLCluster.serverProgram(
      programs + "/pg_ctl", "-D", folder + "/data", "-w", "-t", "600", "-l", folder + "/log", "-o",
      "-k \(folder) -c listen_addresses='' -c fsync=off -c hot_standby=on "
        + PostgreSQLCluster.size, "start")
  }

  deinit {
    try? PostgreSQLCluster.serverProgram(
      programs + "/pg_ctl", "-D", folder + "/data", "-m", "immediate", "stop")
  }

  /// A store of the first server as this one has it.
  package func address(of store: String) -> String {
    let place = store.split(separator: "@", maxSplits: 1).map(String.init)
    let database = store.split(separator: "/").last ?? ""
    return "\(place[0])@\(folder.replacing("/", with: "%2F"))/\(database)"
  }
}
