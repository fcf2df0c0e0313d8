import Domain

extension Wording {
  /// What a list says that was narrowed to nothing.
  public static func nothing(with words: String) -> String {
    "Nothing here has \"\(words.trimmed.clipped(40))\"."
  }

  /// What a search has left out of its list; nothing where it lists all there is.
  public static func foundOf(_ running: Int, older: Int) -> [String] {
    let most = FindVerb.mostListed
    if running <= most, older <= most { return [] }
    func part(_ count: Int, _ name: String) -> String {
      count > most ? "the best \(most) of \(count) \(name)" : "\(count) \(name)"
    }
    return ["Listed: \(part(running, "open or of today")), \(part(older, "older")). More words find fewer."]
  }
}
