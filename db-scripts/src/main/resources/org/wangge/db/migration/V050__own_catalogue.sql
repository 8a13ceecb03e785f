-- What a town adds to the shipped catalogue: modules, types and fields of its own, values of code
-- lists. A type's draft is kept as it was made; its table is made when the type is added.
CREATE TABLE own_module (
  module_key VARCHAR(40) NOT NULL,
  label VARCHAR(40) NOT NULL,
  sort INTEGER NOT NULL,
  CONSTRAINT own_module_key PRIMARY KEY (module_key),
  CONSTRAINT own_module_label UNIQUE (label)
);

CREATE TABLE own_type (
  type_key VARCHAR(40) NOT NULL,
  version BIGINT NOT NULL,
  sort INTEGER NOT NULL,
  draft VARCHAR(32000) NOT NULL,
  updated_by VARCHAR(60) NOT NULL,
  updated_at TIMESTAMP NOT NULL,
  CONSTRAINT own_type_key PRIMARY KEY (type_key)
);

CREATE TABLE own_field (
  type_key VARCHAR(40) NOT NULL,
  field_name VARCHAR(40) NOT NULL,
  sort INTEGER NOT NULL,
  draft VARCHAR(4000) NOT NULL,
  updated_by VARCHAR(60) NOT NULL,
  updated_at TIMESTAMP NOT NULL,
  CONSTRAINT own_field_key PRIMARY KEY (type_key, field_name)
);

-- A list of the town's own, or a shipped one the town has looked at or changed.
CREATE TABLE own_list (
  list_key VARCHAR(40) NOT NULL,
  label VARCHAR(60) NOT NULL,
  verified BOOLEAN NOT NULL,
  updated_by VARCHAR(60) NOT NULL,
  updated_at TIMESTAMP NOT NULL,
  CONSTRAINT own_list_key PRIMARY KEY (list_key)
);

CREATE TABLE own_value (
  list_key VARCHAR(40) NOT NULL,
  code VARCHAR(32) NOT NULL,
  label VARCHAR(100) NOT NULL,
  parent VARCHAR(32) NOT NULL,
  synonyms VARCHAR(1000) NOT NULL,
  valid_from DATE,
  valid_to DATE,
  province_code VARCHAR(60) NOT NULL,
  sort INTEGER NOT NULL,
  updated_by VARCHAR(60) NOT NULL,
  updated_at TIMESTAMP NOT NULL,
  CONSTRAINT own_value_key PRIMARY KEY (list_key, code),
  CONSTRAINT own_value_list FOREIGN KEY (list_key) REFERENCES own_list (list_key)
);
