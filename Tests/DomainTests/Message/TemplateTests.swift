import Domain
import TestSupport
import Testing

@Suite("Templates")
struct TemplateTests {
  private func set(_ template: MessageTemplate, _ sample: inout SampleOffice) throws -> Decision {
    let own = sample.office.templates.first { $0.isSameVariant(as: template) }?.text
    return try sample.submit(.setTemplate(SetTemplate(template, replacing: own)))
  }

  @Test("the nearest variant wins: the customer, its group, the language, the tier", .verifies("MSG-02"))
  func variants() throws {
    var sample = try SampleOffice()
    let id = try sample.log(at: SampleOffice.store112)
    let text = { (sample: SampleOffice) throws in
      sample.office.template("held", for: try sample.order(id))?.text
    }
    #expect(try text(sample)?.hasPrefix("{office}") == true)
    _ = try set(MessageTemplate("held", to: .customer, "all"), &sample)
    #expect(try text(sample) == "all")
    _ = try set(MessageTemplate("held", to: .customer, "silver", tier: .silver), &sample)
    _ = try set(MessageTemplate("held", to: .customer, "gold", tier: .gold), &sample)
    #expect(try text(sample) == "silver")
    try sample.submit(
      .editCustomer(SampleOffice.store, EditCustomer([FieldChange(.language, from: nil, to: .plain("de"))])))
    _ = try set(MessageTemplate("held", to: .customer, "deutsch", language: "de"), &sample)
    #expect(try text(sample) == "deutsch")
    _ = try set(MessageTemplate("held", to: .customer, "group", customer: SampleOffice.freshco), &sample)
    #expect(try text(sample) == "group")
    _ = try set(MessageTemplate("held", to: .customer, "own", customer: SampleOffice.store), &sample)
    #expect(try text(sample) == "own")
    #expect(sample.office.template("held")?.text == "all")
  }

  @Test("a text is set, replaced and taken back; a field that there is not is refused")
  func commands() throws {
    var sample = try SampleOffice()
    let first = MessageTemplate("thanks", to: .customer, "Thank you, {customer}")
    let set = try self.set(first, &sample)
    #expect(sample.office.templateNames.last == "thanks" && sample.office.templateNames.first == "time")
    #expect(throws: Refusal.self) {
      try sample.submit(
        .setTemplate(SetTemplate(MessageTemplate("thanks", to: .customer, "x"), replacing: nil)))
    }
    _ = try self.set(MessageTemplate("thanks", to: .customer, "Thanks"), &sample)
    for command in [Command.setTemplate(SetTemplate(first, replacing: "Thanks"))] + set.inverse {
      try sample.submit(command)
    }
    #expect(sample.office.templates.isEmpty)
    for bad in ["{tme} is fine", " "] {
      #expect(throws: Refusal.self) { try self.set(MessageTemplate("thanks", to: .customer, bad), &sample) }
    }
    #expect(throws: Refusal.self) { try self.set(MessageTemplate("No Name", to: .customer, "x"), &sample) }
  }

  @Test("every usual text has fields that there are, and customers' ones say whose and what next")
  func usual() {
    for template in MessageTemplate.usual {
      let merge = MergeText(template.text)
      #expect(merge.unknown.isEmpty, "\(template.name)")
      guard template.party == .customer else { continue }
      #expect(merge.fields.contains(.office) && merge.fields.contains(.order), "\(template.name)")
      #expect(!template.text.contains("!"), "\(template.name)")
    }
    #expect(MessageTemplate.usual.firstIndex { $0.name == "correction" } == 3, "m 4 is what sentences say")
  }
}
