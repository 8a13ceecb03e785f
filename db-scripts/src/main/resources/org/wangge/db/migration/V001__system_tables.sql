-- Tables of the system itself. Times are the town's time. Ids of 16 bytes are UUIDs, high byte first.

-- Places from the province down to the village; grids are records of their own type.
CREATE TABLE area (
  code VARCHAR(12) NOT NULL,
  name VARCHAR(60) NOT NULL,
  level VARCHAR(10) NOT NULL,
  parent VARCHAR(12),
  sort INTEGER NOT NULL DEFAULT 0,
  enabled BOOLEAN NOT NULL DEFAULT TRUE,
  CONSTRAINT area_key PRIMARY KEY (code),
  CONSTRAINT area_parent FOREIGN KEY (parent) REFERENCES area (code),
  CONSTRAINT area_level CHECK (level IN ('province', 'city', 'county', 'town', 'village'))
);

-- One person, one post, one area with all below it. The password only as Argon2id hash.
CREATE TABLE account (
  id CHAR(16) FOR BIT DATA NOT NULL,
  version BIGINT NOT NULL,
  name VARCHAR(40) NOT NULL,
  person VARCHAR(50) NOT NULL,
  post VARCHAR(30) NOT NULL,
  area VARCHAR(15) NOT NULL,
  enabled BOOLEAN NOT NULL,
  password_hash VARCHAR(200) NOT NULL,
  password_made_at TIMESTAMP NOT NULL,
  must_change BOOLEAN NOT NULL,
  failures INTEGER NOT NULL DEFAULT 0,
  locked_until TIMESTAMP,
  made_at TIMESTAMP NOT NULL,
  updated_at TIMESTAMP NOT NULL,
  CONSTRAINT account_key PRIMARY KEY (id),
  CONSTRAINT account_name UNIQUE (name)
);
CREATE INDEX account_area ON account (area, name);

-- Sessions by the SHA-256 of their token: the table alone opens none.
CREATE TABLE login_session (
  token_hash CHAR(32) FOR BIT DATA NOT NULL,
  account_id CHAR(16) FOR BIT DATA NOT NULL,
  workstation VARCHAR(60) NOT NULL,
  opened_at TIMESTAMP NOT NULL,
  used_at TIMESTAMP NOT NULL,
  ends_at TIMESTAMP NOT NULL,
  CONSTRAINT login_session_key PRIMARY KEY (token_hash),
  CONSTRAINT login_session_account FOREIGN KEY (account_id) REFERENCES account (id)
);
CREATE INDEX login_session_ends ON login_session (ends_at);

-- Every attempt to sign in. Accepted ones are what a bulletin counts days of.
CREATE TABLE sign_in (
  number BIGINT NOT NULL GENERATED ALWAYS AS IDENTITY,
  account_id CHAR(16) FOR BIT DATA,
  account_name VARCHAR(40) NOT NULL,
  area VARCHAR(15),
  accepted BOOLEAN NOT NULL,
  sign_in_day DATE NOT NULL,
  signed_in_at TIMESTAMP NOT NULL,
  workstation VARCHAR(60) NOT NULL,
  CONSTRAINT sign_in_key PRIMARY KEY (number)
);
CREATE INDEX sign_in_days ON sign_in (sign_in_day, accepted, area, account_id);
CREATE INDEX sign_in_account ON sign_in (account_id, signed_in_at);

-- Requests that were answered, so that a repeated one is answered once.
CREATE TABLE request (
  id CHAR(16) FOR BIT DATA NOT NULL,
  account_id CHAR(16) FOR BIT DATA NOT NULL,
  fingerprint CHAR(32) FOR BIT DATA NOT NULL,
  answer VARCHAR(4000) NOT NULL,
  made_at TIMESTAMP NOT NULL,
  CONSTRAINT request_key PRIMARY KEY (id)
);
CREATE INDEX request_made ON request (made_at);

