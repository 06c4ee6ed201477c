import AdminCommands
import Glibc
import Testing

@Suite("Automatic payments at the desk")
struct EFTCommandTests {
  private func bench() throws -> CommandBench { try CommandBench.withEFT() }

  @Test("the number comes from standard input, is masked, and revealed on record alone")
  func reveal() throws {
    let bench = try bench()
    let done = bench.run("eft enroll A1 --routing 021000021", input: "123456789\n")
    #expect(done.status == .done)
    for line in ["eft show A1", "eft list", "change show 8", "change list", "account show A1"] {
      let shown = bench.run(line)
      #expect(!(shown.output + shown.words).contains("123456789"), "\(line)")
    }
    #expect(try bench.expect("eft show A1").output.contains("•••6789"))
    #expect(try bench.expect("eft show A1 --reveal --reason inquiry").output.contains("123456789"))
    let changes = try bench.expect("change list --csv").output
    #expect(changes.contains("eft show A1 --reveal"))
  }

  @Test("a file has a column for it, and a constant beside a file is refused")
  func bulk() throws {
    let bench = try bench()
    let secret = try bench.file("n.txt", "123456789")
    let rows = try bench.file(
      "in.csv", "account,routing,bank-account\nA1,021000021,123456789\nA2,021000021,12\n")
    let result = bench.run("eft enroll --from \(rows) --keep-going")
    #expect(result.status == .someRowsFailed)
    #expect(!result.words.contains("123456789"))
    #expect(
      bench.run("eft enroll --from \(rows) --bank-account-file \(secret)").status == .usage)
    #expect(bench.run("eft enroll A1 --routing 021000021 --bank-account 1234567").status == .usage)
  }

  @Test("a bank account number in the wrong place is not repeated")
  func wrongPlace() throws {
    let bench = try bench()
    let number = "99887766554433"
    let script = try bench.file("eft.txt", "eft enroll --from \(number)\n")
    let valid = "eft enroll A1 --routing 021000021"
    let lines: [(String, AdminCommands.ExitStatus)] = [
      ("eft enroll A1 021000021 \(number)", .usage),
      ("eft enroll A1 --routing \(number)", .badData),
      (valid + " --bank-account-file \(number)", .cannotOpenInput),
      (valid + " --type \(number)", .badData), (valid + " --draft-day \(number)", .badData),
      (valid + " \(number) --json", .usage),
      ("portal sign-in ana@example.com \(number)", .usage), ("portal show A1 \(number)", .usage),
      ("eft enroll --from \(number)", .cannotOpenInput),
      ("eft enroll --from \(number) --json", .cannotOpenInput),
      ("eft enroll --from in.csv --encoding \(number)", .usage),
      ("eft enroll A1 --\(number)", .usage),
      ("eft returns --from \(number)", .cannotOpenInput), ("eft set A1 \(number)", .usage),
      ("eft set A1 --routing \(number)", .badData),
      ("run \(script)", .cannotOpenInput),
    ]
    for (line, status) in lines {
      let result = bench.run(line, input: "123456789\n")
      #expect(result.status == status, "\(line)")
      #expect(!result.words.contains(number), "\(line): \(result.words)")
    }
    let many = bench.run(valid + " \(number)", input: "123456789\n").words
    #expect(many.contains("expected no more arguments"), "\(many)")
    let rows = try bench.file("in.csv", "account,bank-account,routing\nA1,021000021,\(number)\n")
    let rejects = bench.folder + "/rejects.csv"
    let swapped = bench.run("eft enroll --from \(rows) --keep-going --rejects \(rejects)")
    #expect(swapped.words.contains("routing: found 14 characters"), "\(swapped.words)")
    #expect(!swapped.words.contains(number))
  }

  @Test("a key file that others can read is refused")
  func key() throws {
    let bench = try bench()
    let key = try bench.file("key", String(repeating: "k", count: 32))
    chmod(key, 0o644)
    bench.environment["UBADMIN_EFT_KEY"] = key
    let done = bench.run("eft enroll A1 --routing 021000021", input: "123456789\n")
    #expect(done.status == .configuration)
    #expect(done.words.contains("key"))
  }

  @Test("the file for the bank is private, and a returns file that is damaged changes nothing")
  func export() throws {
    let bench = try bench()
    bench.run("eft enroll A1 --routing 021000021", input: "123456789\n")
    #expect(bench.run("eft export --on 2026-03-11").status == .usage)
    #expect(try bench.expect("eft export --on 2026-03-11 --dry-run").words.contains("1 prenote,"))
    let path = bench.folder + "/out.ach"
    try bench.expect("eft export --on 2026-03-11 -o \(path)")
    var facts = stat()
    #expect(stat(path, &facts) == 0 && facts.st_mode & 0o777 == 0o600)
    let first = bench.text(of: "out.ach")
    try bench.expect("eft export --again 1 -o \(path)")
    #expect(bench.text(of: "out.ach") == first)
    #expect(try bench.expect("change list --limit 1 --csv").output.contains("eft export --again 1"))
    let damaged = bench.run("eft returns --from \(path)")
    #expect(damaged.status == .badData)
    #expect(damaged.words.contains("found drafts for the bank"), "\(damaged)")
  }

  @Test(
    "a file that cannot get its name names the change, the file and the command that writes it again",
    .enabled(if: geteuid() == 0, "needs root, to be somebody else"))
  func lostName() throws {
    let bench = try bench()
    bench.run("eft enroll A1 --routing 021000021", input: "123456789\n")
    let nobody: uid_t = 65_534
    for name in ["", "/city.db", "/city.db-wal", "/city.db-shm", "/ubadmin", "/ubadmin/eft.key"] {
      chown(bench.folder + name, nobody, gid_t.max)
    }
    // In a folder with the sticky bit nobody may replace a file of another owner.
    let folder = bench.folder + "/bank"
    mkdir(folder, 0o777)
    chmod(folder, 0o1777)
    let path = try bench.file("bank/drafts.ach", "old")
    chmod(path, 0o666)
    defer {
      unlink(path)
      rmdir(folder)
    }
    let lost = FileOwner.acting(as: nobody) {
      bench.run("eft export --on 2026-03-11 -o \(path)")
    }
    #expect(lost.status == .inputOutput, "\(lost)")
    #expect(lost.words.contains("change 9 was made anyway: file 1 for 2026-03-11"))
    #expect(lost.words.contains("`ubadmin eft export --again 1 -o FILE`"))
    #expect(bench.text(of: "bank/drafts.ach") == "old")
    let corrected = FileOwner.acting(as: nobody) {
      bench.run("eft export --again 1 -o \(bench.folder)/new.ach")
    }
    #expect(corrected.status == .done, "\(corrected)")
    #expect(bench.text(of: "new.ach")?.contains("123456789") == true)
    #expect(try bench.expect("eft list --csv").output.contains("prenote_pending"))
  }

  @Test("enrollments are chosen by status, also under the option's older name")
  func listedByStatus() throws {
    let bench = try bench()
    #expect(bench.run("eft enroll A1 --routing 021000021", input: "123456789\n").status == .done)
    let state = try bench.expect("eft list --csv --no-header --fields state").output.dropLast()
    for option in ["--status", "--state"] {
      let list = "eft list --csv --no-header --fields account \(option)"
      #expect(try bench.expect("\(list) \(state)").output == "A1\n")
      #expect(try bench.expect("\(list) returned").output.isEmpty)
    }
    #expect(!bench.run("eft list --help").output.contains("--state"))
  }

  @Test("the undo of an export asks, and names what may be at the bank")
  func undo() throws {
    let bench = try bench()
    bench.run("eft enroll A1 --routing 021000021", input: "123456789\n")
    try bench.expect("eft export --on 2026-03-11 -o \(bench.folder)/out.ach")
    let refused = bench.run("change undo 9")
    #expect(refused.status == .refused)
    #expect(refused.words.contains("file 1 may have been sent to the bank; it cannot be recalled"))
    #expect(refused.words.contains("ubadmin change undo 9 --yes"))
    #expect(
      try bench.expect("change undo 9 --dry-run").words.contains(
        "note: file 1 may have been sent to the bank"))
    try bench.expect("change undo 9 --yes")
    let again = bench.run("eft export --again 1 -o \(bench.folder)/out.ach")
    #expect(again.words.contains("file 1, whose export was undone on 2026-03-10"))
    let next = try bench.expect("eft export --on 2026-03-11 -o \(bench.folder)/out.ach").words
    #expect(next.contains("file 2 for 2026-03-11"), "\(next)")
    #expect(next.contains("out.ach, which was another file"), "\(next)")
  }
}

/// What the kernel lets this thread do with files, as another owner.
enum FileOwner {
  static func acting<Value>(as user: uid_t, _ body: () throws -> Value) rethrows -> Value {
    typealias SetUser = @convention(c) (uid_t) -> Int32
    guard let symbol = dlsym(nil, "setfsuid") else { return try body() }
    let setUser = unsafeBitCast(symbol, to: SetUser.self)
    _ = setUser(user)
    defer { _ = setUser(geteuid()) }
    return try body()
  }
}
