/// A part of a store's schema that is not a table.
package struct SchemaPart: Sendable {
  package enum Kind: String, Sendable {
    case index, trigger, function, view
  }

  package let kind: Kind
  package let name: String
  /// The table of an index or trigger, else the schema; empty where the engine has none.
  package let place: String
  /// How it is made, in the engine's words; of a function its body.
  package let text: String

  package init(_ kind: Kind, _ name: String, in place: String, text: String) {
    self.kind = kind
    self.name = name
    self.place = place
    self.text = text
  }
}
