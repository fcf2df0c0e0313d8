import Domain
import GRDB
import TestSupport
import Testing

@testable import Storage

@Suite("The search index")
struct SearchIndexTests {
  @Test(
    "has each order's words as they are now, whatever has happened", .verifies("QUE-03"), arguments: [1, 2, 3]
  )
  func words(seed: UInt64) throws {
    let office = try SampleOffice()
    var actions = EveryAction(seed: seed)
    try office.begin(&actions)
    let all = EveryAction.Kind.allCases.filter { $0 != .file && $0 != .closeDay }
    for step in 0..<400 {
      let seconds = 600 + Int64(step) * 60
      if step % 9 == 8 {
        _ = try? office.file.submit(office.submission([], after: seconds), takingBack: .last)
      } else if let kind = actions.kind(of: all),
        let submission = office.submission(kind, &actions, after: seconds)
      {
        _ = try? office.file.submit(submission)
      }
    }
    let state = office.file.state.office
    let texts = try office.file.read { db in
      try state.orders.inOrder.map { order in
        let key = try OrderTable.key(of: order.id, db)
        return try String.fetchOne(db, sql: "SELECT words FROM search WHERE rowid = ?", arguments: [key])
      }
    }
    #expect(state.orders.count >= 6)
    for (order, text) in zip(state.orders.inOrder, texts) {
      #expect(text == SearchText.of(order, in: state), "\(order.number)")
    }
  }
}
