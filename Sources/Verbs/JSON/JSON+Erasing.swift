import Domain

extension Objects {
  /// What `customer erase` and `person erase` answer.
  public static func erasing(_ words: ErasedWords, isDone: Bool) -> JSONValue {
    var object = JSONObject()
    object.add("ok", true)
    object.add("erased", isDone)
    object.add("texts", words.texts.count)
    object.add("orders", words.orders)
    return object.value
  }
}
