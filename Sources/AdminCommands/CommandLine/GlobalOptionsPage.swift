import ArgumentParser

/// The global options as help and manual pages list them. Nothing is parsed
/// with it: `TypedLine` takes the options.
struct GlobalOptionsPage: ParsableArguments, CustomReflectable {
  init() {}

  /// In debug builds the parser looks for the keys of what it lists.
  init(from decoder: any Decoder) throws { _ = try decoder.container(keyedBy: FieldKey.self) }

  /// ArgumentParser finds arguments in a type's mirror.
  var customMirror: Mirror {
    let children = GlobalOption.all.map { (label: Optional($0.name), value: $0.declaration()) }
    return Mirror(self, children: children)
  }
}
