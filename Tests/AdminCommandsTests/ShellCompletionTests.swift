import Glibc
import Testing

@testable import AdminCommands

/// The shells themselves, each with its completion script.
@Suite("Completion in the shells")
struct ShellCompletionTests {
  private func office() throws -> CommandBench {
    let bench = try CommandBench()
    try bench.expect(["location", "add", "L1", "--address", "705 Acorn St"])
    for (id, name) in [("71", "Dora Salas"), ("72", "Sean O'Hara")] {
      try bench.expect(["customer", "add", id, "--name", name])
    }
    try bench.file("pay day.csv", "")
    return bench
  }

  private func script(_ name: String) throws -> String {
    let path = ProjectFile.root + "/completions/" + name
    try #require(access(path, R_OK) == 0)
    return path
  }

  /// What bash would put into the line or list.
  private func bash(_ line: String, _ word: String, in bench: CommandBench) throws -> [String] {
    try bench.file("line", line)
    try bench.file("word", word)
    let output = try BuiltBinary.shell(
      """
      cat > try.bash <<'END'
      . "$1"
      COMP_LINE=$(cat line; printf x); COMP_LINE=${COMP_LINE%x}; COMP_POINT=${#COMP_LINE}
      _ubadmin "$ubadmin" "$(cat word)" ""
      printf '%s\\n' "${COMPREPLY[@]}"
      END
      bash --norc try.bash '\(try script("ubadmin.bash"))'
      """, in: bench)
    #expect(output.words == "")
    return output.output.split(separator: "\n").map(String.init)
  }

  @Test("bash: words, records with their meaning, files, quoted as bash reads them")
  func inBash() throws {
    let bench = try office()
    #expect(try bash("ubadmin custo", "custo", in: bench) == ["customer"])
    #expect(
      try bash("ubadmin customer show 7", "7", in: bench)
        == ["71  Dora Salas", "72  Sean O'Hara"])
    #expect(try bash("ubadmin customer show Sala", "Sala", in: bench) == ["71"])
    #expect(try bash("ubadmin payment post --from pa", "pa", in: bench) == ["pay\\ day.csv"])
    #expect(try bash("ubadmin payment post --from=pa", "pa", in: bench) == ["pay\\ day.csv"])
    #expect(try bash("ubadmin payment post --from \"pa", "pa", in: bench) == ["pay day.csv"])
    #expect(try bash("ubadmin run ~/pa", "~/pa", in: bench) == ["~/pay\\ day.csv"])
    #expect(try bash("ubadmin search O\\'Ha", "O\\'Ha", in: bench) == ["Sean\\ O\\'Hara"])
  }

  @Test("fish: the same, as fish itself completes them")
  func inFish() throws {
    let bench = try office()
    let output = try BuiltBinary.shell(
      """
      mkdir bin; ln -s "$ubadmin" bin/ubadmin; PATH=$PWD/bin:$PATH
      fish --no-config -c "source '\(try script("ubadmin.fish"))'
        complete -C 'ubadmin custo'; complete -C 'ubadmin customer show 7'
        complete -C 'ubadmin payment post --from pa'"
      rm -r bin
      """, in: bench)
    #expect(
      output.output == """
        customer\tCustomers: the people and organizations that are billed
        71\tDora Salas
        72\tSean O'Hara
        pay day.csv

        """)
  }

  @Test("fish: names of several words, and more records than are shown")
  func namesInFish() throws {
    let bench = try office()
    try bench.file(
      "acorns.csv", "cid,name\n" + (101...125).map { "\($0),Acorn \($0)\n" }.joined())
    try bench.expect("customer add --from \(bench.folder)/acorns.csv")
    let output = try BuiltBinary.shell(
      """
      mkdir bin; ln -s "$ubadmin" bin/ubadmin; PATH=$PWD/bin:$PATH
      fish --no-config -c "source '\(try script("ubadmin.fish"))'
        complete -C 'ubadmin customer show dora\\ sal'
        complete -C 'ubadmin customer show \\"salas do'
        complete -C 'ubadmin customer show --store \(bench.store) acorn'"
      rm -r bin
      """, in: bench
    ).output.split(separator: "\n").map(String.init)
    try #require(output.count > 3, "\(output)")
    #expect(output[0] == "71\tDora Salas", "\(output)")
    #expect(output[1] == "71\tDora Salas (salas do)", "\(output)")
    #expect(output[2].hasSuffix("\tAcorn 101"), "\(output)")
    #expect(output.count == 2 + Suggestions.most + 1, "\(output)")
    let last = try #require(output.last)
    #expect(last.hasPrefix("…\t") && last.hasSuffix(" more; keep typing (acorn)"), "\(output)")
  }

  @Test("zsh: the same at its line editor")
  func inZsh() throws {
    let bench = try office()
    let bin = bench.folder + "/bin"
    mkdir(bin, 0o700)
    symlink(BuiltBinary.path, bin + "/ubadmin")
    let terminal = try PseudoTerminal()
    let shell = try terminal.spawn(
      "/usr/bin/zsh", ["-f", "-i"],
      environment: [
        "UBADMIN_STORE": bench.store, "HOME": bench.folder, "PATH": bin + ":/usr/bin:/bin",
        "TERM": "dumb", "LC_ALL": "C.UTF-8", "PS1": "ready> ",
      ])
    try terminal.expect("ready> ")
    let script = try script("_ubadmin")
    terminal.type(
      "cd \(bench.folder); fpath=(\(script.dropLast("/_ubadmin".count)) $fpath); "
        + "autoload -Uz compinit; compinit -D -u; echo is''ready\r")
    try terminal.expect("isready")
    for (typed, whole) in [
      ("custo\t", "customer"), ("customer show Sala\t", "customer show 71"),
      ("payment post --from pa\t", "payment post --from pay\\ day.csv"),
    ] {
      // The line that was completed is printed, not run.
      terminal.type("ubadmin \(typed)\u{1}print -r -- \"<\"'\u{5}'\">\"\r")
      try terminal.expect("<ubadmin " + whole)
      try terminal.expect("ready> ")
    }
    terminal.type("exit\r")
    try terminal.expectEnd()
    #expect(PseudoTerminal.status(of: shell) == 0)
    unlink(bin + "/ubadmin")
    rmdir(bin)
  }
}
