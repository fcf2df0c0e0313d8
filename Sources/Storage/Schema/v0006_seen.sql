-- How far an office's clock was ahead of a console's when that was last seen, in seconds.
ALTER TABLE enrolled ADD COLUMN skew INTEGER;

-- Who made the code that a console joined with, and who turned it away.
ALTER TABLE enrolments ADD COLUMN made_by BLOB;
ALTER TABLE enrolled ADD COLUMN invited_by BLOB;
ALTER TABLE enrolled ADD COLUMN revoked_by BLOB;

-- Texts about people that were erased: what stands under their ids by now came later.
CREATE TABLE erased (id BLOB PRIMARY KEY) STRICT, WITHOUT ROWID;
