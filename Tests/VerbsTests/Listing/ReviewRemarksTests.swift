import Domain
import TestSupport
import Testing

@testable import Verbs

@Suite("What a reviewer looks at")
struct ReviewRemarksTests {
  @Test(
    "a code that nobody was told, or none at all, stands among the remarks", .verifies("SGN-03"),
    arguments: [("--code 123456", "never told"), ("--no-code \"phone dead\"", "phone dead")])
  func codes(_ words: String, _ remark: String) throws {
    var desk = try ParsingTests.desk()
    try desk.say("travel 20402")
    try desk.say("on-site 20402")
    try desk.say("complete 20402 reset --cause dust --signed-by Osei \(words)")
    let remarks = Wording(office: desk.office, now: desk.now).remarks(on: try desk.order(20_402))
    #expect(remarks.contains { $0.contains(remark) }, "\(remarks)")
  }
}
