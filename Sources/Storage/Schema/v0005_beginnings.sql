-- The search index keeps lists of beginnings of one letter too: the first letter of a second word would have every
-- word that begins with it merged. Beginnings of four letters have few enough words to do without.
ALTER TABLE search RENAME TO search_before;
CREATE VIRTUAL TABLE search USING fts5 (
  words, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
);
INSERT INTO search (rowid, words) SELECT rowid, words FROM search_before ORDER BY rowid;
DROP TABLE search_before;
