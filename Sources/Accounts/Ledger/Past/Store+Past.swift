import Engines
import Values

extension Store {
  /// From here on until `comeBack` the store is read as it was at that point; nothing can be written.
  package func goBack(to point: JournalPoint) throws -> PastMoment {
    guard open == nil, past == nil else {
      throw StoreError(.defect, "the past of a store was asked for inside a transaction")
    }
    let standby = try beginLookingBack()
    do {
      let moment = try find(point)
      if moment.later > 0 {
        if let standby { throw standby }
        var view = PastView(engine)
        try view.make(after: moment.change, goOn)
      }
      past = moment
      // The city's time zone may have been another.
      try loadSettings()
      return moment
    } catch {
      comeBack()
      throw error
    }
  }

  /// Back to what is now.
  package func comeBack() {
    engine.rollback()
    guard past != nil else { return }
    past = nil
    // What cannot be read now is read when the next change begins.
    try? loadSettings()
  }

  /// Answers why only the last change can be shown; nil if every change can.
  private func beginLookingBack() throws(StoreError) -> StoreError? {
    do throws(StoreError) {
      try engine.beginLookingBack()
      return nil
    } catch {
      engine.rollback()
      guard error.kind == .standby else { throw error }
      try engine.begin(.read)
      return StoreError(
        .standby, "a standby cannot show past data, which needs temporary tables",
        remedy: error.remedy)
    }
  }

  private func find(_ point: JournalPoint) throws -> PastMoment {
    let last = try engine.first(Journal.last, []) { $0.integer(0) } ?? 0
    let found: (change: Int64, at: Timestamp)?
    let words: String
    switch point {
    case .change(let number):
      words = "no change \(number)"
      found = try change(number).map { ($0.change, $0.at) }
    case .moment(let moment):
      words = "no change up to \(settings.zone.text(moment))"
      found = try engine.first(Journal.upTo, [moment.datum]) { ($0.integer(0), moment) }
    }
    guard let found else {
      throw Rejection(
        .notFound, found: words, expected: "a change of the journal, or a time after its first",
        remedy: "find it with `change list`")
    }
    return PastMoment(change: found.change, at: found.at, later: last - found.change)
  }
}

extension Journal {
  static let upTo = Statement(
    "SELECT change FROM change WHERE at <= ? ORDER BY change DESC LIMIT 1", isShort: true)
}
