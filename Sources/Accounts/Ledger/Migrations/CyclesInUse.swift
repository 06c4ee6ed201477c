extension Migration {
  /// Whether a cycle is in use is asked before a location gets another one.
  static let cyclesInUse = Migration(
    name: "cycles in use",
    sql: "CREATE INDEX location_cycle ON location (cycle) WHERE cycle IS NOT NULL;")
}
