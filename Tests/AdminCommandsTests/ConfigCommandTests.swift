import Glibc
import TestEngines
import Testing

@testable import AdminCommands

@Suite("Configuration")
struct ConfigCommandTests {
  /// A desk whose own file and the system's are different ones.
  private static func desk() throws -> CommandBench {
    let bench = try CommandBench(withStore: false)
    bench.environment = [
      "UBADMIN_STORE": "", "HOME": bench.folder, "XDG_CONFIG_HOME": bench.folder + "/own",
      "XDG_CONFIG_DIRS": bench.folder + "/system",
    ]
    return bench
  }

  @Test("set makes the file and its folders, and keeps comments, order and other keys")
  func set() throws {
    let bench = try Self.desk()
    try bench.expect("config set store /srv/city.db")
    #expect(bench.text(of: "own/ubadmin/config") == "store = /srv/city.db\n")
    try bench.file("own/ubadmin/config", "# mine\nwait = 5\n\n[profile test]\nformat = csv\n")
    try bench.expect("config set format json")
    try bench.expect("config set wait 7")
    try bench.expect("config set store /srv/test.db --profile test")
    try bench.expect("config set store /srv/old.db --profile old")
    #expect(
      bench.text(of: "own/ubadmin/config") == """
        # mine
        wait = 7
        format = json

        [profile test]
        format = csv
        store = /srv/test.db

        [profile old]
        store = /srv/old.db

        """)
    try bench.expect("config unset store --profile old")
    #expect(bench.text(of: "own/ubadmin/config")?.hasSuffix("\n[profile old]\n") == true)
    #expect(try bench.expect("config unset store --profile old").words.contains("is not set"))
  }

  @Test(
    "a folder that cannot be made is named with the cause",
    .enabled(if: geteuid() == 0, "needs root, to be somebody else"))
  func folder() throws {
    let bench = try Self.desk()
    chmod(bench.folder, 0o755)
    for line in ["config set format csv", "query save mine select * from v_account"] {
      let refused = FileOwner.acting(as: 65_534) { bench.run(line) }
      #expect(refused.status == .cannotCreateOutput, "\(refused)")
      #expect(
        refused.words.hasPrefix("ubadmin: cannot create \(bench.folder)/own: not permitted; "),
        "\(refused)")
    }
  }

  @Test("an empty value is told as one")
  func empty() throws {
    let bench = try Self.desk()
    for line in [["config", "set", "store", ""], ["config", "set", "format", ""]] {
      let result = bench.run(line)
      #expect(result.status == .usage)
      #expect(result.words.contains("found an empty value, expected "), "\(result)")
    }
  }

  @Test("the key itself is not taken for the file that holds it, nor repeated")
  func key() throws {
    let bench = try Self.desk()
    let key = "0123456789abcdef0123456789abcdef"
    let result = bench.run("config set eft-key \(key)")
    #expect(result.status == .usage && result.words.contains("looks like the key"), "\(result)")
    #expect(!result.words.contains(key))
    #expect(bench.text(of: "own/ubadmin/config") == nil)
  }

  @Test("each value says where it comes from: default, files, profile, environment, option")
  func origins() throws {
    let bench = try Self.desk()
    try bench.expect("config set format json --system")
    try bench.expect("config set wait 7 --system")
    try bench.expect("config set wait 8")
    try bench.expect("config set color never --profile test")
    bench.environment["UBADMIN_CSV_BOM"] = "yes"
    let shown = try bench.expect(
      "config show --show-origin --profile test --store /srv/x.db --csv --fields key,value,origin")
    #expect(
      shown.output.replacing("\r", with: "")
        == """
        key,value,origin
        store,/srv/x.db,option
        format,csv,option
        color,never,profile test
        wait,8,user file
        pager,less,default
        shell,yes,default
        eft-key,\(bench.folder)/own/ubadmin/eft.key,default
        mail-program,/usr/sbin/sendmail,default
        csv-bom,yes,environment
        plans,"",default

        """.replacing("\r", with: "").replacing("key,value", with: "\u{FEFF}key,value"))
    let place = try bench.expect("config show csv-bom --show-origin -O tsv --no-header").output
    #expect(place == "csv-bom\tyes\tenvironment\tUBADMIN_CSV_BOM\n")
    #expect(try bench.expect("config show wait --format table").output == "8\n")
  }

  @Test("a profile comes before the top of both files, wherever it stands")
  func profile() throws {
    let bench = try Self.desk()
    try bench.expect("config set wait 9 --profile test --system")
    try bench.expect("config set wait 5")
    #expect(try bench.expect("config show wait").output == "5\n")
    #expect(try bench.expect("config show wait --profile test").output == "9\n")
    let unknown = bench.run("config show --profile tset")
    #expect(unknown.status == .configuration)
    #expect(unknown.words.contains("did you mean test?"))
  }

  @Test("an unknown key is an error that names the one meant, in the command and in any section")
  func unknown() throws {
    let bench = try Self.desk()
    let typed = bench.run("config set stroe /srv/x.db")
    #expect(typed.status == .usage)
    #expect(typed.words.contains("unknown key stroe"))
    #expect(typed.words.contains("did you mean store?"))
    try bench.expect("config set wait 5")
    try bench.file("own/ubadmin/config", "[profile other]\nfromat = csv\n")
    let read = bench.run("config show wait")
    #expect(read.status == .configuration)
    #expect(read.words.contains("config:2: unknown key fromat"))
    #expect(read.words.contains("did you mean format?"))
    try bench.file("own/ubadmin/config", "wait = 5\nwait = 6\n")
    #expect(bench.run("config show wait").words.contains("wait appears twice"))
  }

  @Test("a value that its command would refuse is refused when it is set")
  func values() throws {
    let bench = try Self.desk()
    for line in [
      "format xml", "color red", "wait soon", "csv-bom perhaps",
      "store postgresql://pat:word@db.example/city",
    ] {
      #expect(bench.run("config set " + line).status == .usage, "\(line)")
    }
    #expect(bench.run("config set wait 5 --profile a[b]").status == .usage)
    #expect(bench.text(of: "own/ubadmin/config") == nil)
  }

  @Test("a misspelled value is told with the one that was meant, typed or in a file")
  func meantValue() throws {
    let bench = try Self.desk()
    let typed = bench.run("config set format cvs")
    #expect(typed.words.contains("did you mean `csv`?"), "\(typed)")
    try bench.expect("config set wait 5")
    try bench.file("own/ubadmin/config", "color = allways\n")
    let used = bench.run("operator roles")
    #expect(used.status == .configuration)
    #expect(used.words.contains("config:1: found color = allways"), "\(used)")
    #expect(used.words.contains("did you mean `always`?"), "\(used)")
  }

  @Test("nothing is read from the folder at hand: neither a file there nor a relative path")
  func currentFolder() throws {
    let bench = try Self.desk()
    try bench.expect("config set wait 5 --system")
    bench.environment["XDG_CONFIG_DIRS"] = "system:."
    bench.environment["XDG_CONFIG_HOME"] = "own"
    bench.environment["HOME"] = "."
    #expect(bench.run("config path").output.isEmpty)
    bench.environment["XDG_CONFIG_HOME"] = bench.folder + "/own"
    try bench.expect("config set store city.db")
    let here = try #require(getcwd(nil, 0))
    defer { free(here) }
    let path = String(cString: here) + "/city.db"
    #expect(bench.text(of: "own/ubadmin/config") == "store = \(path)\n")
    try bench.file("own/ubadmin/config", "store = city.db\n")
    let relative = bench.run("customer list")
    #expect(relative.status == .configuration)
    #expect(
      relative.words.contains("config:1: found store = city.db, expected an absolute path"))
  }

  @Test("color of the configuration counts where no option is given")
  func color() throws {
    let bench = try CommandBench()
    try bench.expect("customer add 1 --name Ana")
    bench.environment["UBADMIN_COLOR"] = "always"
    #expect(try bench.expect("customer list").output.contains("\u{1B}["))
    #expect(try !bench.expect("customer list --color never").output.contains("\u{1B}["))
    bench.environment["UBADMIN_COLOR"] = "red"
    #expect(bench.run("customer list").status == .configuration)
  }

  @Test("under a service account nobody changes that account's configuration")
  func serviceAccount() throws {
    let bench = try Self.desk()
    bench.actsForAnother = true
    #expect(bench.run("config set wait 5").status == .notPermitted)
    #expect(bench.text(of: "own/ubadmin/config") == nil)
  }
}
