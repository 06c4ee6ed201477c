/// Verbs that people use for one another: whoever looks for one may mean the command of another.
enum VerbGroups {
  private static let all: [[String]] = [
    ["new", "create", "make", "add", "open", "start", "register", "enroll", "post"],
    [
      "delete", "remove", "erase", "drop", "stop", "end", "cancel", "close", "void", "reverse",
      "deactivate", "retire", "undo",
    ],
    ["change", "edit", "update", "modify", "fix", "correct", "rename", "set"],
    ["see", "view", "display", "print", "show", "list"],
  ]

  /// The verbs that may be meant by one, itself included.
  static func like(_ verb: String) -> [String] { all.first { $0.contains(verb) } ?? [verb] }
}
