import TestSupport
import Testing

@Suite("Help in the shell")
struct HelpTests {
  @Test(
    "is there for every verb, for the first word of those with two, and where no office is",
    arguments: [
      (["--help"], "log"), (["log", "--help"], "callout log TEXT"),
      (["customer", "--help"], "callout customer edit"),
      (["help", "site"], "callout site add NAME"), (["new", "--help"], "callout log TEXT")
    ])
  func help(_ words: [String], _ expected: String) throws {
    let answer = try Binary().run(words: words)
    #expect(answer.status == 0)
    #expect(answer.output.contains(expected))
  }

  @Test("says what a first word goes on with, once")
  func group() throws {
    let answer = try Binary().run("customer")
    #expect(answer.status == 2)
    #expect(answer.errors.contains("add, edit, show") && !answer.errors.contains("Nearest"))
  }
}
