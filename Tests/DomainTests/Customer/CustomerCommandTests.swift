import Domain
import TestSupport
import Testing

@Suite("Customer's record")
struct CustomerCommandTests {
  private let group = Customer.ID(high: 3, low: 2)

  private func edit(
    _ field: Customer.Field, _ from: String?, _ to: String?, of id: Customer.ID = Town.mercy
  ) -> Command {
    .editCustomer(
      id, EditCustomer([FieldChange(field, from: from.map { .plain($0) }, to: to.map { .plain($0) })]))
  }

  @Test("has group, tier, contract, preferences and credit, each set and shown", .verifies("AST-16"))
  func fields() throws {
    var town = try Town()
    try town.submit(.addCustomer(AddCustomer(Customer(id: group, name: "Health Group", tier: .silver))))
    let contract = Contract(
      id: Contract.ID(high: 30, low: 1), name: "Own", tier: nil, response: .onSite, hours: .always, levels: []
    )
    try town.submit(.changeContract(ChangeContract(contract)), by: Town.owner)
    let values: [(Customer.Field, String)] = [
      (.parent, group.description), (.contract, contract.id.description), (.preferences, "mornings, Ana"),
      (.credit, "ask accounts"), (.phone, "0151 496 0100 ext 4"), (.contact, "Ms Hill")
    ]
    for (field, words) in values {
      try town.submit(edit(field, nil, words))
      #expect(town.office.customer(Town.mercy)?.text(of: field) == words)
    }
    try town.submit(edit(.tier, "gold", "standard"))
    #expect(town.office.customer(Town.mercy)?.tier == .standard)
    #expect(town.office.customer(Town.mercy)?.parent == group)
  }

  @Test("refuses a group that would be part of itself", .verifies("AST-16"))
  func cycles() throws {
    var town = try Town()
    try town.submit(.addCustomer(AddCustomer(Customer(id: group, name: "Health Group", tier: .silver))))
    try town.submit(edit(.parent, nil, group.description))
    #expect(
      town.refusal(of: edit(.parent, nil, Town.mercy.description, of: group))
        == .inUse(.customer("Health Group")))
    #expect(town.refusal(of: edit(.parent, nil, group.description, of: group))?.code == "missing")
    let third = Customer.ID(high: 3, low: 3)
    var below = Customer(id: third, name: "Clinic", tier: .gold)
    below.parent = Town.mercy
    try town.submit(.addCustomer(AddCustomer(below)))
    #expect(town.refusal(of: edit(.parent, nil, third.description, of: group))?.code == "wrongState")
  }

  @Test("refuses groups and contracts that are not there, at the first as at a change")
  func references() throws {
    let town = try Town()
    var new = Customer(id: group, name: "New", tier: .gold)
    new.parent = Customer.ID(high: 3, low: 98)
    #expect(town.refusal(of: .addCustomer(AddCustomer(new)))?.code == "notFound")
    new.parent = nil
    new.contract = Contract.ID(high: 30, low: 99)
    #expect(town.refusal(of: .addCustomer(AddCustomer(new)))?.code == "notFound")
    #expect(
      town.refusal(of: edit(.parent, nil, group.description)) == .notFound(.customer(group.description)))
    let contract = Contract.ID(high: 30, low: 99).description
    #expect(town.refusal(of: edit(.contract, nil, contract)) == .notFound(.contract(contract)))
    #expect(town.refusal(of: edit(.name, nil, "x", of: group)) == .notFound(.customer(group.description)))
  }

  @Test("refuses an empty name, one that another has, and values that are none", .verifies("ADM-04"))
  func names() throws {
    var town = try Town()
    let twin = Customer(id: group, name: "MERCY trust", tier: .gold)
    #expect(town.refusal(of: .addCustomer(AddCustomer(twin))) == .taken(.customer("MERCY trust")))
    let empty = Customer(id: group, name: " ", tier: .gold)
    #expect(town.refusal(of: .addCustomer(AddCustomer(empty))) == .missing(.customer(" "), fields: ["name"]))
    try town.submit(.addCustomer(AddCustomer(Customer(id: group, name: "Other", tier: .gold))))
    #expect(
      town.refusal(of: edit(.name, "Other", "mercy  trust", of: group)) == .taken(.customer("mercy  trust")))
    #expect(town.refusal(of: edit(.name, "Other", "OTHER", of: group)) == nil)
    #expect(town.refusal(of: edit(.name, "Other", nil, of: group))?.code == "missing")
    #expect(town.refusal(of: edit(.tier, "gold", "platinum", of: group))?.code == "missing")
    #expect(town.refusal(of: edit(.parent, nil, "mercy", of: group))?.code == "missing")
  }

  @Test("a change says what it replaces")
  func stale() throws {
    var town = try Town()
    try town.submit(edit(.preferences, nil, "mornings"))
    #expect(
      town.refusal(of: edit(.preferences, nil, "afternoons"))
        == .changedSince(.customer("Mercy Trust"), field: "preferences", now: "mornings"))
    #expect(try town.submit(edit(.preferences, nil, "mornings")).events.isEmpty)
  }
}
