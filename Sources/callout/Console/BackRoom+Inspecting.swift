import Curses
import Dispatch
import Domain
import Storage
import TUI

extension BackRoom {
  /// Looks at the whole file once the console has come to rest, while nothing waits for it: what nobody reads today
  /// may be damaged all the same, and the sooner that is known the better the backups are.
  func inspectLater() {
    let file = session.file
    DispatchQueue.global(qos: .background).asyncAfter(deadline: .now() + .seconds(10)) { [weak self] in
      CrashGuard.coverThread()
      guard let self, let damage = file.damage() else { return }
      self.perform { room in
        room.damage = damage
        room.post(.failed(damage))
      }
    }
  }
}
