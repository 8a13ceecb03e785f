-- What one act did to several records (a person's departure ends categories and tenancies) carries
-- the same step, so that it can be undone as one.
ALTER TABLE change_log ADD COLUMN step CHAR(16) FOR BIT DATA;

-- Modules an account was granted beyond what its post may see: keys with commas between.
ALTER TABLE account ADD COLUMN granted VARCHAR(400) NOT NULL DEFAULT '';
