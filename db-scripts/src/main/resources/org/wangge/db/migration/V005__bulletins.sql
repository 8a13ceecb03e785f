-- Monthly bulletins: what they are counted from, and the frozen result.

-- Every query of a bulletin is answered from an index alone; these begin as the ones they replace.
DROP INDEX event_report_time;
CREATE INDEX event_report_time
  ON event (area, report_time, status, current_state, raised_time, closed_time, limit_time);
DROP INDEX event_limit_time;
CREATE INDEX event_limit_time ON event (area, limit_time, status, current_state, closed_time);
DROP INDEX event_closed_time;
CREATE INDEX event_closed_time ON event (area, closed_time, status, current_state, limit_time);
CREATE INDEX event_evaluated_time ON event (area, evaluated_time, status, satisfaction);
DROP INDEX event_grid;
CREATE INDEX event_grid ON event (grid, report_time, status, current_state);
DROP INDEX change_log_counts;
CREATE INDEX change_log_counts ON change_log (area, made_at, action, type, record_id);

-- 累计在册 of a past month; the beginning serves lists as before.
DROP INDEX grid_list;
CREATE INDEX grid_list ON grid (area, status, id, registered_at, cancel_date);
DROP INDEX grid_worker_list;
CREATE INDEX grid_worker_list ON grid_worker (area, status, id, registered_at, cancel_date);
DROP INDEX house_list;
CREATE INDEX house_list ON house (area, status, id, registered_at, cancel_date);
DROP INDEX person_list;
CREATE INDEX person_list ON person (area, status, id, registered_at, cancel_date);
DROP INDEX household_list;
CREATE INDEX household_list ON household (area, status, id, registered_at, cancel_date);
DROP INDEX enterprise_list;
CREATE INDEX enterprise_list ON enterprise (area, status, id, registered_at, cancel_date);
DROP INDEX event_list;
CREATE INDEX event_list ON event (area, status, id, registered_at, cancel_date);

-- How figures are counted and judged; the latest beginning that is not after the month applies.
CREATE TABLE bulletin_parameter (
  name VARCHAR(40) NOT NULL,
  valid_from DATE NOT NULL,
  content VARCHAR(100) NOT NULL,
  version VARCHAR(20) NOT NULL,
  CONSTRAINT bulletin_parameter_key PRIMARY KEY (name, valid_from)
);
INSERT INTO bulletin_parameter (name, valid_from, content, version) VALUES
  ('closing-denominator', DATE('2020-01-01'), 'due', '2020-01'),
  ('satisfied-grades', DATE('2020-01-01'), '01 02', '2020-01'),
  ('active-days-month', DATE('2020-01-01'), '20', '2020-01'),
  ('active-days-week', DATE('2020-01-01'), '5', '2020-01'),
  ('floor-sign-in', DATE('2020-01-01'), '60', '2020-01'),
  ('floor-on-time', DATE('2020-01-01'), '85', '2020-01'),
  ('floor-satisfaction', DATE('2020-01-01'), '85', '2020-01'),
  ('floor-absence', DATE('2020-01-01'), '5', '2020-01');

-- A bulletin as it was made. Edition 0 is a preview and is replaced by the next; editions from 1
-- are frozen: a correction is a further edition.
CREATE TABLE bulletin (
  id CHAR(16) FOR BIT DATA NOT NULL,
  area VARCHAR(12) NOT NULL,
  report_month VARCHAR(7) NOT NULL,
  edition INTEGER NOT NULL,
  made_at TIMESTAMP NOT NULL,
  made_by VARCHAR(60) NOT NULL,
  parameters VARCHAR(20) NOT NULL,
  data_version VARCHAR(40) NOT NULL,
  paper CLOB(4M) NOT NULL,
  checks CLOB(1M) NOT NULL,
  CONSTRAINT bulletin_key PRIMARY KEY (id),
  CONSTRAINT bulletin_edition UNIQUE (area, report_month, edition)
);
CREATE TABLE bulletin_file (
  bulletin_id CHAR(16) FOR BIT DATA NOT NULL,
  edition INTEGER NOT NULL,
  format VARCHAR(4) NOT NULL,
  content BLOB(64M) NOT NULL,
  sha256 VARCHAR(64) NOT NULL,
  CONSTRAINT bulletin_file_key PRIMARY KEY (bulletin_id, format),
  CONSTRAINT bulletin_file_of FOREIGN KEY (bulletin_id) REFERENCES bulletin (id)
);
-- Frozen means frozen: only previews are ever replaced.
CREATE TRIGGER bulletin_stands NO CASCADE BEFORE UPDATE ON bulletin
  FOR EACH ROW WHEN (TRUE) VALUES CAST(SUBSTR('a bulletin is never changed', 1, 1) AS INTEGER);
CREATE TRIGGER bulletin_stays NO CASCADE BEFORE DELETE ON bulletin
  REFERENCING OLD AS old_row
  FOR EACH ROW WHEN (old_row.edition > 0)
  VALUES CAST(SUBSTR('a frozen bulletin is never deleted', 1, 1) AS INTEGER);
CREATE TRIGGER bulletin_file_stands NO CASCADE BEFORE UPDATE ON bulletin_file
  FOR EACH ROW WHEN (TRUE) VALUES CAST(SUBSTR('a file of a bulletin is never changed', 1, 1) AS INTEGER);
CREATE TRIGGER bulletin_file_stays NO CASCADE BEFORE DELETE ON bulletin_file
  REFERENCING OLD AS old_row
  FOR EACH ROW WHEN (old_row.edition > 0)
  VALUES CAST(SUBSTR('a file of a frozen bulletin is never deleted', 1, 1) AS INTEGER);
