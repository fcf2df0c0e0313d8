import Domain

/// How many mails an address may get in an hour, so that no rule and no loop floods anybody.
struct MailBudget {
  private let perHour: Int
  private var sent: [String: Int] = [:]

  init(_ office: Office, perHour: Int, at now: Timestamp) {
    self.perHour = perHour
    office.orders.forEach { order in
      for message in order.messages {
        guard message.channel == .mail, let at = message.sentAt, now - at < .hours(1) else { continue }
        note(message.address.words.trimmed)
      }
    }
  }

  func refusal(of address: String) -> String? {
    guard sent[address.lowercased(), default: 0] >= perHour else { return nil }
    return "\(perHour) mails went to this address within the hour; the rest is tried later"
  }

  mutating func note(_ address: String) { sent[address.lowercased(), default: 0] += 1 }
}
