extension RandomAccessCollection where Index == Int {
  /// The place of the first element that does not meet a test, or the end; all that meet it come
  /// before all others. It is found by halves.
  @inlinable
  package func endOfFirst(where isMeant: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if isMeant(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
