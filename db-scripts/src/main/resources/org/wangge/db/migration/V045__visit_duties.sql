-- How often people and households are visited, by category of person; 'household' stands for every
-- household. A change is a new row with its first day, so that months gone by are judged by the rule
-- of their time. The defaults: 特殊人群、困难残疾、老人 every month, 重点户 and 留守 every quarter, every
-- household once a year.
CREATE TABLE visit_duty (
  category VARCHAR(10) NOT NULL,
  valid_from DATE NOT NULL,
  visit_window VARCHAR(10) NOT NULL,
  updated_by VARCHAR(60) NOT NULL,
  updated_at TIMESTAMP NOT NULL,
  CONSTRAINT visit_duty_key PRIMARY KEY (category, valid_from),
  CONSTRAINT visit_duty_window
    CHECK (visit_window IN ('month', 'quarter', 'half-year', 'year', 'none'))
);

INSERT INTO visit_duty (category, valid_from, visit_window, updated_by, updated_at) VALUES
  ('0101', DATE('2000-01-01'), 'month', 'server', TIMESTAMP('2000-01-01 00:00:00')),
  ('0102', DATE('2000-01-01'), 'month', 'server', TIMESTAMP('2000-01-01 00:00:00')),
  ('0103', DATE('2000-01-01'), 'month', 'server', TIMESTAMP('2000-01-01 00:00:00')),
  ('0104', DATE('2000-01-01'), 'month', 'server', TIMESTAMP('2000-01-01 00:00:00')),
  ('0201', DATE('2000-01-01'), 'quarter', 'server', TIMESTAMP('2000-01-01 00:00:00')),
  ('0202', DATE('2000-01-01'), 'quarter', 'server', TIMESTAMP('2000-01-01 00:00:00')),
  ('0203', DATE('2000-01-01'), 'month', 'server', TIMESTAMP('2000-01-01 00:00:00')),
  ('0301', DATE('2000-01-01'), 'month', 'server', TIMESTAMP('2000-01-01 00:00:00')),
  ('0302', DATE('2000-01-01'), 'month', 'server', TIMESTAMP('2000-01-01 00:00:00')),
  ('0303', DATE('2000-01-01'), 'month', 'server', TIMESTAMP('2000-01-01 00:00:00')),
  ('0304', DATE('2000-01-01'), 'quarter', 'server', TIMESTAMP('2000-01-01 00:00:00')),
  ('household', DATE('2000-01-01'), 'year', 'server', TIMESTAMP('2000-01-01 00:00:00'));
