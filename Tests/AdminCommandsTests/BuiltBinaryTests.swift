import Testing

/// The built program, from outside.
struct BuiltBinaryTests {
  @Test("data goes to standard output, words to standard error, the status to the caller")
  func streams() throws {
    let bench = try CommandBench()
    let added = try BuiltBinary.run(["customer", "add", "--name", "Zoë Núñez"], in: bench)
    #expect(added.status == 0)
    #expect(added.output == "100001\n")
    #expect(added.words == "customer 100001 added (change 1)\n")
    let shown = try BuiltBinary.run(["customer", "show", "nobody"], in: bench)
    #expect(shown.status == 4)
    #expect(shown.output == "")
  }

  @Test("output that cannot be written is an input or output error")
  func fullDisk() throws {
    let bench = try CommandBench()
    let result = try BuiltBinary.run(["customer", "list"], in: bench, output: "/dev/full")
    #expect(result.status == 74)
    #expect(result.words.contains("the disk is full"))
  }

  @Test("a usage error is 64")
  func usage() throws {
    let bench = try CommandBench()
    #expect(try BuiltBinary.run(["customer", "--bad"], in: bench).status == 64)
  }

  @Test("a password in the environment is not used, and the message says so", .needsPostgreSQL)
  func environmentPassword() throws {
    let bench = try CommandBench(withStore: false)
    let result = try BuiltBinary.run(
      ["customer", "list", "--store", "postgresql://nobody@127.0.0.1:1/none"], in: bench,
      environment: ["PGPASSWORD": "hunter2"])
    #expect(result.status == 69)
    #expect(result.words.contains("PGPASSWORD is not used"), "\(result)")
    #expect(result.words.contains("~/.pgpass"), "\(result)")
  }

  @Test("a missing store is unavailable, another file is left as it was")
  func noStore() throws {
    let bench = try CommandBench(withStore: false)
    #expect(try BuiltBinary.run(["customer", "list"], in: bench).status == 69)
    let other = try bench.file("notes.txt", "remember the milk\n")
    let result = try BuiltBinary.run(["customer", "list", "--store", other], in: bench)
    #expect(result.status == 69)
    #expect(bench.text(of: "notes.txt") == "remember the milk\n")
  }

  @Test("an output file is not left behind by a command that fails")
  func atomicOutput() throws {
    let bench = try CommandBench()
    let path = bench.folder + "/out.csv"
    let result = try BuiltBinary.run(["customer", "show", "nobody", "-o", path], in: bench)
    #expect(result.status == 4)
    #expect(bench.text(of: "out.csv") == nil)
    #expect(try BuiltBinary.run(["customer", "list", "-o", path], in: bench).status == 0)
    #expect(bench.text(of: "out.csv")?.hasPrefix("cid,name,kind,") == true)
  }

  @Test("a signal in the middle of a file's rows changes nothing and leaves nothing behind")
  func interrupted() throws {
    let bench = try CommandBench()
    // The pipe opens when the command reads it; the rows end after the signal was sent.
    let result = try BuiltBinary.shell(
      """
      mkfifo rows
      $ubadmin customer add --from rows --keep-going --rejects bad.csv & program=$!
      exec 3>rows
      printf 'cid,name\\n1,Ana\\n2,\\n' >&3
      kill -TERM $program
      exec 3>&-
      wait $program; echo $?
      ls -A
      """, in: bench)
    #expect(result.output == "143\ncity.db\nrows\nstderr\nstdout\n")
    #expect(result.words.contains("interrupted; nothing was changed"))
    #expect(
      try BuiltBinary.run(["customer", "list", "--csv", "--no-header"], in: bench).output == "")
  }

  @Test("who sends rows slowly holds nobody up before the first are there")
  func slowRows() throws {
    let bench = try CommandBench()
    let result = try BuiltBinary.shell(
      """
      mkfifo rows
      $ubadmin customer add --from rows --quiet & program=$!
      exec 3>rows
      printf 'cid,name\\n1,Ana\\n' >&3
      $ubadmin customer add 2 --name Bo --wait 0 --quiet
      exec 3>&-
      wait $program && $ubadmin customer list --fields name --csv --no-header
      """, in: bench)
    #expect(result.output.hasSuffix("Ana\nBo\n"))
  }

  @Test("a store that cannot be made whole is not there at all")
  func halfStore() throws {
    let bench = try CommandBench(withStore: false)
    let result = try BuiltBinary.shell(
      """
      trap '' XFSZ
      ulimit -f 64
      $ubadmin store init city.db --city Testville --time-zone UTC; echo $?
      ls -A
      """, in: bench)
    #expect(result.output == "74\nstderr\nstdout\n")
    #expect(try BuiltBinary.run(["store", "init"], in: bench).status == 0)
  }

  @Test("a large file is read, applied and put on record by threads that work together")
  func largeFile() throws {
    let bench = try CommandBench()
    let rows = (0..<3_000).map { "u\($0)@example.com,Ana,Ortiz\n" }.joined()
    let path = try bench.file("users.csv", "email,first,last\n" + rows)
    let added = try BuiltBinary.run(["user", "register", "--from", path], in: bench)
    #expect(added.status == 0)
    #expect(added.words.contains("3000 applied, 0 unchanged, 0 rejected (change 1;"))
    let undone = try BuiltBinary.run(["change", "undo", "1"], in: bench)
    #expect(undone.status == 0)
    let checked = try BuiltBinary.run(["store", "check"], in: bench)
    #expect(checked.words.contains("2 changes checked: 0 errors"))
  }

  @Test("standard input that the caller closed is empty; one that cannot be read is an input error")
  func badInput() throws {
    let bench = try CommandBench()
    let result = try BuiltBinary.shell(
      """
      $ubadmin query - <&-; echo $?
      $ubadmin query - < .; echo $?
      $ubadmin customer add --from - < .; echo $?
      """, in: bench)
    #expect(result.output == "64\n74\n74\n", "\(result)")
    #expect(result.words.contains("cannot read the input: Is a directory"))
  }
}
