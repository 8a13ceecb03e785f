-- Spreadsheets taken in. A rehearsal writes only here; its commit writes records and this in one
-- transaction. The file itself is kept while it may still be committed or its refused rows fetched.
CREATE TABLE record_import (
  id CHAR(16) FOR BIT DATA NOT NULL,
  account_id CHAR(16) FOR BIT DATA NOT NULL,
  made_by VARCHAR(60) NOT NULL,
  workstation VARCHAR(60) NOT NULL,
  area VARCHAR(15) NOT NULL,
  made_at TIMESTAMP NOT NULL,
  request_id CHAR(16) FOR BIT DATA,
  file_name VARCHAR(200) NOT NULL,
  file_hash CHAR(32) FOR BIT DATA NOT NULL,
  sheet VARCHAR(100) NOT NULL,
  sheet_number INTEGER NOT NULL,
  type VARCHAR(40) NOT NULL,
  given_type BOOLEAN NOT NULL,
  given_village VARCHAR(12),
  committed_at TIMESTAMP,
  created INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  same INTEGER NOT NULL,
  refused INTEGER NOT NULL,
  asked INTEGER NOT NULL,
  notes VARCHAR(8000) NOT NULL,
  content BLOB(64M),
  CONSTRAINT record_import_key PRIMARY KEY (id)
);
CREATE INDEX record_import_account ON record_import (account_id, made_at);
CREATE INDEX record_import_request ON record_import (request_id);

-- What became, or would become, of each row.
CREATE TABLE record_import_row (
  import_id CHAR(16) FOR BIT DATA NOT NULL,
  row_no INTEGER NOT NULL,
  outcome VARCHAR(6) NOT NULL,
  title VARCHAR(200) NOT NULL,
  record_id CHAR(16) FOR BIT DATA,
  changes VARCHAR(2000) NOT NULL,
  findings VARCHAR(16000) NOT NULL,
  CONSTRAINT record_import_row_key PRIMARY KEY (import_id, row_no),
  CONSTRAINT record_import_row_of FOREIGN KEY (import_id) REFERENCES record_import (id),
  CONSTRAINT record_import_row_outcome
    CHECK (outcome IN ('create', 'change', 'same', 'refuse', 'ask'))
);
