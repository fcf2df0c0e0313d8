-- The office's facts say which consoles the ledger tells of: the row is filled from the entries.
DELETE FROM facts WHERE name = 'consoles';
