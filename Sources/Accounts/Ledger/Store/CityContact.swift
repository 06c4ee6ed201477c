/// How customers reach the city, as its settings say. Bills, mails and the portal have it from here.
package struct CityContact: Sendable {
  /// One way, with the name that a page's field has.
  package struct Way: Sendable {
    package let name: String
    package let label: String
    package let text: String
  }

  /// Those that are set.
  package let ways: [Way]

  init(_ settings: Settings) {
    let all: [(Setting, String)] = [
      (.cityPhone, "Phone"), (.cityWebSite, "Web site"), (.cityHours, "Hours"),
    ]
    ways = all.compactMap { setting, label in
      let text = settings[setting]
      guard !text.isEmpty else { return nil }
      let name = String(setting.rawValue.map { "-.".contains($0) ? "_" : $0 })
      return Way(name: name, label: label, text: text)
    }
  }

  /// A line for each way.
  package var lines: String { ways.map { "\($0.label): \($0.text)" }.joined(separator: "\n") }
}

extension Settings {
  package var contact: CityContact { CityContact(self) }
}
