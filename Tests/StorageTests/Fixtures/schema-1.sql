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

-- One small office's ledger, as the first version of the program wrote it.

INSERT INTO identity (one, log, console, created_at, under_clock, backup_at) VALUES (
  1,
  x'913e2e52e50cbd390b4d9a44d313d23f',
  x'05aa5784268baec080efba06de9182e0',
  1794999660,
  1,
  NULL);
INSERT INTO epochs (first, id) VALUES (
  1,
  x'8e82aa1f9a392a3923a6954e0cf730a9');
INSERT INTO consoles (key, id, count, seq, hash) VALUES (
  1,
  x'05aa5784268baec080efba06de9182e0',
  11,
  11,
  x'ae107378fe8cf67231e44d5b3dd6cbfc31fe185433830f61532a104a205c22ca');
INSERT INTO persons (key, id) VALUES (
  1,
  x'da31d1c0f4ebc47689a8f5d1a508e685');
INSERT INTO entries (seq, submission, person, console, count, at, recorded_at, body, hash) VALUES (
  1,
  x'2404cc4fa42dfb76b300bf10ff02a06f',
  1,
  1,
  1,
  1794999660,
  1794999660,
  x'a2c05486a1aaa100a1c05fa200a68e69526976657273696465a563555443c03963455552c03d190168c0be1882c07d1823c058194e21a1aaa100a1c100a100a38ec1c13c00c13a80a1aba200e5da31d1c0f4ebc47689a8f5d1a508e68501a1c010a100a405c3b06373616d8ea205e53b403d1db8a83b09b35babd40d6b5723245820c8c287baf840e7f3a39b3433643250489119fbfec9c2f5e15ed0c4a5c66544d8c0bfe646a1aaa100a1c031a100a705e5d175348951fe2ed4a4a6472a2ec9221a8e64476f6c64c0e8e6c06179e6c09baf6432347837c0a9a5c00703c015032f035102c0fc02c08184a42a0179190e107a191c20c07ae1a42a0279191c207a195460c07ae1a42a03791954607a19fd20c07ae1a42a047919fd207a1a034bc0c07ae1a1aaa100a1c031a100a705e54a6690eec19b9fe1461835358dd9baa98e6653696c766572c0e8e6c0d379e6c09baf734d6f6e2d4672692030383a30302d31383a3030c0a9a5c00703c015032f035102c0fc02c08184a42a0179191c207a193840c07ae1a42a02791938407a19a8c0c07ae0a42a037919a8c07a1a01fa40c07ae0a42a04791a01fa407a1a02bf20c07ae0a1aaa100a1c031a100a705e5d1a5fed8c865fad0565880014f222ea48e685374616e64617264c0e8e6c0db79e6c09bafcbc0a9a5c00703c015032f035102c0fc02c08184a42a01791938407a197080c07ae1a42a02791970807a1a015180c07ae0a42a03791a0151807a1a03f480c07ae0a42a04791a03f4807a1a057e40c07ae0c02d81a1c05ea100a5c0afa68ec0a5c1c039c2c03d190168c0be1882c07d1823a5a38ec1c13c00c13a80c058194e21c03383a705c68ec7c0e8e6c06179e6c09bafc8c0a9a5c00703c015032f035102c0fc02c08184a42a0179190e107a191c20c07ae1a42a0279191c207a195460c07ae1a42a03791954607a19fd20c07ae1a42a047919fd207a1a034bc0c07ae1a705c98ecac0e8e6c0d379e6c09bafcbc0a9a5c00703c015032f035102c0fc02c08184a42a0179191c207a193840c07ae1a42a02791938407a19a8c0c07ae0a42a037919a8c07a1a01fa40c07ae0a42a04791a01fa407a1a02bf20c07ae0a705cc8ecdc0e8e6c0db79e6c09bafcbc0a9a5c00703c015032f035102c0fc02c08184a42a01791938407a197080c07ae1a42a02791970807a1a015180c07ae0a42a03791a0151807a1a03f480c07ae0a42a04791a03f4807a1a057e40c07ae046a405c3b0c48ea205c5245820c8c287baf840e7f3a39b3433643250489119fbfec9c2f5e15ed0c4a5c66544d8c0bfe646',
  x'088a55d4c93b770a632c889c201238690d26743e6d7e21759537af871faf3d99');
