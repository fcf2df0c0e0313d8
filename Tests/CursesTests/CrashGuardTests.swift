import Curses
import Foundation
import Testing

@Suite("A crash on any thread")
struct CrashGuardTests {
  @Test("finds a stack of its own on every thread that was covered")
  func stacks() async {
    let sizes = await withCheckedContinuation { answer in
      Thread.detachNewThread {
        let before = Self.stackSize
        CrashGuard.coverThread()
        CrashGuard.coverThread()
        answer.resume(returning: (before, Self.stackSize))
      }
    }
    #expect(sizes.0 == nil)
    #expect(sizes.1 == 64 * 1024)
  }

  /// The size of the running thread's stack for signals, nil when it has none.
  private static var stackSize: Int? {
    var stack = stack_t()
    guard sigaltstack(nil, &stack) == 0, Int(stack.ss_flags) & Int(SS_DISABLE) == 0 else { return nil }
    return stack.ss_size
  }
}
