-- The seal of what was told with a signed head: without it nobody could verify the signature later.
ALTER TABLE signed ADD COLUMN seal BLOB;
