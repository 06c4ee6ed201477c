import Glibc
import Testing

@testable import AdminCommands

@Suite("Files of the configuration as editors and other systems leave them")
struct ConfigurationFileTests {
  private static func desk(_ text: String) throws -> CommandBench {
    let bench = try CommandBench(withStore: false)
    bench.environment = [
      "UBADMIN_STORE": "", "HOME": bench.folder, "XDG_CONFIG_HOME": bench.folder + "/own",
      "XDG_CONFIG_DIRS": bench.folder + "/system",
    ]
    try bench.expect("config set wait 5")
    try bench.file("own/ubadmin/config", text)
    return bench
  }

  @Test("line ends of Windows and a byte order mark are no part of a key or value")
  func lineEnds() throws {
    let bench = try Self.desk(
      "\u{FEFF}color = never\r\nwait = 7\r\n\r\n[profile test]\r\nwait = 9\r\n")
    #expect(try bench.expect("config show color").output == "never\n")
    #expect(try bench.expect("config show wait").output == "7\n")
    #expect(
      try bench.expect("config show wait --profile test").output == "9\n")
    try bench.file("own/ubadmin/config", "wait = 7\r\n\r\n# mine\r\nfromat = csv\r\n")
    #expect(bench.run("config show wait").words.contains("config:4: unknown key fromat"))
  }

  @Test("a file with the line ends of Windows keeps them when a key is set or taken out")
  func keepsLineEnds() throws {
    let bench = try Self.desk("# mine\r\nwait = 7\r\n")
    try bench.expect("config set format csv")
    #expect(
      bench.text(of: "own/ubadmin/config") == "# mine\r\nwait = 7\r\nformat = csv\r\n")
    try bench.expect("config unset wait")
    #expect(bench.text(of: "own/ubadmin/config") == "# mine\r\nformat = csv\r\n")
  }

  @Test("a key in capitals is told with the one that was meant")
  func capitals() throws {
    let words = try Self.desk("FORMAT = csv\n").run("config show").words
    #expect(words.contains("did you mean format?"), "\(words)")
  }

  @Test("a file that cannot be read is an error for every command that asks it, not an empty file")
  func unreadable() throws {
    let bench = try Self.desk("shell = no\n")
    let path = bench.folder + "/own/ubadmin/config"
    unlink(path)
    // A folder cannot be read by root either.
    mkdir(path, 0o700)
    for line in ["config show", "config show shell", "config set wait 7", "today"] {
      let result = bench.run(line)
      #expect(result.status == .configuration, "\(line): \(result)")
      #expect(result.words.contains("cannot read \(path): Is a directory"), "\(result)")
    }
    #expect(bench.run("config show --no-config").status == .done)
    rmdir(path)
  }

  @Test("a saved query that cannot be read is told as one")
  func unreadableQuery() throws {
    let bench = try Self.desk("wait = 5\n")
    let folder = bench.folder + "/own/ubadmin/queries"
    mkdir(folder, 0o700)
    mkdir(folder + "/owed.sql", 0o700)
    let result = bench.run("query run owed")
    #expect(result.status == .cannotOpenInput, "\(result)")
    #expect(result.words.contains("owed.sql: Is a directory"), "\(result)")
    rmdir(folder + "/owed.sql")
    rmdir(folder)
  }
}
