/// What is wrong with a field of a plan file.
public enum FieldFault: Hashable, Sendable {
  case missing
  /// It is of another kind than this one, such as "a whole number".
  case mustBe(String)
  case outside(Int, ClosedRange<Int>)
  /// A name that nothing in the file has.
  case unknown(String)
  /// A name that two have.
  case twice(String)
  /// A field that stands there more than once.
  case repeated
  /// No field of the format, but a letter or two from this one, which is not there.
  case misspelt(String)
  /// A time that ends before it begins.
  case reversed
}
