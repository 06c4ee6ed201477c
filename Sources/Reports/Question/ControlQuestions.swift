import Accounts

/// The changes of a shift.
enum ShiftChanges: Question {
  static let name = "changes"
  static let group = QuestionGroup.control
  static let about =
    "Changes of the period by day and operator, with the command to undo each"
  static let formula = """
    The end-of-shift report: one row for each change. undo is empty if the change is already undone \
    (and the undo was not itself undone), if it wrote no rows, if it sent mail, which cannot be recalled, or if \
    it was made by `store migrate`.
    """
  static let parameters: [QuestionParameter] = [
    QuestionParameter("from", .day, "first day of the period (the day of --to)"), .to,
    QuestionParameter("operator", .staff, "only changes by this operator"),
  ]
  static let examples = [
    "report changes", "report changes --operator pat",
    "report changes --from yesterday --to yesterday --csv",
  ]
  static func report(_ asked: Asked) -> Report {
    var asked = asked
    if asked.days["from"] == nil {
      asked.days["to"] = asked.duePeriod?.last ?? asked.to
      asked.days["from"] = asked.duePeriod?.first ?? asked.to
    }
    var filter = ChangeFilter()
    filter.operatorName = asked.texts["operator"]
    let isUndone = "\(ChangeSummary.undoInEffect) IS NOT NULL"
    return Report(
      name,
      columns: [
        .init("change", "c.change", .integer).numbering(), .init("at", "c.at", .timestamp),
        .init("operator", "c.operator"), .init("rows", "c.row_count", .integer),
        .init("command", "c.command"), .init("reason", ChangeSummary.allReasons),
        .init(
          "undo",
          """
          CASE WHEN c.row_count > 0 AND NOT (\(isUndone)) AND \(ChangeSummary.isUndoable) \
          THEN 'ubadmin change undo ' || c.change END
          """
        ).runnable(),
      ], from: "change c", where: [asked.isInPeriod(moment: "c.at")] + filter.conditions,
      orderBy: ["c.change"])
  }
}
