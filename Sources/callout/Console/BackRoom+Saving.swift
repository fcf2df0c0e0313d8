import Domain
import Storage
import TUI

extension BackRoom {
  /// Keeps a form as it is typed; also after a crash it is there. While the disk takes nothing it is kept here,
  /// and written as soon as something can be.
  ///
  /// It is of whoever typed it, who need not be the one that acts by the time it comes here.
  func save(_ draft: FormDraft, of person: Person.ID) {
    unsaved[OwnDraft(person: person, key: draft.key)] = draft
    saveDrafts()
  }

  func delete(_ key: FormDraft.Key, of person: Person.ID) {
    unsaved.updateValue(nil, forKey: OwnDraft(person: person, key: key))
    saveDrafts()
  }

  /// Writes what could not be written when it was typed.
  func saveDrafts() {
    while let (own, draft) = unsaved.first {
      var isErased = false
      do {
        if let draft {
          isErased = try !keep(draft, of: own)
        } else {
          try session.file.deleteDraft(Draft.id(of: own.key, by: own.person))
          keptForms[own] = nil
        }
        noteCall(own.key.form)
      } catch {
        return failedToSave(error)
      }
      unsaved[own] = nil
      noteSaving(true)
      if draft != nil { post(isErased ? .draftErased(own.key) : .draftSaved(own.key)) }
    }
  }

  /// Writes it; false where words in it were erased since it was written last, and it was thrown away with them.
  private func keep(_ draft: FormDraft, of own: OwnDraft) throws(StorageError) -> Bool {
    let known = keptForms[own].flatMap { $0.begunAt == draft.begunAt ? $0.erased : nil }
    let erased = try session.file.save(Draft(draft, by: own.person, savedAt: session.now), since: known)
    keptForms[own] = erased.map { KeptForm(begunAt: draft.begunAt, erased: $0) }
    return erased != nil
  }

  /// Every draft of a person, newest first; those that only this console knows so far come before the others.
  func drafts(of person: Person.ID) throws(StorageError) -> [FormDraft] {
    let waiting = unsaved.filter { $0.key.person == person }.values.compactMap(\.self)
      .sorted { $0.begunAt > $1.begunAt }
    let erased = try session.file.erasedForms()
    let kept = try session.file.drafts().filter { $0.person == nil || $0.person == person }
      .compactMap(\.formDraft)
    for form in kept {
      keptForms[OwnDraft(person: person, key: form.key)] = KeptForm(begunAt: form.begunAt, erased: erased)
    }
    return waiting + kept.filter { unsaved.index(forKey: OwnDraft(person: person, key: $0.key)) == nil }
  }

  /// What everybody else has begun in this file, and the calls that others of the office have in forms.
  func draftsOfOthers(than person: Person.ID) throws(StorageError) -> [FormDraft] {
    try session.file.drafts().compactMap { kept in
      guard let other = kept.person, other != person, var draft = kept.formDraft else { return nil }
      draft.other = other
      return draft
    } + callsElsewhere(than: person)
  }

  func failedToSave(_ error: StorageError) {
    noteSaving(false, error.failure)
    post(.failed(error.failure))
  }

  /// The header says so from the first write that fails until one succeeds again.
  func noteSaving(_ works: Bool, _ failure: Failure? = nil) {
    let wasSaving = isSaving
    isSaving = works
    if works, !wasSaving {
      post(.link(link))
      saveDrafts()
    }
    if !works, wasSaving, let failure { post(.link(.notSaving(since: session.now, failure))) }
  }

  /// What was found out when the file was opened.
  func tellSaving() {
    if let failure = session.file.unwritable { noteSaving(false, failure) }
  }

  /// Looks whether the disk takes writes again, by a write that changes nothing anybody sees.
  func tryToSave() {
    do {
      try session.file.set("lastSaveTried", to: session.now.rfc3339)
      noteSaving(true)
    } catch {
      return
    }
  }
}

/// A form that is in the file, and how many had been thrown away by when it was written or read.
struct KeptForm {
  let begunAt: Timestamp
  let erased: Int
}

/// A form that somebody has begun: two people at one desk have their own of the same thing.
struct OwnDraft: Hashable {
  let person: Person.ID
  let key: FormDraft.Key
}
