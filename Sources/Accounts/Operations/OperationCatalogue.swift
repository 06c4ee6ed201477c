/// Every change that staff can make, in the order of their nouns.
public enum OperationCatalogue {
  public static let all: [any Operation.Type] = [
    OpenAccount.self,
    SetAccount.self,
    CloseAccount.self,
    MoveAccount.self,
    AddCustomer.self,
    SetCustomer.self,
    MergeCustomer.self,
    AddLocation.self,
    SetLocation.self,
    AddMeter.self,
    ExchangeMeter.self,
    RemoveMeter.self,
    AddRead.self,
    VoidRead.self,
    StartService.self,
    StopService.self,
    TransferService.self,
    SuspendService.self,
    ResumeService.self,
    CancelService.self,
    AddServiceType.self,
    SetServiceType.self,
    SetSetting.self,
  ]
}
