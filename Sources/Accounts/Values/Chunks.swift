extension Array {
  /// Its elements in order, in chunks of this size; the last one may be shorter.
  package func chunks(of size: Int) -> [ArraySlice<Element>] {
    stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
  }
}
