/// The options that commands in messages and output inherit from the running line, so that they use the same
/// store and the same moment.
struct PrintedOptions: Equatable {
  /// Those that say which store it works on.
  var store: [String] = []
  /// `--at`, in a form that means the same moment later, too.
  var past: [String] = []

  var isEmpty: Bool { store.isEmpty && past.isEmpty }
}
