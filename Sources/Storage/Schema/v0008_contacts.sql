-- When a console was last known to have nothing waiting, by the office's clock: at the office of each console, at a console
-- of itself.
CREATE TABLE contacts (console BLOB PRIMARY KEY, settled_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;

-- What has ended and left the running day, by when: consoles that work from a snapshot are given it the newest first.
CREATE INDEX orders_ended ON orders (ended_at, id) WHERE running = 0;

-- Forms that were thrown away for words in them that were erased: a window that has one open does not keep it again.
CREATE TABLE erased_drafts (id BLOB PRIMARY KEY) STRICT, WITHOUT ROWID;
