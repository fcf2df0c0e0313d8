extension Parameter {
  /// The kind of thing in a sentence: "is no …".
  var thing: String {
    switch kind {
    case .orders, .order: "order"
    case .technician, .assignee: "technician"
    case .person: "person"
    case .customer: "customer"
    case .site: "site"
    case .equipment: "equipment"
    case .contract: "contract"
    case .trade: "trade"
    case .zone: "zone"
    case .message: "message"
    case .template: "template"
    case .verb: "verb"
    case .text, .longText, .choice: name
    case .file: "file"
    case .number: "count"
    case .priority: "priority"
    case .instant, .shift: "time"
    case .day: "day"
    case .length: "length"
    case .money: "amount"
    case .coordinates: "place"
    case .hours: "hours"
    case .skill: "skill"
    case .fields: "FIELD=VALUE"
    case .flag: "switch"
    }
  }

  /// What it wants, with an article.
  var wanted: String {
    switch kind {
    case .orders, .order: "an order"
    case .assignee, .technician: "a technician"
    case .person: "a person"
    case .customer: "a customer"
    case .site: "a site"
    case .equipment: "a piece of equipment"
    case .contract: "a contract"
    case .fields: "FIELD=VALUE"
    case .instant, .shift: "a time"
    case .day: "a day"
    case .length: "a length"
    case .priority: "a priority"
    case .hours: "hours"
    case .trade, .zone, .verb, .message, .template, .file, .number, .money, .coordinates, .skill, .flag:
      "a \(thing)"
    case .text, .longText, .choice: name
    }
  }

  /// A sentence with words that would do; empty where any word does.
  var examples: String {
    switch kind {
    case .orders, .order: "A number, . or - is."
    case .choice(let choices): "It is one of \(choices.joined(separator: ", "))."
    case .priority: "\(Examples.priorities) are."
    case .instant: "\(Examples.times) are."
    case .shift: "\(Examples.shifts) are."
    case .day: "\(Examples.days) are."
    case .length: "\(Examples.lengths) are."
    case .number: "\(Examples.counts) are."
    case .money: "\(Examples.amounts) are."
    case .coordinates: "\(Examples.place) is."
    case .skill: "HVAC:3 is."
    case .fields(let names): "The fields are \(names.joined(separator: ", "))."
    case .technician, .person, .customer, .site, .equipment, .contract, .trade, .zone, .verb, .message,
      .template, .text, .longText, .file, .assignee, .hours, .flag:
      ""
    }
  }
}
