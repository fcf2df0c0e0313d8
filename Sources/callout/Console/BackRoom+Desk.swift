import Domain
import Storage
import TUI
import Verbs

extension BackRoom {
  /// Lets somebody act from now on, if the PIN is his; the first two wrong ones cost nothing, every further one
  /// twice the wait of the one before.
  func signIn(_ id: Person.ID, pin: String?) {
    guard let next = mayAct(id, .keys) else { return }
    if let seal = next.pin {
      guard let pin else { return post(.answered(.pin(.wanted(id)), .keys)) }
      guard isRight(pin, seal, of: id, .keys) else { return }
    }
    let tries = triesSoFar(of: id)
    if tries > 0 { remember(tries: 0, of: id) }
    person = id
    begunAt = session.now
    post(.acting(id))
    announce()
    tellRecent()
    if tries > 0 { post(.answered(.pin(.triedSince(tries, id)), .keys)) }
  }

  /// Sets somebody's PIN, or takes it away, for whoever acts and knows his own.
  func setPIN(of id: Person.ID, to new: String?, own: String?, _ origin: Origin) {
    if let seal = session.office.person(person)?.pin {
      guard isRight(own ?? "", seal, of: person, origin) else { return }
      remember(tries: 0, of: person)
    }
    let old = session.office.person(id)?.pin
    let command: Command
    do throws(Failure) {
      command = .setPIN(id, SetPIN(try new.map { pin throws(Failure) in try session.sealed(pin) }))
    } catch {
      return post(.finished(.failed(error, Proposal(verb: PersonPINVerb.name, commands: [])), origin))
    }
    submit(Proposal(verb: PersonPINVerb.name, commands: [command]), origin, by: person)
    if session.office.person(id)?.pin != old {
      session.forget(old)
      show(session.office)
    }
  }
}

extension BackRoom {
  private func mayAct(_ id: Person.ID, _ origin: Origin) -> Person? {
    if let refusal = session.refusal(toActAs: id) {
      post(.answered(.pin(.refused(refusal)), origin))
      return nil
    }
    do throws(Refusal) { return try session.office.acting(id) } catch {
      let wording = Wording(office: session.office, now: session.now)
      post(.answered(.pin(.refused(wording.refusal(error, verb: IAmVerb.name).text)), origin))
      return nil
    }
  }

  /// Whether a PIN fits; what is said and waited for when it does not. While that lasts, none fits, and each try is
  /// told how long it still lasts.
  private func isRight(_ pin: String, _ seal: PersonalText, of id: Person.ID, _ origin: Origin) -> Bool {
    if let nextTryAt {
      let left = (nextTryAt - .now) / .seconds(1)
      post(.answered(.pin(.refused(Wording.nextTry(in: max(1, Int(left.rounded(.up)))))), origin))
      return false
    }
    do throws(Failure) {
      if try PINSeal.fits(pin, seal.words) { return true }
    } catch {
      let sentence = Wording.failure(error).text
      post(.answered(.pin(.refused(sentence)), origin))
      return false
    }
    let tries = triesSoFar(of: id) + 1
    remember(tries: tries, of: id)
    let seconds = tries < 3 ? 0 : min(300, 5 << min(tries - 3, 8))
    post(.answered(.pin(.wrong(id, seconds: seconds)), origin))
    guard seconds > 0 else { return false }
    nextTryAt = .now + .seconds(seconds)
    perform(after: Int64(seconds) * 1_000) { room in
      room.nextTryAt = nil
      room.post(.answered(.pin(.nextTry), origin))
    }
    return false
  }

  /// Wrong tries since the last right one; kept in the file, so that a new start forgets none.
  private func triesSoFar(of id: Person.ID) -> Int {
    if let count = wrongTries[id] { return count }
    do { return try session.file.setting(Self.triesSetting(id)).flatMap { Int($0) } ?? 0 } catch { return 0 }
  }

  private func remember(tries: Int, of id: Person.ID) {
    wrongTries[id] = tries
    do {
      try session.file.set(Self.triesSetting(id), to: tries == 0 ? nil : String(tries))
      noteSaving(true)
    } catch {
      failedToSave(error)
    }
  }

  private static func triesSetting(_ id: Person.ID) -> String { "pin-tries.\(id)" }
}

extension BackRoom {
  private static let tourSetting = "tour"

  /// Says once on each file that there is a tour.
  func offerTour() {
    do {
      guard try session.file.setting(Self.tourSetting) == nil else { return }
      try session.file.set(Self.tourSetting, to: "offered")
    } catch {
      return
    }
    post(.offerTour)
  }
}
