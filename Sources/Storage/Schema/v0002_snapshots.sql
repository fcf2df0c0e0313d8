-- Where the ledger of a joined console begins that took its office's rows over instead of folding them; a file with its
-- whole ledger has no row.
CREATE TABLE base (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  -- The last entry that is in those rows, and when it was recorded.
  seq INTEGER NOT NULL,
  hash BLOB NOT NULL,
  recorded_at INTEGER NOT NULL,
  -- Entries up to this one are here as well; those after it, up to the base, are at the office.
  known INTEGER NOT NULL,
  -- Work that ended from then on came with them.
  since INTEGER NOT NULL,
  last_number INTEGER NOT NULL
) STRICT;

-- The rows as they were taken over, after the base or before the later entry that is about an older order.
CREATE TABLE taken_over (
  kind TEXT NOT NULL,
  id BLOB NOT NULL,
  seq INTEGER NOT NULL,
  running INTEGER NOT NULL,
  value BLOB NOT NULL,
  PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;

-- A snapshot on its way: its head as part -1, and the parts that have come.
CREATE TABLE arriving (
  part INTEGER PRIMARY KEY,
  bytes BLOB NOT NULL
) STRICT;

-- At an office: orders that had left the running day, as they were before an entry about them. Consoles that work from
-- a snapshot may not have them.
CREATE TABLE recalled (
  seq INTEGER NOT NULL,
  id BLOB NOT NULL,
  value BLOB NOT NULL,
  PRIMARY KEY (seq, id)
) STRICT, WITHOUT ROWID;
