extension BinaryInteger {
  /// `1 row`, `3 rows`; `2 entries` with an irregular plural.
  package func counted(_ one: String, _ many: String? = nil) -> String {
    "\(self) " + (self == 1 ? one : many ?? one + "s")
  }
}
