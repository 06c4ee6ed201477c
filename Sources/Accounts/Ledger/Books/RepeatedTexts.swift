package import Engines

/// Texts without their own key, such as notes and replies: the rows of a file are compared with
/// those on record.
extension Books {
  /// What to do with a row whose text is on record already, about the same thing; nil if it is new. Two equal
  /// rows of a file count once.
  /// - Parameters:
  ///   - place: what the text is about.
  ///   - field: the one at fault where it is refused.
  ///   - phrase: what a number is called, e.g. `note 7`.
  ///   - load: numbers and texts of what is there.
  package func comesAgain<E: Entity>(
    _ text: String, of entity: E.Type, at place: String, field: String,
    phrase: (_ number: String) -> String,
    _ load: () throws(RuleError) -> [(number: Int64, text: String)]
  ) throws(RuleError) -> Effect? {
    guard repeats.isOfFile else { return nil }
    let last = try baseline(of: entity)
    let known = try known(at: place) { () throws(RuleError) in
      KnownRows(
        try load().map { ("\($0.number)", [($0.number > last ? "new " : "old ") + $0.text]) })
    }
    if let number = known.first(["old " + text]) {
      return try alreadyThere(phrase(number), field: field)
    }
    if let number = known.first(["new " + text]) {
      return .ofEqualRow("\(phrase(number)) is unchanged: an earlier row has the same contents")
    }
    known.add(try nextID(entity), words: "new " + text)
    return nil
  }
}

extension Effect {
  /// The effect of a row that repeats an earlier row of its file.
  package static func ofEqualRow(_ message: String) -> Effect {
    Effect(message, notices: ["an earlier row has the same contents; this row adds nothing"])
  }
}
