/// Every change that staff can make, in the order of their nouns.
public enum OperationCatalogue {
  public static let all: [any Operation.Type] = [
    AddCustomer.self,
    SetCustomer.self,
    AddMeter.self,
    ExchangeMeter.self,
    RemoveMeter.self,
    AddRead.self,
    VoidRead.self,
  ]
}
