-- What happens to events after they were registered.

-- When an event first reached the town, and when it was called back: both are what bulletins count.
ALTER TABLE event ADD COLUMN raised_time TIMESTAMP;
ALTER TABLE event ADD COLUMN evaluated_time TIMESTAMP;

-- Days that differ from the plain week: public holidays and worked weekends.
CREATE TABLE calendar_day (
  day DATE NOT NULL,
  working BOOLEAN NOT NULL,
  name VARCHAR(30) NOT NULL,
  CONSTRAINT calendar_day_key PRIMARY KEY (day)
);

-- How long a unit may take. The line with the latest beginning that is not in the future applies;
-- a line for the unit's own level goes before one for any.
CREATE TABLE event_limit (
  valid_from DATE NOT NULL,
  event_level VARCHAR(2) NOT NULL,
  unit_level VARCHAR(10) NOT NULL,
  stage VARCHAR(10) NOT NULL,
  amount INTEGER NOT NULL,
  unit VARCHAR(12) NOT NULL,
  version VARCHAR(20) NOT NULL,
  CONSTRAINT event_limit_key PRIMARY KEY (event_level, unit_level, stage, valid_from),
  CONSTRAINT event_limit_unit_level CHECK (unit_level IN ('any', 'village', 'town')),
  CONSTRAINT event_limit_stage CHECK (stage IN ('accept', 'handle', 'check')),
  CONSTRAINT event_limit_amount CHECK (amount > 0),
  CONSTRAINT event_limit_unit CHECK (unit IN ('working-day', 'hour', 'minute'))
);
-- Proposed beginnings; no published limit per level was found. 特别重大 is handled by order.
INSERT INTO event_limit (valid_from, event_level, unit_level, stage, amount, unit, version) VALUES
  (DATE('2020-01-01'), '04', 'any', 'accept', 1, 'working-day', '2020-01'),
  (DATE('2020-01-01'), '03', 'any', 'accept', 1, 'working-day', '2020-01'),
  (DATE('2020-01-01'), '02', 'any', 'accept', 2, 'hour', '2020-01'),
  (DATE('2020-01-01'), '01', 'any', 'accept', 30, 'minute', '2020-01'),
  (DATE('2020-01-01'), '04', 'village', 'handle', 3, 'working-day', '2020-01'),
  (DATE('2020-01-01'), '03', 'village', 'handle', 3, 'working-day', '2020-01'),
  (DATE('2020-01-01'), '04', 'town', 'handle', 5, 'working-day', '2020-01'),
  (DATE('2020-01-01'), '03', 'town', 'handle', 7, 'working-day', '2020-01'),
  (DATE('2020-01-01'), '02', 'any', 'handle', 10, 'working-day', '2020-01'),
  (DATE('2020-01-01'), '04', 'any', 'check', 2, 'working-day', '2020-01'),
  (DATE('2020-01-01'), '03', 'any', 'check', 2, 'working-day', '2020-01'),
  (DATE('2020-01-01'), '02', 'any', 'check', 2, 'working-day', '2020-01'),
  (DATE('2020-01-01'), '01', 'any', 'check', 2, 'working-day', '2020-01');

-- The log of an event: rows are added, never changed and never removed.
CREATE TABLE event_step (
  event_id CHAR(16) FOR BIT DATA NOT NULL,
  step_no INTEGER NOT NULL,
  area VARCHAR(12) NOT NULL,
  act VARCHAR(16) NOT NULL,
  from_state VARCHAR(1) NOT NULL,
  to_state VARCHAR(1) NOT NULL,
  from_unit VARCHAR(15) NOT NULL,
  holder VARCHAR(15) NOT NULL,
  made_by VARCHAR(60) NOT NULL,
  workstation VARCHAR(60) NOT NULL,
  made_at TIMESTAMP NOT NULL,
  words VARCHAR(1000) NOT NULL,
  grade VARCHAR(2) NOT NULL,
  due_by TIMESTAMP,
  overdue BOOLEAN NOT NULL,
  accept_by TIMESTAMP,
  handle_by TIMESTAMP,
  check_by TIMESTAMP,
  limit_at TIMESTAMP,
  parameters VARCHAR(20) NOT NULL,
  CONSTRAINT event_step_key PRIMARY KEY (event_id, step_no),
  CONSTRAINT event_step_event FOREIGN KEY (event_id) REFERENCES event (id)
);
CREATE INDEX event_step_month ON event_step (area, made_at, act);
CREATE TRIGGER event_step_stands NO CASCADE BEFORE UPDATE ON event_step
  FOR EACH ROW WHEN (TRUE) VALUES CAST(SUBSTR('steps of an event are never changed', 1, 1) AS INTEGER);
CREATE TRIGGER event_step_stays NO CASCADE BEFORE DELETE ON event_step
  FOR EACH ROW WHEN (TRUE) VALUES CAST(SUBSTR('steps of an event are never deleted', 1, 1) AS INTEGER);

-- The last serial given to an event of a village on a day.
CREATE TABLE event_serial (
  village VARCHAR(12) NOT NULL,
  day DATE NOT NULL,
  last_given INTEGER NOT NULL,
  CONSTRAINT event_serial_key PRIMARY KEY (village, day)
);
