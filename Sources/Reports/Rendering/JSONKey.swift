/// The names that programs find in JSON; ubadmin-json(5) promises them.
package enum JSONKey {
  /// Goes up when a key is renamed or removed, or a value changes its type; a new key leaves it alone.
  package static let schemaVersion: Int64 = 1

  /// `last-posted`, as columns and options are written, is `last_posted` in JSON.
  package static func of(_ name: String) -> String {
    name.contains("-") ? name.replacing("-", with: "_") : name
  }
}
