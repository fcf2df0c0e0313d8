-- The digest of the rows that a console has whose person may hold his own work alone; nothing at any other.
ALTER TABLE base ADD COLUMN scope BLOB;

-- Commands of this console that a snapshot answered, so that there is no entry of them here: given again should the
-- office be restored from before them.
CREATE TABLE given (
  submission BLOB PRIMARY KEY,
  count INTEGER NOT NULL,
  body BLOB NOT NULL,
  answered_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
