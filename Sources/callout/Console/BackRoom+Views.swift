import Domain
import Storage
import TUI
import Verbs

extension BackRoom {
  private static let viewsSetting = "views"

  /// The views that were saved at this console.
  func tellViews() {
    do {
      post(.views(SavedView.read(try session.file.setting(Self.viewsSetting) ?? "")))
    } catch {
      post(.failed(error.failure))
    }
  }

  /// Keeps them in the file's local settings, which a rebuild leaves alone.
  func save(_ views: [SavedView]) {
    do {
      try session.file.set(Self.viewsSetting, to: SavedView.text(of: views))
      noteSaving(true)
      post(.views(views))
    } catch {
      failedToSave(error)
    }
  }
}
