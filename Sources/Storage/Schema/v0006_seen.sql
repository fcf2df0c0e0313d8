-- How far an office's clock was ahead of a console's when that was last seen, in seconds.
ALTER TABLE enrolled ADD COLUMN skew INTEGER;
