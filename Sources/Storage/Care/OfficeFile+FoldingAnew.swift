import Domain
import GRDB
import Sync

/// Rows that an older Callout folded lack what today's fold keeps: they are made anew when the file is opened.
extension OfficeFile {
  /// Under which name a file keeps by which fold its rows were made.
  static let foldSetting = "rows.fold"
  /// Since the second, endings and absences keep when they were taken back and noted.
  static let fold = "2"
  /// A ledger that is longer takes too long for somebody who waits for his console: there `rebuild` does it.
  private static let foldedUnasked = 50_000

  /// Folds the ledger anew where the rows are an older fold's. What cannot be folded is left to `check`, which says why.
  func foldAnewIfOlder() {
    do {
      let isOlder = try read { db in
        try OfficeFile.setting(Self.foldSetting, db) != Self.fold
          && OfficeFile.head(db).seq <= Self.foldedUnasked
      }
      if isOlder { try rebuild() }
    } catch { return }
  }
}
