-- Who this file is; one row.
CREATE TABLE identity (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  log BLOB NOT NULL,
  console BLOB NOT NULL,
  created_at INTEGER NOT NULL,
  -- Whether it was created under a set clock (CALLOUT_NOW), and may therefore be written under one.
  under_clock INTEGER NOT NULL,
  -- When a backup of it was last made and verified.
  backup_at INTEGER
) STRICT;

-- The clock of a sandbox and how far the day that is played into it has come; a real office has no row.
CREATE TABLE sandbox (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  -- What is played: its name, the hash of all of it, and where its first instant lies here.
  source TEXT NOT NULL,
  hash BLOB NOT NULL,
  begins INTEGER NOT NULL,
  -- `base` was the time at the real millisecond `started_at`; it runs `speed` times as fast, no further than `until`.
  base INTEGER NOT NULL,
  started_at INTEGER NOT NULL,
  speed INTEGER NOT NULL,
  until INTEGER NOT NULL,
  -- How many lines or steps were played, and what became of them.
  position INTEGER NOT NULL,
  read INTEGER NOT NULL,
  applied INTEGER NOT NULL,
  flagged INTEGER NOT NULL,
  skipped INTEGER NOT NULL,
  refused INTEGER NOT NULL
) STRICT;

-- An epoch begins with the file and with every restore; it owns the entries from `first` on.
CREATE TABLE epochs (
  first INTEGER PRIMARY KEY,
  id BLOB NOT NULL
) STRICT;

-- The consoles that entries came from, each with its count and its last entry: the latest of these is the head.
CREATE TABLE consoles (
  key INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  count INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  hash BLOB NOT NULL
) STRICT;

CREATE TABLE persons (
  key INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE
) STRICT;

-- The ledger: append only. `body` holds events, commands and inverse commands as compact bytes.
CREATE TABLE entries (
  seq INTEGER PRIMARY KEY,
  submission BLOB NOT NULL UNIQUE,
  person INTEGER NOT NULL,
  console INTEGER NOT NULL,
  count INTEGER NOT NULL,
  at INTEGER NOT NULL,
  recorded_at INTEGER NOT NULL,
  body BLOB NOT NULL,
  hash BLOB NOT NULL
) STRICT;

-- Each console's commands by its own numbers: none is there twice.
CREATE UNIQUE INDEX entries_console ON entries (console, count);

-- Words about people; entries hold the id and the salted hash. Erasing them leaves the chain whole.
CREATE TABLE personal (
  id BLOB NOT NULL,
  hash BLOB NOT NULL,
  salt BLOB NOT NULL,
  words TEXT NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (id, hash)
) STRICT, WITHOUT ROWID;
CREATE INDEX personal_seq ON personal (seq);

-- Rows: the fold of the ledger, each record whole in its compact encoding. `rebuild` makes them anew.

-- `key` begins with the second of receipt, so that descending keys are newest first.
CREATE TABLE orders (
  key INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  number INTEGER NOT NULL UNIQUE,
  ended_at INTEGER,
  -- Whether the running day holds it: not ended, or ended since the day began.
  running INTEGER NOT NULL,
  -- What it is about, for what was done there before.
  customer BLOB,
  site BLOB,
  equipment BLOB,
  value BLOB NOT NULL
) STRICT;
CREATE INDEX orders_running ON orders (key) WHERE running = 1;
CREATE INDEX orders_ended_customer ON orders (customer, ended_at)
  WHERE ended_at IS NOT NULL AND customer IS NOT NULL;
CREATE INDEX orders_ended_site ON orders (site, ended_at) WHERE ended_at IS NOT NULL AND site IS NOT NULL;
CREATE INDEX orders_ended_equipment ON orders (equipment, ended_at)
  WHERE ended_at IS NOT NULL AND equipment IS NOT NULL;

-- Which entries are about an order.
CREATE TABLE entry_orders (
  key INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (key, seq)
) STRICT, WITHOUT ROWID;

-- Which entries are about any other record, by its id.
CREATE TABLE entry_records (
  id BLOB NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (id, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE customers (id BLOB PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE sites (id BLOB PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE equipment (id BLOB PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE technicians (id BLOB PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE people (id BLOB PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE contracts (id BLOB PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE zones (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID;
-- What the office has once: profile, limits, trades, turns on call, the running day.
CREATE TABLE facts (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE search USING fts5 (
  words, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3 4'
);

-- The rows as they were every few thousand entries, for looking back: a record again where it differs from the
-- checkpoint before, without a value once it is gone.
CREATE TABLE checkpoints (
  seq INTEGER PRIMARY KEY,
  recorded_at INTEGER NOT NULL,
  last_number INTEGER NOT NULL
) STRICT;
CREATE TABLE past (
  kind TEXT NOT NULL,
  id ANY NOT NULL,
  seq INTEGER NOT NULL,
  value BLOB,
  PRIMARY KEY (kind, id, seq)
) STRICT, WITHOUT ROWID;

-- Local: never synced, never rebuilt away.

-- The office that this console has joined, and who works at it; an office's own file has no row.
CREATE TABLE membership (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  address TEXT NOT NULL,
  person BLOB NOT NULL,
  joined_at INTEGER NOT NULL,
  -- When the office was last heard of.
  synced_at INTEGER
) STRICT;

-- Commands that wait for the office's answer, by this console's own numbers. `answered` is the highest of them that
-- had been answered when the command was made.
CREATE TABLE outbox (
  count INTEGER PRIMARY KEY,
  answered INTEGER NOT NULL,
  submission BLOB NOT NULL UNIQUE,
  body BLOB NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

-- Codes that somebody may join with, once: their hashes, for whom and until when.
CREATE TABLE enrolments (
  code BLOB PRIMARY KEY,
  person BLOB NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The consoles that have joined this office: who works there, and the hash of the token that proves it.
CREATE TABLE enrolled (
  console BLOB PRIMARY KEY,
  person BLOB NOT NULL,
  token BLOB NOT NULL UNIQUE,
  joined_at INTEGER NOT NULL,
  revoked_at INTEGER,
  seen_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE drafts (
  id BLOB PRIMARY KEY,
  form TEXT NOT NULL,
  content BLOB NOT NULL,
  saved_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE command_lines (
  key INTEGER PRIMARY KEY,
  line TEXT NOT NULL
) STRICT;

-- The last number that was taken for a form; entries may be behind it.
CREATE TABLE number_lease (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  last INTEGER NOT NULL
) STRICT;

CREATE TABLE settings (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Who is at which console on this file; rows of processes that are gone are passed over.
CREATE TABLE sessions (
  id BLOB PRIMARY KEY,
  person BLOB NOT NULL,
  terminal TEXT NOT NULL,
  process INTEGER NOT NULL,
  process_began INTEGER NOT NULL,
  begun_at INTEGER NOT NULL,
  seen_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
