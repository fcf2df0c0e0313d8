-- Which Callout a console runs, the last entry that it had when it was last heard of, how many it lacked then, and the
-- console whose folder it was copied from.
ALTER TABLE enrolled ADD COLUMN version TEXT;
ALTER TABLE enrolled ADD COLUMN seq INTEGER;
ALTER TABLE enrolled ADD COLUMN lacked INTEGER;
ALTER TABLE enrolled ADD COLUMN copy_of BLOB;

-- The console that was let in by a code, until it is heard of: the answer may have been lost on its way.
ALTER TABLE enrolments ADD COLUMN console BLOB;

-- The last entry when a text was erased: consoles that take rows over are told of the newest.
ALTER TABLE erased ADD COLUMN seq INTEGER;
