/// The options of the running line that the commands which it prints need as well, so that they show and change
/// the same.
struct PrintedOptions: Equatable {
  /// Those that say which store it works on.
  var store: [String] = []
  /// `--at`, in a form that means the same moment later, too.
  var past: [String] = []

  var isEmpty: Bool { store.isEmpty && past.isEmpty }
}
