import Domain
import Storage
import TUI

extension BackRoom {
  /// Keeps a form as it is typed; also after a crash it is there. While the disk takes nothing it is kept here,
  /// and written as soon as something can be.
  func save(_ draft: FormDraft) {
    unsaved[draft.key] = draft
    saveDrafts()
  }

  func delete(_ key: FormDraft.Key) {
    unsaved[key] = nil
    do { try session.file.deleteDraft(Draft.id(of: key)) } catch { failedToSave(error) }
  }

  /// Writes the drafts that could not be written when they were typed.
  func saveDrafts() {
    for (key, draft) in unsaved {
      do {
        try session.file.save(Draft(draft, savedAt: session.now))
        unsaved[key] = nil
        noteSaving(true)
        post(.draftSaved(key))
      } catch {
        return failedToSave(error)
      }
    }
  }

  /// Every draft, newest first; those that only this console knows so far come before the others.
  func drafts() throws(StorageError) -> [FormDraft] {
    let waiting = unsaved.values.sorted { $0.begunAt > $1.begunAt }
    return waiting + (try session.file.drafts().compactMap(\.formDraft)).filter { unsaved[$0.key] == nil }
  }

  func failedToSave(_ error: StorageError) {
    noteSaving(false, error.failure)
    post(.failed(error.failure))
  }
}
