import Testing

@testable import Curses

@Suite("Clipboard text")
struct Base64Tests {
  @Test(
    "is base 64",
    arguments: [
      ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("é東", "w6nmnbE=")
    ])
  func encoded(text: String, expected: String) {
    #expect(base64(text) == expected)
  }
}
