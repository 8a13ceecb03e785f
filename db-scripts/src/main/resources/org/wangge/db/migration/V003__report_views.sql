-- What reporting tools may read: the read-only account is granted these views and nothing else.
-- Counts and classes only; no name, number, phone, address or free text leaves the base tables.
CREATE SCHEMA report;

CREATE VIEW report.area (code, name, level, parent) AS
  SELECT code, name, level, parent FROM area WHERE enabled;

CREATE VIEW report.grid (code, name, area, level, type, households, population) AS
  SELECT grid_code, grid_name, area, grid_level, grid_type, household_count, population
  FROM grid WHERE status = 'A';

-- Records in force per place and type; incomplete ones lack something required.
CREATE VIEW report.record_count (area, type, incomplete, records) AS
  SELECT area, 'grid', incomplete, COUNT(*) FROM grid WHERE status = 'A' GROUP BY area, incomplete
  UNION ALL
  SELECT area, 'grid_worker', incomplete, COUNT(*)
    FROM grid_worker WHERE status = 'A' GROUP BY area, incomplete
  UNION ALL
  SELECT area, 'house', incomplete, COUNT(*) FROM house WHERE status = 'A' GROUP BY area, incomplete
  UNION ALL
  SELECT area, 'household', incomplete, COUNT(*)
    FROM household WHERE status = 'A' GROUP BY area, incomplete
  UNION ALL
  SELECT area, 'person', incomplete, COUNT(*)
    FROM person WHERE status = 'A' GROUP BY area, incomplete
  UNION ALL
  SELECT area, 'enterprise', incomplete, COUNT(*)
    FROM enterprise WHERE status = 'A' GROUP BY area, incomplete
  UNION ALL
  SELECT area, 'event', incomplete, COUNT(*) FROM event WHERE status = 'A' GROUP BY area, incomplete;

CREATE VIEW report.population (area, population_type, people) AS
  SELECT area, population_type, COUNT(*)
  FROM person WHERE status = 'A' GROUP BY area, population_type;

CREATE VIEW report.event (
    event_no, area, grid, category, level, urgency, source, current_state,
    report_time, accepted_time, limit_time, closed_time, satisfaction, returned_count) AS
  SELECT event_no, area, grid, category, level, urgency, source, current_state,
    report_time, accepted_time, limit_time, closed_time, satisfaction, returned_count
  FROM event WHERE status = 'A';

-- 信息录入: saves per place, type, day and act.
CREATE VIEW report.entry (area, type, entry_day, action, entries) AS
  SELECT area, type, DATE(made_at), action, COUNT(*)
  FROM change_log GROUP BY area, type, DATE(made_at), action;

-- 账户登录: accounts that signed in per place and day.
CREATE VIEW report.sign_in (area, sign_in_day, accounts) AS
  SELECT area, sign_in_day, COUNT(DISTINCT account_id)
  FROM sign_in WHERE accepted GROUP BY area, sign_in_day;
