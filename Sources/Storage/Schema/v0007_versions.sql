-- Which Callout a console runs, the last entry that it had when it was last heard of, how many it lacked then, and the
-- console whose folder it was copied from.
ALTER TABLE enrolled ADD COLUMN version TEXT;
ALTER TABLE enrolled ADD COLUMN seq INTEGER;
ALTER TABLE enrolled ADD COLUMN lacked INTEGER;
ALTER TABLE enrolled ADD COLUMN copy_of BLOB;

-- The console that was let in by a code, until it is heard of: the answer may have been lost on its way.
ALTER TABLE enrolments ADD COLUMN console BLOB;

-- Entries by which something was refused about an order, or by which that was settled.
CREATE TABLE entry_conflicts (
  id BLOB NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (id, seq)
) STRICT, WITHOUT ROWID;

-- The last entry when a text was erased: consoles that take rows over are told of the newest.
ALTER TABLE erased ADD COLUMN seq INTEGER;