-- History: one row for each save of a record, whatever its type, and one for each field it changed.
-- The type is that of the form used; the owner of a field is the type whose table holds it.
CREATE TABLE change_log (
  record_id CHAR(16) FOR BIT DATA NOT NULL,
  version BIGINT NOT NULL,
  type VARCHAR(40) NOT NULL,
  area VARCHAR(12) NOT NULL,
  action VARCHAR(40) NOT NULL,
  made_by VARCHAR(40) NOT NULL,
  made_at TIMESTAMP NOT NULL,
  workstation VARCHAR(60) NOT NULL,
  reason VARCHAR(300),
  import_id CHAR(16) FOR BIT DATA,
  CONSTRAINT change_log_key PRIMARY KEY (record_id, version)
);
-- 信息录入 of a month per village and type is answered from this index alone.
CREATE INDEX change_log_counts ON change_log (made_at, area, type, action);

CREATE TABLE change_field (
  record_id CHAR(16) FOR BIT DATA NOT NULL,
  version BIGINT NOT NULL,
  owner VARCHAR(40) NOT NULL,
  field VARCHAR(40) NOT NULL,
  old_value VARCHAR(4000),
  new_value VARCHAR(4000),
  CONSTRAINT change_field_key PRIMARY KEY (record_id, version, owner, field),
  CONSTRAINT change_field_log FOREIGN KEY (record_id, version)
    REFERENCES change_log (record_id, version)
);

-- The audit trail: each row's hash covers the row and the hash before it.
CREATE TABLE audit (
  number BIGINT NOT NULL,
  made_at TIMESTAMP NOT NULL,
  account VARCHAR(40) NOT NULL,
  area VARCHAR(15) NOT NULL,
  workstation VARCHAR(60) NOT NULL,
  act VARCHAR(40) NOT NULL,
  subject VARCHAR(200) NOT NULL,
  reason VARCHAR(300) NOT NULL,
  result VARCHAR(100) NOT NULL,
  previous_hash CHAR(32) FOR BIT DATA NOT NULL,
  hash CHAR(32) FOR BIT DATA NOT NULL,
  CONSTRAINT audit_key PRIMARY KEY (number)
);

-- The end of the chain, locked by whoever appends.
CREATE TABLE audit_head (
  id INTEGER NOT NULL,
  number BIGINT NOT NULL,
  hash CHAR(32) FOR BIT DATA NOT NULL,
  CONSTRAINT audit_head_key PRIMARY KEY (id),
  CONSTRAINT audit_head_single CHECK (id = 1)
);
INSERT INTO audit_head (id, number, hash)
  VALUES (1, 0, X'0000000000000000000000000000000000000000000000000000000000000000');

-- Long work, so that a restarted server can say what became of it.
CREATE TABLE job (
  id CHAR(16) FOR BIT DATA NOT NULL,
  account_id CHAR(16) FOR BIT DATA NOT NULL,
  kind VARCHAR(20) NOT NULL,
  state VARCHAR(12) NOT NULL,
  done BIGINT NOT NULL,
  total BIGINT NOT NULL,
  result VARCHAR(200) NOT NULL,
  problem VARCHAR(300) NOT NULL,
  made_at TIMESTAMP NOT NULL,
  ended_at TIMESTAMP,
  CONSTRAINT job_key PRIMARY KEY (id)
);
CREATE INDEX job_state ON job (state, made_at);

-- Values a town sets for itself while the server runs.
CREATE TABLE setting_value (
  name VARCHAR(60) NOT NULL,
  content VARCHAR(1000) NOT NULL,
  updated_at TIMESTAMP NOT NULL,
  CONSTRAINT setting_value_key PRIMARY KEY (name)
);

-- Derby has no way to raise an error of one's own: the impossible cast stops the statement.
CREATE TRIGGER audit_stands NO CASCADE BEFORE UPDATE ON audit
  FOR EACH ROW WHEN (TRUE) VALUES CAST(SUBSTR('rows of the audit trail are never changed', 1, 1) AS INTEGER);
CREATE TRIGGER audit_stays NO CASCADE BEFORE DELETE ON audit
  FOR EACH ROW WHEN (TRUE) VALUES CAST(SUBSTR('rows of the audit trail are never deleted', 1, 1) AS INTEGER);
