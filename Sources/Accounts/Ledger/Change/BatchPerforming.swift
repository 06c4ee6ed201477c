package import Engines
package import Values

extension ChangeTransaction {
  /// How many operations to hand over at once: as many as a round trip pays for, or so few that
  /// they stay in the processor's cache.
  package var batchSize: Int { batch?.batchSize ?? 32 }

  /// Applies operations one after the other, a later one seeing what the earlier ones did, as
  /// `perform` does it for one. On a server their rows are loaded and written together.
  package func perform(batch operations: [any Mutation]) throws(StoreError)
    -> [Result<Performed, Rejection>]
  {
    try requireOpen()
    guard let batch, operations.count > 1 || unwritten != nil else {
      return try performEach(operations)
    }
    do throws(StoreError) {
      return try performTogether(operations, on: batch)
    } catch {
      throw failing(error)
    }
  }

  /// One operation of a dry run on a server that takes no writes.
  func performUnwritten(_ operation: any Mutation) throws(RuleError) -> Performed {
    let results: [Result<Performed, Rejection>]
    do throws(StoreError) {
      results = try perform(batch: [operation])
    } catch {
      throw .store(error)
    }
    switch results.first {
    case .success(let performed)?: return performed
    case .failure(let rejection)?: throw .rejected(rejection)
    case nil: throw .store(StoreError(.defect, "an operation was skipped"))
    }
  }

  /// Reads the books with what was done so far, also where a dry run cannot write it.
  package func reading<T>(_ body: (Books) throws(RuleError) -> T) throws(RuleError) -> T {
    guard let unwritten else { return try body(books) }
    books.source = unwritten
    defer { books.source = books.direct }
    for _ in 0..<Self.mostRounds {
      let outcome = unwritten.attempt { () throws(RuleError) in try body(books) }
      if let outcome { return try outcome.get() }
      do throws(StoreError) { try unwritten.load() } catch { throw .store(error) }
    }
    throw .store(StoreError(.defect, "a rule asked for rows without end"))
  }

  private func performTogether(
    _ operations: [any Mutation], on connection: any BatchConnection
  ) throws(StoreError) -> [Result<Performed, Rejection>] {
    defer { books.source = books.direct }
    var results: [Result<Performed, Rejection>] = []
    results.reserveCapacity(operations.count)
    var count = operations.count
    while results.count < operations.count {
      let rows = unwritten ?? PrefetchedRows(connection, canWrite: true)
      books.source = rows
      let next = operations.prefix(results.count + count)
      try write(performGroup(next, rows, &results))
      if unwritten == nil { lookedAt += rows.unwritten.lookedAt }
      books.gaps.settle()
      // Operations that keep changing the same rows go on in small groups.
      if rows.isCrowded { count = PrefetchedRows.margin }
    }
    return results
  }

  /// Goes on until all are performed, or what is done must be written first.
  private func performGroup(
    _ operations: ArraySlice<any Mutation>, _ rows: PrefetchedRows,
    _ results: inout [Result<Performed, Rejection>]
  ) throws(StoreError) -> [RowChange] {
    var changes: [RowChange] = []
    var rounds = 0
    var patience = operations.count
    while true {
      let done = results.count
      try performLoaded(operations, rows, patience, &results, &changes)
      guard results.count < operations.count, !rows.isCrowded else { return changes }
      rounds = results.count > done ? 0 : rounds + 1
      // Where each operation waits for the one before, those far behind need not be tried each time.
      patience =
        results.count - done < PrefetchedRows.margin
        ? max(PrefetchedRows.margin, patience / 2) : operations.count
      guard rounds < Self.mostRounds else {
        throw StoreError(.defect, "a rule asked for rows without end")
      }
      try rows.load()
      loads += 1
    }
  }

  /// How many lookups of one rule may each depend on the one before.
  private static let mostRounds = 1000

  private func performEach(_ operations: [any Mutation]) throws(StoreError)
    -> [Result<Performed, Rejection>]
  {
    var results: [Result<Performed, Rejection>] = []
    results.reserveCapacity(operations.count)
    for operation in operations {
      do throws(RuleError) {
        results.append(.success(try perform(operation)))
      } catch {
        switch error {
        case .rejected(let rejection): results.append(.failure(rejection))
        case .store(let error): throw error
        }
      }
    }
    return results
  }

  /// Goes on with the operations as far as what they need is loaded; of the rest it only learns
  /// what they need.
  /// - Parameter patience: how many of those in a row may have nothing new to ask.
  private func performLoaded(
    _ operations: ArraySlice<any Mutation>, _ rows: PrefetchedRows, _ patience: Int,
    _ results: inout [Result<Performed, Rejection>],
    _ changes: inout [RowChange]
  ) throws(StoreError) {
    var isLearning = false
    var idle = 0
    for operation in operations[results.count...] {
      guard idle < patience else { return }
      try goOn()
      tries += 1
      let asked = rows.questions
      let outcome = rows.attempt { () throws(RuleError) in try operation.apply(to: books) }
      let made = books.takePending()
      guard !isLearning, let outcome else {
        isLearning = true
        books.drop()
        idle = rows.questions > asked ? 0 : idle + 1
        continue
      }
      switch outcome {
      case .success(let effect):
        books.keep()
        results.append(.success(Performed(effect: effect, changes: made)))
        for change in made { rows.unwritten.record(change) }
        changes += made
      case .failure(.rejected(let rejection)):
        books.refuse()
        results.append(.failure(rejection))
      case .failure(.store(let error)): throw error
      }
    }
  }
}
