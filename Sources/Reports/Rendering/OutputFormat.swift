/// The formats that output comes in.
package enum OutputFormat: String, CaseIterable, Sendable {
  case table, csv, tsv, json, ndjson, markdown, plot, histogram, html, xlsx

  /// The format that a file extension stands for, in any case of letters.
  package init?(fileExtension: String) {
    switch fileExtension.lowercased() {
    case "txt": self = .table
    case "csv": self = .csv
    case "tsv": self = .tsv
    case "json": self = .json
    case "ndjson", "jsonl": self = .ndjson
    case "md": self = .markdown
    case "html", "htm": self = .html
    case "xlsx": self = .xlsx
    default: return nil
    }
  }

  /// With which the names of such files end.
  package var fileExtension: String {
    switch self {
    case .table, .plot, .histogram: "txt"
    case .markdown: "md"
    case .csv, .tsv, .json, .ndjson, .html, .xlsx: rawValue
    }
  }

  /// The format that the extension of a file's name stands for.
  package init?(path: String) {
    guard let ending = Self.fileExtension(of: path) else { return nil }
    self.init(fileExtension: ending)
  }

  /// The extension of a kind of file that is none of ours: under such a name a table of text would
  /// be taken for what it is not.
  package static func foreignExtension(of path: String) -> String? {
    let foreign = [
      "db", "doc", "docx", "gz", "ods", "odt", "parquet", "pdf", "rtf", "sql",
      "sqlite", "xls", "xlsm", "xml", "yaml", "yml", "zip",
    ]
    return fileExtension(of: path).flatMap { foreign.contains($0.lowercased()) ? $0 : nil }
  }

  private static func fileExtension(of path: String) -> String? {
    let name = path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...]
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return nil }
    return String(name[name.index(after: dot)...])
  }

  package var timeStyle: TimeStyle {
    switch self {
    case .table, .markdown, .plot, .histogram, .html, .xlsx: .people
    case .csv, .tsv, .json, .ndjson: .programs
    }
  }

  /// The bytes are no text that a terminal could show.
  package var isBinary: Bool { self == .xlsx }

  /// The one place that decides what a format is written by.
  var renderer: any Renderer {
    switch self {
    case .table: TableRenderer()
    case .csv: DelimitedRenderer(dialect: .csv)
    case .tsv: DelimitedRenderer(dialect: .tsv)
    case .json: JSONRenderer(isOneLine: false)
    case .ndjson: JSONRenderer(isOneLine: true)
    case .markdown: MarkdownRenderer()
    case .plot: PlotRenderer()
    case .histogram: HistogramRenderer()
    case .html: HTMLRenderer()
    case .xlsx: WorkbookRenderer()
    }
  }
}

/// What a format can write: the rows of a report, and a page about one thing.
protocol Renderer {
  func rows(
    _ options: RenderingOptions, to output: OutputBuffer, words: @escaping (String) -> Void
  ) -> any RowWriter
  func write(_ page: Page, _ options: RenderingOptions, to output: OutputBuffer)
    throws(OutputError)
}

/// The writer of a report's rows. `words` gets what is said about a table, e.g. "(no rows)".
package func makeRowWriter(
  _ format: OutputFormat, options: RenderingOptions, output: OutputBuffer,
  words: @escaping (String) -> Void = { _ in }
) -> any RowWriter {
  format.renderer.rows(options, to: output, words: words)
}

/// Writes a page and brings it out.
package func write(
  _ page: Page, as format: OutputFormat, options: RenderingOptions, to output: OutputBuffer
) throws(OutputError) {
  try format.renderer.write(page, options, to: output)
  try output.flush()
}