INSERT INTO entries (seq, submission, person, console, count, at, recorded_at, body, hash) VALUES (
  2,
  x'97e6126c9a0fa6d40ca81cfc54296485',
  1,
  1,
  2,
  1794999720,
  1794999720,
  x'a3c05482a10ea200e51c9509f54cb2242651374026d83a240201a1c010a100ac05c0b063616e618ea205e584f54bdc1609014a8d7ff55298916b0724582025ee1c564cfd768269acbbc176a30dcb6df91afaef4710a8d4ed57e30ba9a09c2c81a22868706c756d62696e67ad03af734d6f6e2d53756e2030303a30302d32343a3030c0d180c02180c0038093e6c01cc0abe0c075e1a0e0a1aba200e5312a0677bedc5c206da9552c37793cab01a1c010a100a505c5b0c18ea205c224582025ee1c564cfd768269acbbc176a30dcb6df91afaef4710a8d4ed57e30ba9a09cc0bfe60e0ec0c02d81a1c00fa100a20eac05c0b0c18ea205c224582025ee1c564cfd768269acbbc176a30dcb6df91afaef4710a8d4ed57e30ba9a09c2c81a228c3ad03afc4c0d180c02180c0038093e6c01cc0abe0c075e1a0e0abc5c07481a1c04ba200c001a36a80c075e0c062e0',
  x'e83ec4f9d29977de6e1765c8372cd963d6dbff08317d06fedfa3e788ad202866');
INSERT INTO entries (seq, submission, person, console, count, at, recorded_at, body, hash) VALUES (
  3,
  x'675e6911722d9904fd65d88db5938c17',
  1,
  1,
  3,
  1794999780,
  1794999780,
  x'a2c05481a12fa200e5aa51ea1c7c53dc83b788c202c4648ddd01a1c010a100a305c08e6d486172626f7572205472757374c0e8e6c061c02d81a1c00ba100a12fa305c08ec1c0e8e6c061',
  x'53b7bf08dc1409f37faa5fd1f3c5a307e96e88fe79e31a2ce4f2a240609d1d85');
INSERT INTO entries (seq, submission, person, console, count, at, recorded_at, body, hash) VALUES (
  4,
  x'c957f4957a73d71e1b438a6fc6042e16',
  1,
  1,
  4,
  1794999840,
  1794999840,
  x'a2c05481a130a200e526fd6786e6f4b2063dcab0a99c6b82d301a1c010a100a605c08e6a5175617920486f7573652fe5aa51ea1c7c53dc83b788c202c4648dddc01de0a1a2a21b032ef8d0a33a2d789fa4a0c02d81a1c00ea100a130a605c08ec12fc2c01de0a1a2a21b032ef8d0a33a2d789fa4a0',
  x'1340634901e2aec5264a112dedd0e49029caace64dc1e66a65e55a5b827cef40');
INSERT INTO entries (seq, submission, person, console, count, at, recorded_at, body, hash) VALUES (
  5,
  x'1ba3ada484d2b1633f22e38f341a25c8',
  1,
  1,
  5,
  1794999900,
  1794999900,
  x'a3c05481a11ba200e595f8d5d9b5d48739fd365e8d448dfaba01a112a100ad05c010194e211da605e5097dfd891b698e1c1ba173ac08749aa51e78186275727374207069706520696e207468652063656c6c61721fe6ba20e623211b6afd865c23a205e5f32c891f0f687bea2e26dd193590a71d245820efb7c4d8a8d7d38a81a8d6d0305e5b304dabcaaf72518d2d999a4bf002491b9f211b6afd865c25c22868706c756d62696e6729e6be2a012be12c800c1915182fe5aa51ea1c7c53dc83b788c202c4648ddd30e526fd6786e6f4b2063dcab0a99c6b82d3c02d81a11ca100a133ad05c010001da605c11ec21fe6ba20e623211b6afd865c23a205c3245820efb7c4d8a8d7d38a81a8d6d0305e5b304dabcaaf72518d2d999a4bf002491b9f211b6afd865c25c228c429e6be2a012be12c800c1915182fc530c6c07481a180a200c001a242e6c0941e66756e646f6e65',
  x'2434bab1dcfba6d3e616d3b843e68fcf8ed4167c8d357ddf6e2a7797f074e0de');
INSERT INTO entries (seq, submission, person, console, count, at, recorded_at, body, hash) VALUES (
  6,
  x'f3b46a3965b8184e986078be293bb0d0',
  1,
  1,
  6,
  1794999960,
  1794999960,
  x'a3c05482a11ba200e595f8d5d9b5d48739fd365e8d448dfaba01a116a300e5ee1a6b3e434c9e22ca432117f131df1f0a1b6afd8b480c191518a11ba200c001a117a300c101e51c9509f54cb2242651374026d83a24021ae1c02d81a114a200c001a30dc10ec20a1b6afd8b48c07481a115a200c001a20fc29aa199a0',
  x'c53c2dc42ae4d7e39eb0c66d2c3d24e85dbf2008fd4f783cfe547dfcb91f4143');
