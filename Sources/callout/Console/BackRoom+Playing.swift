import Storage

/// How a console lets the made-up day go on that it was opened with: here, so that it ends with the console.
extension BackRoom {
  /// Does what is due, and comes back to it a moment later; nothing where nobody plays here.
  func goOnPlaying() {
    guard let player, !player.isOver else { return }
    do {
      if try player.step(at: session.file.milliseconds) {
        noteSaving(true)
        show(session.office)
        actByRules()
      }
    } catch {
      noteSaving(false, error.failure)
    }
    perform(after: LivePlayer.beat) { $0.goOnPlaying() }
  }

  /// The time stands where it is; should that not be written, it stands a moment later by itself.
  func stopPlaying() {
    do { try player?.stand(at: session.file.milliseconds) } catch { return }
  }
}
