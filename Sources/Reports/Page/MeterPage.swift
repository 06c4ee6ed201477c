package import Accounts

extension Page {
  /// All about one meter, as of a day.
  package static func meter(_ serial: MeterSerial, on store: Store, asOf day: CivilDate) throws
    -> Page
  {
    let row = try store.books().known(Meter.self, serial)
    let installs = Report(
      "installs",
      columns: [
        Report.Column("account", of: Service.account, "s"),
        Report.Column("code", of: Service.code, "s"),
        Report.Column("from", of: MeterInstall.fromOn, "i"),
        Report.Column("to", of: MeterInstall.toOn, "i"),
      ], from: "meter_install i JOIN service s ON s.service = i.service",
      where: [Report.Condition("i.meter = ?", [serial.datum])],
      orderBy: ["i.from_on DESC", "i.meter_install DESC"])
    let reads = Report.reads(
      meters: [serial.text], from: day.adding(months: -13), to: day, withSuperseded: true)
    return Page(
      title: "Meter \(serial)",
      sections: [
        .fields([
          row.field(Meter.meter, "Serial number"), row.field(Meter.code, "Service type"),
          row.field(Meter.unit, "Unit"), row.field(Meter.dials, "Dials"),
          row.field(Meter.multiplier, "Multiplier"), row.field(Meter.size, "Size"),
          row.field(Meter.mxu, "MXU"),
        ]),
        .table(try store.table("installs", title: "Installations", installs)),
        .table(try store.table("reads", title: "Reads, the last 13 months", reads)),
      ])
  }
}
