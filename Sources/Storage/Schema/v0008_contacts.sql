-- When a console was last known to have nothing waiting, by the office's clock: at the office of each console, at a console
-- of itself.
CREATE TABLE contacts (console BLOB PRIMARY KEY, settled_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;

-- What has ended and left the running day, by when: a snapshot takes the newest of it along.
CREATE INDEX orders_ended ON orders (ended_at, id) WHERE running = 0;

-- Forms that were thrown away for words in them that were erased, in this order: a window that has had one open since
-- before does not keep it again.
CREATE TABLE erased_drafts (number INTEGER PRIMARY KEY, id BLOB NOT NULL) STRICT;
