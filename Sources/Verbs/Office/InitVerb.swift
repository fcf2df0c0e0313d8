public import Domain

/// `init --name NAME [--zone ZONE]`: begins a real office.
public struct InitVerb: Verb {
  public static let name = "office.init"
  public static let words = ["init"]
  public static let help = "Begin an office in a new file"
  public static let needsOffice = false
  public static let parameters: [Parameter] = [
    Parameter("name", .text, .option, isRequired: true),
    .option("zone", .text, "Europe/London; else the system's"),
    .option("currency", .text, "EUR unless said"), .option("owner", .text, "your name; else the account's"),
    .option("handle", .text, "your handle; else the account's"),
    .option("first", .number, "the first order's number")
  ]

  let office: NewOffice

  public init(from arguments: Arguments, in context: VerbContext) throws(UsageFault) {
    let currency = (arguments.text("currency") ?? "EUR").uppercased()
    guard currency.utf8.count == 3, currency.utf8.allSatisfy({ (65...90).contains($0) }) else {
      throw UsageFault("\"\(currency.clipped(24))\" is no currency. EUR, GBP or USD are.", word: currency)
    }
    office = NewOffice(
      name: try arguments.needed("name"), zone: arguments.text("zone"), currency: currency,
      owner: arguments.text("owner"), handle: arguments.text("handle"),
      firstNumber: max(1, try arguments.number("first") ?? 20_001))
  }

  public func act(in context: VerbContext) throws(Refusal) -> Act { .chore(.initialise(office)) }
}
