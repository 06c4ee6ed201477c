/// One page of HTML without references to other files.
struct HTMLRenderer: Renderer {
  func rows(
    _ options: RenderingOptions, to output: OutputBuffer, words: @escaping (String) -> Void
  ) -> any RowWriter {
    HTMLRowWriter(options: options, output: output)
  }

  func write(
    _ page: Page, _ options: RenderingOptions, to output: OutputBuffer
  ) throws(OutputError) {
    HTMLText.begin(title: page.title, to: output)
    for section in page.sections {
      switch section {
      case .fields(let title, let fields):
        HTMLText.heading(title, to: output)
        output.append("<dl>\n")
        for field in fields {
          output.append(
            "<dt>\(HTMLText.escaped(field.label))</dt>"
              + "<dd>\(HTMLText.escaped(field.value.display ?? ""))</dd>\n")
        }
        output.append("</dl>\n")
      case .table(let table):
        try HTMLRowWriter(options: options, output: output, caption: table.title).write(
          table.shown)
      case .data: break
      case .chart(let title, let lines):
        HTMLText.heading(title, to: output)
        output.append("<pre>\(HTMLText.escaped(lines.joined(separator: "\n")))</pre>\n")
      }
    }
    HTMLText.end(to: output)
  }
}

/// Text and frame of an HTML page.
enum HTMLText {
  /// What no browser takes for markup; what is invisible is made visible.
  static func escaped(_ text: String) -> String {
    let text = TerminalText.sanitized(text, keepingLineBreaks: true)
    guard text.utf8.contains(where: { "&<>\"'".utf8.contains($0) }) else { return text }
    return text.reduce(into: "") { escaped, letter in
      switch letter {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.append(letter)
      }
    }
  }

  static func heading(_ title: String?, to output: OutputBuffer) {
    if let title { output.append("<h2>\(escaped(title))</h2>\n") }
  }

  static func begin(title: String, to output: OutputBuffer) {
    let title = escaped(title)
    output.append(
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(title)</title>
      <style>\(style)</style>
      </head>
      <body>
      <main>
      <h1>\(title)</h1>

      """)
  }

  static func end(to output: OutputBuffer) {
    output.append("</main>\n<script>\(script)</script>\n</body>\n</html>\n")
  }

  /// Light and dark by the reader's setting; black on white on paper.
  private static let style = """
    :root{color-scheme:light dark;--ink:#1b1b1b;--page:#fff;--line:#c9c9c9;--bar:#1a5fb4}
    @media (prefers-color-scheme:dark){:root{--ink:#ececec;--page:#161616;--line:#4a4a4a;--bar:#78aeed}}
    body{font:1rem/1.45 system-ui,sans-serif;color:var(--ink);background:var(--page);margin:clamp(.8rem,3vw,2rem)}
    main{display:flex;flex-direction:column;align-items:flex-start}h1{margin:0 0 1rem}h1,.c,figure{order:-1}
    .s{max-width:100%;overflow-x:auto}figure{margin:0 0 1rem}figcaption{font-weight:600}
    table{border-collapse:collapse;margin:.5rem 0}caption{text-align:left;font-weight:600;padding:.3rem 0}
    caption.h{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}
    th,td{border-bottom:1px solid var(--line);padding:.25rem .7rem;text-align:left;vertical-align:top;white-space:nowrap}
    td.w{white-space:normal;min-width:16rem}td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}
    th button{font:inherit;font-weight:600;color:inherit;background:none;border:0;padding:0;text-align:inherit;cursor:pointer}
    .s:focus-visible,th button:focus-visible{outline:2px solid var(--bar);outline-offset:2px}
    th button::after{content:" \u{2195}";opacity:.55}
    th[aria-sort=ascending] button::after{content:" \u{2191}";opacity:1}
    th[aria-sort=descending] button::after{content:" \u{2193}";opacity:1}
    dl{display:grid;grid-template-columns:max-content auto;gap:.2rem 1.2rem}dt{font-weight:600}dd{margin:0}
    svg{display:block}svg text{fill:var(--ink);font-size:13px}svg rect{fill:var(--bar)}svg .m{fill:none;stroke:var(--bar)}
    @media print{:root{--ink:#000;--page:#fff;--line:#888;--bar:#444}@page{size:landscape;margin:12mm}
    body{margin:0;font-size:8.5pt}main{display:block}.s{overflow:visible}
    figure{break-inside:avoid}svg{width:auto;max-width:100%;max-height:165mm}
    th,td{padding:.1rem .4rem}td.w{min-width:0}
    thead{display:table-header-group}tr{break-inside:avoid}th button::after{content:""!important}}
    """

  /// Sorts a table by the column whose heading is pressed.
  private static let script = """
    document.querySelectorAll("th button").forEach(b=>b.addEventListener("click",()=>{
    const h=b.closest("th"),t=h.closest("table"),i=[...h.parentNode.children].indexOf(h),
    up=h.getAttribute("aria-sort")!=="ascending",n=h.classList.contains("n"),
    key=r=>{const c=r.children[i];return n?(c.dataset.v===""?-Infinity:+c.dataset.v):c.textContent};
    t.querySelectorAll("th").forEach(x=>x.removeAttribute("aria-sort"));
    h.setAttribute("aria-sort",up?"ascending":"descending");
    const rows=[...t.tBodies[0].rows].sort((a,b)=>{const x=key(a),y=key(b);
    return (n?x-y:x.localeCompare(y))*(up?1:-1)});t.tBodies[0].append(...rows)}));
    """
}
