-- Whose signature a joined console takes for its office's.
CREATE TABLE pinned (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  key BLOB NOT NULL
) STRICT;

-- What the office has signed: that its log stood there. `broken_at` says when it had no such entry any more without
-- having been restored.
CREATE TABLE signed (
  seq INTEGER NOT NULL,
  epoch BLOB NOT NULL,
  hash BLOB NOT NULL,
  signed_at INTEGER NOT NULL,
  signature BLOB NOT NULL,
  broken_at INTEGER,
  PRIMARY KEY (seq, epoch)
) STRICT, WITHOUT ROWID;