INSERT INTO entries (seq, submission, person, console, count, at, recorded_at, body, hash) VALUES (
  7,
  x'48d2806a2cb117a9c2eaac6d96940277',
  1,
  1,
  7,
  1795000020,
  1795000020,
  x'a2c05481a11ba200e595f8d5d9b5d48739fd365e8d448dfaba01a18aa1006f776174657220697320726973696e67c02d81a189a200c001a11ec1',
  x'431965b038914271ad809c96c378395a522037af5d53a79894da32ad5692aae2');
INSERT INTO entries (seq, submission, person, console, count, at, recorded_at, body, hash) VALUES (
  8,
  x'742327edefe364cb660e520673f9396e',
  1,
  1,
  8,
  1795000080,
  1795000080,
  x'a2c05481a11ba200e595f8d5d9b5d48739fd365e8d448dfaba01a15aa100e5ee1a6b3e434c9e22ca432117f131df1fc02d81a159a200c001a0',
  x'6884919d89818096ccbb41867fcce90a647364b7b7b93baea27d24791d4903dd');
INSERT INTO entries (seq, submission, person, console, count, at, recorded_at, body, hash) VALUES (
  9,
  x'114e7d0d1016251b869755ee30eb755e',
  1,
  1,
  9,
  1795000140,
  1795000140,
  x'a3c05481a11ba200e595f8d5d9b5d48739fd365e8d448dfaba01a14aa100a542e6514366424c542d323246e5da31d1c0f4ebc47689a8f5d1a508e685471b6afd874c481b6b07f510c02d81a149a200c001a442e65143c1481b6b07f510c079e0c07481a14ba200c001a0',
  x'a48f0a178bd2a2d43329646a1585aeeba3f50f601d3ae84c2957e80ffd1372f1');
INSERT INTO entries (seq, submission, person, console, count, at, recorded_at, body, hash) VALUES (
  10,
  x'7db8838be50ba7ac41e8cf83794f2070',
  1,
  1,
  10,
  1795000200,
  1795000200,
  x'a3c05482a130a200e57bda5ef24f040c4628fd45fb15df36de01a1c010a100a405c08e684f6c64204d696c6cc01de1a4a0a11ba200e599f7be86547a69086c28610c91fdad3e01a112a100ac05c210194e221da505e56059381c3c2bb529bd73285c92e66b411e697461702064726970731fe6ba20e623211b6afd8788211b6afd878825c42868706c756d62696e6729e6be2a042be12c800c19151830c0c02d81a11ca100a233ac05c210001da505c31ec41fe6ba20e623211b6afd8788211b6afd878825c428c529e6be2a042be12c800c19151830c09ba405c08ec1c01de1a4a0c07481a180a200c201a242e6c0941e66756e646f6e65',
  x'43affe94de9ad02bc2a2ab951b695355a7698c64e29c3a7c97823950992b7ea1');
INSERT INTO entries (seq, submission, person, console, count, at, recorded_at, body, hash) VALUES (
  11,
  x'7b89d7ef0c2fd2a7bf01baa0bfd9e2a6',
  1,
  1,
  11,
  1795000260,
  1795000260,
  x'a3c05481a11ba200e599f7be86547a69086c28610c91fdad3e01a181a200e62f1e71736f7274656420697473656c66206f7574c02d81a180a200c001a242e62f1ec1c07481a183a200c001a14266756e646f6e65',
  x'ae107378fe8cf67231e44d5b3dd6cbfc31fe185433830f61532a104a205c22ca');
INSERT INTO personal (id, hash, salt, words, seq) VALUES (
  x'3b403d1db8a83b09b35babd40d6b5723',
  x'c8c287baf840e7f3a39b3433643250489119fbfec9c2f5e15ed0c4a5c66544d8',
  x'61e5e5868dae08890105bcc5b523d5dc',
  'Sam Lee',
  1);
INSERT INTO personal (id, hash, salt, words, seq) VALUES (
  x'84f54bdc1609014a8d7ff55298916b07',
  x'25ee1c564cfd768269acbbc176a30dcb6df91afaef4710a8d4ed57e30ba9a09c',
  x'd87c3ac0a85c010782e997396d4452ad',
  'Ana Flores',
  2);
INSERT INTO personal (id, hash, salt, words, seq) VALUES (
  x'f32c891f0f687bea2e26dd193590a71d',
  x'efb7c4d8a8d7d38a81a8d6d0305e5b304dabcaaf72518d2d999a4bf002491b9f',
  x'1755667f0d7a6733cb24fc2418d8f75d',
  '01514960123',
  5);
PRAGMA application_id = 1129073748;
PRAGMA user_version = 1;
