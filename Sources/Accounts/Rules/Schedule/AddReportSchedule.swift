package import Engines
package import Ledger
package import Values

/// Schedules a report, with the rights of the operator who adds it.
package struct AddReportSchedule: Mutation {
  package static let name = OperationName("report", "schedule add")
  package static let leastRole = Role.supervisor
  package static let writes: [TableWrite] = [.insert(ReportSchedule.table)]

  let schedule: Row<ReportSchedule>

  /// - Parameter schedule: without the operator and the days, which are those of the change.
  package init(_ schedule: Row<ReportSchedule>) { self.schedule = schedule }

  package func apply(to books: Books) throws(RuleError) -> Effect {
    let name = schedule[ReportSchedule.name]
    guard try books.find(ReportSchedule.self, name) == nil else {
      throw .refuse(
        .duplicate, field: "name", found: "\(name), which is already scheduled",
        expected: "a new name", remedy: "remove it first: `report schedule remove \(word: name)`")
    }
    var row = schedule
    row[ReportSchedule.staff] = StaffName(trusted: books.operatorName)
    row[ReportSchedule.addedOn] = books.today
    row[ReportSchedule.doneThrough] = row.dueDay(at: books.now, in: books.settings.zone)
    books.insert(row)
    return Effect(
      "report \(name) is scheduled, first for \(row.nextDay)", newKey: name.text)
  }
}

/// Ends a scheduled report; what it has written stays.
package struct RemoveReportSchedule: Mutation {
  package static let name = OperationName("report", "schedule remove")
  package static let leastRole = Role.supervisor
  package static let writes: [TableWrite] = [.delete(ReportSchedule.table)]

  let schedule: ScheduleName

  package init(_ schedule: ScheduleName) { self.schedule = schedule }

  package func apply(to books: Books) throws(RuleError) -> Effect {
    books.delete(try books.schedule(schedule))
    return Effect("report \(schedule) is no longer scheduled")
  }
}

extension Books {
  package func schedule(_ name: ScheduleName) throws(RuleError) -> Row<ReportSchedule> {
    guard let row = try find(ReportSchedule.self, name) else {
      throw .refuse(
        .notFound, field: "name", found: "no scheduled report \(name)",
        expected: "the name of one", remedy: "see `report schedule list`")
    }
    return row
  }
}
