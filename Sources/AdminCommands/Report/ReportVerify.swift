import Accounts
import ArgumentParser
import Glibc
import Reports

/// `report verify`
struct ReportVerify: AdminCommand {
  static let uses: OptionUse = .page
  static let reach: CommandReach = [.store, .input, .checks]
  static let standsAlone = true
  static let help = CommandHelp(
    "verify", abstract: "Create a report again and compare it with its file",
    discussion: HelpText.discussion(
      """
      The file was written with -o FILE --provenance, which records in FILE.provenance.csv \
      the command, the store's change number, the number of rows and the SHA-256 of the \
      file. The report is created again from the store as it was then; later changes do not count. Only a \
      list or a report is run, and the store is only read, because the files may come from somebody else. \
      Exit status 1 means that the file was changed, or that the store gives a different result.
      """,
      examples: [
        "report consumption --by month -o use.csv --provenance", "report verify use.csv",
      ]))

  @Argument(help: ArgumentHelp("file of the report", valueName: "file")) var file: String

  var files: CommandFiles {
    var files = CommandFiles()
    files.reads(file, "the report")
    files.reads(Provenance.path(of: file), "the provenance")
    return files
  }

  func run(in context: CommandContext) throws -> ExitStatus {
    let told = Provenance.path(of: file)
    for path in [file, told] {
      // A pipe would be waited for.
      if let kind = FileKind(path: path) {
        throw CommandError(
          .cannotOpenInput, "cannot read \(path): \(kind.phrase)", remedy: "name a file")
      }
    }
    let kept = try Provenance(reading: told, in: context)
    guard let found = FileDigest.of(file) else {
      throw CommandError(.cannotOpenInput, "\(file) cannot be read")
    }
    let list = try listLine(kept)
    let store = try context.store(.read)
    guard try store.digest(ofChange: kept.change) == kept.journal else {
      throw CommandError(
        .refused, "change \(kept.change) of the store is not the one that \(file) was created from",
        remedy: "use --store with the store that it was created from")
    }
    let (status, again) = try makeAgain(list, isUnicode: kept.isUnicode, context)
    guard let again else { return status }
    let (isWhole, isSame) = (found == kept.sha256, again.sha256 == kept.sha256)
    guard !isSame || again.rows == kept.rows else {
      throw CommandError(
        .refused, "\(told): rows is \(kept.rows), but the report has \(again.rows)",
        remedy: "create the report again with --provenance")
    }
    try context.answer(
      outcome: Page(
        title: "Report \(file)",
        sections: [
          .fields([
            PageField("command", label: "Command", .text(kept.line)),
            PageField("change", label: "As of change", .integer(kept.change)),
            PageField("rows", label: "Rows", .count(Int64(kept.rows))),
            PageField("file", label: "File", .text(isWhole ? "unchanged" : "changed since")),
            PageField("report", label: "Report", .text(isSame ? "same" : "differs")),
          ])
        ]))
    return isWhole && isSame ? .done : .refused
  }

  /// The command in the provenance, which may be anybody's work.
  private func listLine(_ kept: Provenance) throws -> ListLine {
    let (found, expected): (String, String)
    do {
      return try ListLine(kept.words, what: "a list or report")
    } catch let fault as ListLine.Fault {
      (found, expected) = (fault.found, fault.expected)
    } catch {
      (found, expected) = (kept.line, "a list or report that this program knows")
    }
    throw CommandError(
      .badData,
      "\(Provenance.path(of: file)): the command is \(found), expected \(expected); nothing was run",
      remedy: "create the report again with --provenance")
  }

  /// Answers the provenance of the report as it is made now, in a folder that nobody else can read; nil
  /// where it cannot be made, which was said.
  private func makeAgain(
    _ list: ListLine, isUnicode: Bool?, _ context: CommandContext
  ) throws -> (ExitStatus, Provenance?) {
    let root = context.session.environment["TMPDIR"] ?? "/tmp"
    var template = Array("\(root)/ubadmin-verify-XXXXXX".utf8CString)
    guard let made = unsafe mkdtemp(&template) else {
      throw CommandError(.cannotCreateOutput, "cannot create a folder in \(root)")
    }
    let folder = unsafe String(cString: made)
    // The form of a file may follow its name.
    let copy = folder + "/" + (file.split(separator: "/").last.map(String.init) ?? "report")
    defer {
      unsafe unlink(copy)
      unsafe unlink(Provenance.path(of: copy))
      unsafe rmdir(folder)
    }
    let place = TypedLine(context.typed).words(only: ["store", "profile", "no-config", "wait"])
    var form = context.options
    form.ignoresConfiguredForm = true
    form.drawsUnicode = isUnicode
    form.onlyReads = true
    let status = Dispatch.run(
      place + ["--quiet", "--output", copy, "--provenance"] + list.words, in: context.session,
      within: context.scripts.telling(form))
    guard status == .done else { return (status, nil) }
    let told = Provenance.path(of: copy)
    guard let text = try ReadFile.text(told) else {
      throw CommandError(.inputOutput, "\(told) cannot be read back")
    }
    return (status, try Provenance(reading: ArraySource(Array(text.utf8)), path: told))
  }
}
