/// The lines of a file that added the last ten thousand records or so, by the records' keys.
struct EarlierLines {
  private var new: [String: Int] = [:]
  private var old: [String: Int] = [:]

  subscript(key: String) -> Int? { new[key] ?? old[key] }

  mutating func note(_ key: String?, line: Int) {
    guard let key else { return }
    if new.count >= 5_000 { (old, new) = (new, [:]) }
    new[key] = line
  }
}
