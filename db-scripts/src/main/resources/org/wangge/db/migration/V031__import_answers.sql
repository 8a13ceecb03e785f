-- What an operator answered when an import asked. A value is asked once and remembered for sheets of
-- the same layout in the town; typed is kept as it is compared, without blanks and case.
CREATE TABLE import_answer (
  town VARCHAR(9) NOT NULL,
  type VARCHAR(40) NOT NULL,
  layout VARCHAR(64) NOT NULL,
  field VARCHAR(40) NOT NULL,
  typed VARCHAR(200) NOT NULL,
  code VARCHAR(40) NOT NULL,
  made_by VARCHAR(60) NOT NULL,
  made_at TIMESTAMP NOT NULL,
  CONSTRAINT import_answer_key PRIMARY KEY (town, type, layout, field, typed)
);

-- Answers about single rows go with their import.
CREATE TABLE import_row_answer (
  import_id CHAR(16) FOR BIT DATA NOT NULL,
  row_no INTEGER NOT NULL,
  answer VARCHAR(10) NOT NULL,
  CONSTRAINT import_row_answer_key PRIMARY KEY (import_id, row_no),
  CONSTRAINT import_row_answer_of FOREIGN KEY (import_id) REFERENCES record_import (id),
  CONSTRAINT import_row_answer_answer CHECK (answer IN ('same'))
);
