import Domain
import Storage
import Sync

extension OfficeLine {
  /// Has the office take this file in as another console, as a copy of it acts as the one that it was.
  mutating func enrol(_ number: Int) -> ConsoleLink.Input {
    do {
      // Another process of this console may have done it meanwhile.
      if try file.console() == console {
        let answer = try client.post(.enrolAnew, file.standing().pull, wanting: JoinAnswer.self)
        try NextToken.write(answer.token, of: answer.console, beside: file.path)
        try file.become(answer.console)
      }
      try NextToken.settle(file.console(), beside: file.path)
      try reopen()
      return .enrolled(number, try file.standing())
    } catch {
      return failed(number, error)
    }
  }

  /// Goes on as the console that this file is by now, where another process of it was let in again; nil where none was.
  mutating func letInElsewhere(_ number: Int) -> ConsoleLink.Input? {
    do {
      if try file.console() == console { return nil }
      try reopen()
      return .enrolled(number, try file.standing())
    } catch {
      return nil
    }
  }

  /// Goes back to the last entry that the office still has.
  mutating func goBack(_ number: Int) -> ConsoleLink.Input {
    let client = client
    do {
      let common = try file.commonGround { try client.post(.pull, $0, wanting: PullAnswer.self) }
      guard let common else { return .wentBack(number, try file.standing()) }
      return .wentBack(number, try file.goBack(to: common))
    } catch {
      return failed(number, error)
    }
  }

  /// Works from the office's rows instead of folding a long stretch of its log.
  mutating func takeSnapshot(_ number: Int) -> ConsoleLink.Input {
    let client = client
    do {
      let standing = try file.takeSnapshot { request in
        try client.post(.snapshot, request, wanting: SnapshotAnswer.self, seconds: 60)
      }
      return .confirmed(number, standing, isLast: false)
    } catch {
      return failed(number, error)
    }
  }
}
