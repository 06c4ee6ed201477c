/// All questions, in the order of `report list`.
package enum Questions {
  package static let all: [any Question.Type] = [
    ConsumptionSums.self, ConsumptionHistory.self,
    AllExceptions.self, ExceptionReport<HighLow>.self, ExceptionReport<ZeroConsumption>.self,
    ExceptionReport<InactiveConsumption>.self, ExceptionReport<ConsecutiveEstimates>.self,
    ExceptionReport<MissingReads>.self, ExceptionReport<SameUsage>.self,
    ExceptionReport<DeadMeter>.self, ExceptionReport<ContinuousFlow>.self,
    ExceptionReport<RolloverAndNegative>.self, ExceptionReport<MeterExchanges>.self,
    ExceptionReport<MultiplierChanged>.self,
    ReadSheet.self, ReadSummary.self, MetersByRoute.self, MeterEvaluation.self, TopUsers.self,
    StartsAndStops.self, PendingServices.self, ActiveServices.self, Moves.self, Suspensions.self,
    FinalBillsDue.self,
    AgedBalances.self, PaymentTotals.self, Credits.self, WinterAverage.self, BillFrequency.self,
    UsageStatement.self,
    DeliveryCounts.self, LinksCoverage.self, LockedUsers.self, SignInAttempts.self,
    Registrations.self, Bounces.self,
    EFTEnrollments.self, EFTReturnList.self, RequestTotals.self,
    ShiftChanges.self, WaterBalance.self,
  ]
}
