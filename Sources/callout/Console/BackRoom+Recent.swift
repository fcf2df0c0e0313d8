import Domain
import Storage
import TUI

extension BackRoom {
  /// What whoever acts has looked at before.
  func tellRecent() {
    do { post(.recent(try session.file.recent(of: person))) } catch { post(.failed(error.failure)) }
  }

  /// Remembers what was looked at; a disk that does not take it loses nothing that was typed.
  func save(_ recent: [WorkOrder.ID], of person: Person.ID) {
    do { try session.file.set(recent: recent, of: person) } catch { failedToSave(error) }
  }
}
