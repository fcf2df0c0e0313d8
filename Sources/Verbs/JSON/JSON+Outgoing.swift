public import Domain

extension Objects {
  /// A message as a gateway gets it, one object a file; docs/messages.md says what each key means.
  public static func outgoing(
    _ message: OutgoingMessage, of order: WorkOrder, in office: Office
  ) -> JSONValue {
    let wording = Wording(office: office, now: message.at)
    var object = JSONObject()
    object.add("format", "callout.message/1")
    object.add("id", message.id.description)
    object.add("office", office.profile.name)
    object.add("order", order.number)
    object.add("to", wording.recipient(message.to, of: order))
    object.add("outside", message.to.isOutside)
    object.add("channel", message.channel.rawValue)
    object.add("address", message.address.words)
    object.add("text", message.words.words)
    object.add("template", message.template)
    object.add("language", office.customer(of: order)?.language)
    object.add("writtenAt", message.at.rfc3339)
    object.add("by", office.person(message.by)?.handle)
    return object.value
  }
}
