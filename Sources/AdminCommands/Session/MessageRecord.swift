import Accounts
import Reports

/// What standard error gets with `--json`: one object a line, with the keys of ubadmin-json(5).
enum MessageRecord {
  static func note(_ text: String) -> Page {
    // The kind of the record says already that it is a note.
    let lead = "note: "
    let message = text.hasPrefix(lead) ? String(text.dropFirst(lead.count)) : text
    return page("note", [said("message", label: "Message", message)])
  }

  /// - Parameter place: the file and line of a bad row.
  static func error(
    _ rejection: Rejection, message: String, typed: String? = nil,
    status: ExitStatus, place: (file: String, line: Int)? = nil
  ) -> Page {
    var fields = explanation(message, rejection.remedy, status, code: rejection.code.rawValue)
    if let place {
      fields.append(PageField("file", label: "File", .text(place.file)))
      fields.append(PageField("line", label: "Line", .integer(Int64(place.line))))
    }
    if let typed { fields.append(PageField("typed", label: "Typed", .text(typed))) }
    return page("error", fields + RejectedFields.of(rejection))
  }

  static func error(_ message: String, hint: String, status: ExitStatus) -> Page {
    page("error", explanation(message, hint, status, code: status.code))
  }

  private static func explanation(
    _ message: String, _ hint: String, _ status: ExitStatus, code: String
  ) -> [PageField] {
    [
      PageField("exit_status", label: "Exit status", .integer(Int64(status.rawValue))),
      PageField("code", label: "Code", .text(code)),
      said("message", label: "Message", message), said("hint", label: "Hint", hint),
    ]
  }

  /// Its commands run in a shell.
  private static func said(_ name: String, label: String, _ text: String) -> PageField {
    PageField(
      name, label: label, text.isEmpty ? .null : .text(PrintedCommands.forShell(text))
    ).runnable(.quoted)
  }

  private static func page(_ kind: String, _ fields: [PageField]) -> Page {
    Page(title: kind, sections: [.fields([PageField("kind", label: "Kind", .text(kind))] + fields)])
  }
}

/// What is wrong with one field, for programs.
enum RejectedFields {
  static func of(_ rejection: Rejection) -> [PageField] {
    [
      PageField("field", label: "Field", rejection.field.map { .text($0) } ?? .null),
      PageField("found", label: "Found", .text(rejection.found)),
      PageField("expected", label: "Expected", .text(rejection.expected)),
    ]
  }

  /// Null where what is expected says all.
  static func hint(_ rejection: Rejection) -> PageValue {
    rejection.remedy.isEmpty ? .null : .text(rejection.shellRemedy)
  }

  /// A table with a row for each fault.
  /// - Parameter rows: the line of a file, nil for a command; and what is wrong there.
  static func table(
    _ name: String, title: String, _ rows: [(line: Int?, rejection: Rejection)]
  ) -> PageTable {
    PageTable(
      name, title: title,
      columns: [ReportColumn("line", title: "Line", kind: .integer)]
        + ["field", "code", "found", "expected"].map { ReportColumn.text($0) }
        + [ReportColumn.text("hint").runnable(.quoted)],
      rows: rows.map { line, rejection in
        [
          line.map { .integer(Int64($0)) } ?? .null,
          rejection.field.map { .text($0) } ?? .null, .text(rejection.code.rawValue),
          .text(rejection.found), .text(rejection.expected), hint(rejection),
        ]
      })
  }
}

extension ExitStatus {
  /// The status as a word: `cannot_open_input`.
  var code: String {
    "\(self)".reduce(into: "") { $0 += $1.isUppercase ? "_" + $1.lowercased() : String($1) }
  }
}

extension GlobalOptions {
  /// Messages are for programs too.
  var messagesAreJSON: Bool { json || format == .json || format == .ndjson }
}

extension Session {
  /// A message for programs, on standard error.
  func say(_ record: Page) {
    let record = hidden.hidden(in: record.completed(printed))
    // What cannot be said cannot be said at all.
    try? write(record, as: .ndjson, options: RenderingOptions(), to: errorOutput)
  }
}
