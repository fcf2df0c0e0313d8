/// What a PIN may be: four to twelve digits that are not everybody's first guess.
public enum PINRule {
  public static let longest = 12

  /// Why these words will not do as a PIN; nil when they will.
  public static func fault(in words: String) -> String? {
    let digits = words.utf8.map { Int($0) - 48 }
    guard digits.allSatisfy({ (0...9).contains($0) }) else { return "A PIN has digits only." }
    guard (4...longest).contains(digits.count) else { return "A PIN has 4 to \(longest) digits." }
    let steps = Set(zip(digits, digits.dropFirst()).map { $1 - $0 })
    guard steps != [0], steps != [1], steps != [-1] else {
      return "That PIN is everybody's first guess: not one digit over and over, not 1234."
    }
    return nil
  }
}
