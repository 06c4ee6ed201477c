/// Automatic payments that outlived the account or the customer's responsibility.
extension Store {
  func checkEFT(_ tell: (Finding) throws -> Void) throws {
    let mark = connection.dialect.dateMark
    try connection.each(
      once: """
        SELECT e.account, e.cid FROM (SELECT \(mark) AS day) d CROSS JOIN eft_enrollment e \
        JOIN account a ON a.account = e.account \
        WHERE e.state <> 'cancelled' AND (e.ends_on IS NULL OR e.ends_on > d.day) \
        AND (a.closed_on <= d.day OR NOT EXISTS (SELECT 1 FROM account_customer ac \
        WHERE ac.account = e.account AND ac.cid = e.cid AND ac.from_on <= d.day \
        AND (ac.to_on IS NULL OR ac.to_on > d.day))) ORDER BY e.account, e.enrollment
        """, [today.datum]
    ) { row in
      let account = String(decoding: row.text(0), as: UTF8.self)
      try tell(
        Finding(
          rule: .eftOutlives, severity: .warning, record: "account \(account)",
          what: "automatic payments of customer \(String(decoding: row.text(1), as: UTF8.self)), "
            + "who does not answer for it on \(today)",
          mend: "end them with `eft cancel \(account) --reason \"responsibility ended\"`"))
      return true
    }
  }
}
