-- Tables of the people of a village and of the care for them, as the catalogue describes them.

-- 楼栋/自然院落.
CREATE TABLE building (
  id CHAR(16) FOR BIT DATA NOT NULL,
  version BIGINT NOT NULL,
  status CHAR(1) NOT NULL,
  incomplete SMALLINT NOT NULL,
  area VARCHAR(12) NOT NULL,
  registered_by VARCHAR(60) NOT NULL,
  registered_at TIMESTAMP NOT NULL,
  updated_by VARCHAR(60) NOT NULL,
  updated_at TIMESTAMP NOT NULL,
  workstation VARCHAR(60) NOT NULL,
  effective_date DATE NOT NULL,
  cancel_date DATE,
  cancel_reason VARCHAR(2),
  cancel_note VARCHAR(300),
  import_id CHAR(16) FOR BIT DATA,
  import_row INTEGER,
  community_name VARCHAR(100),
  building_name VARCHAR(100) NOT NULL,
  building_code VARCHAR(20),
  building_code_active VARCHAR(20)
    GENERATED ALWAYS AS (CASE WHEN status = 'A' THEN building_code END),
  building_type VARCHAR(2),
  floors INTEGER,
  units INTEGER,
  households INTEGER,
  people INTEGER,
  grid VARCHAR(15),
  leader_name VARCHAR(50),
  leader_name_initials VARCHAR(20),
  leader_name_initials2 VARCHAR(20),
  leader_mobile VARCHAR(20),
  leader_tel VARCHAR(20),
  leader_sex VARCHAR(1),
  leader_birth_date DATE,
  leader_political VARCHAR(2),
  leader_education VARCHAR(2),
  leader_nation VARCHAR(2),
  address VARCHAR(80),
  floor_area DECIMAL(12,2),
  built_year INTEGER,
  position VARCHAR(50),
  remark VARCHAR(300),
  CONSTRAINT building_key PRIMARY KEY (id),
  CONSTRAINT building_status CHECK (status IN ('A', 'C')),
  CONSTRAINT building_building_code_once UNIQUE (building_code_active)
);
CREATE INDEX building_list ON building (area, status, id DESC);
CREATE INDEX building_community_name ON building (community_name, id, area);
CREATE INDEX building_building_name ON building (building_name, id, area);
CREATE INDEX building_building_code ON building (building_code);
CREATE INDEX building_building_code_sort ON building (area, status, building_code, id);
CREATE INDEX building_grid ON building (grid, status);
CREATE INDEX building_leader_name_initials ON building (leader_name_initials, id, area);
CREATE INDEX building_leader_name_initials2 ON building (leader_name_initials2, id, area);
CREATE INDEX building_leader_name ON building (leader_name, id, area);
CREATE INDEX building_leader_mobile ON building (leader_mobile);

-- 境外人员.
CREATE TABLE overseas_person (
  id CHAR(16) FOR BIT DATA NOT NULL,
  foreign_surname VARCHAR(40),
  foreign_name VARCHAR(40),
  purpose VARCHAR(2),
  arrival_date DATE,
  leave_date DATE,
  host VARCHAR(50),
  police_registered BOOLEAN,
  CONSTRAINT overseas_person_key PRIMARY KEY (id),
  CONSTRAINT overseas_person_core FOREIGN KEY (id) REFERENCES person (id)
);
CREATE INDEX overseas_person_foreign_surname ON overseas_person (foreign_surname, id);
CREATE INDEX overseas_person_foreign_name ON overseas_person (foreign_name, id);

-- 未落户人口.
CREATE TABLE unregistered_person (
  id CHAR(16) FOR BIT DATA NOT NULL,
  reason VARCHAR(255),
  since DATE,
  held_docs VARCHAR(100),
  held_doc_no VARCHAR(100),
  mother_name VARCHAR(50),
  mother_id VARCHAR(30),
  registration_help VARCHAR(300),
  settled_date DATE,
  CONSTRAINT unregistered_person_key PRIMARY KEY (id),
  CONSTRAINT unregistered_person_core FOREIGN KEY (id) REFERENCES person (id)
);

-- 户成员.
CREATE TABLE household_member (
  id CHAR(16) FOR BIT DATA NOT NULL,
  version BIGINT NOT NULL,
  status CHAR(1) NOT NULL,
  incomplete SMALLINT NOT NULL,
  area VARCHAR(12) NOT NULL,
  registered_by VARCHAR(60) NOT NULL,
  registered_at TIMESTAMP NOT NULL,
  updated_by VARCHAR(60) NOT NULL,
  updated_at TIMESTAMP NOT NULL,
  workstation VARCHAR(60) NOT NULL,
  effective_date DATE NOT NULL,
  cancel_date DATE,
  cancel_reason VARCHAR(2),
  cancel_note VARCHAR(300),
  import_id CHAR(16) FOR BIT DATA,
  import_row INTEGER,
  household CHAR(16) FOR BIT DATA NOT NULL,
  person CHAR(16) FOR BIT DATA NOT NULL,
  relation_to_head VARCHAR(2),
  member_kind VARCHAR(2),
  joined_date DATE,
  grid VARCHAR(15),
  remark VARCHAR(300),
  CONSTRAINT household_member_key PRIMARY KEY (id),
  CONSTRAINT household_member_status CHECK (status IN ('A', 'C'))
);
CREATE INDEX household_member_list ON household_member (area, status, id DESC);
CREATE INDEX household_member_household ON household_member (household);
CREATE INDEX household_member_person ON household_member (person);
CREATE INDEX household_member_grid ON household_member (grid, status);

-- 租住记录.
CREATE TABLE tenancy (
  id CHAR(16) FOR BIT DATA NOT NULL,
  version BIGINT NOT NULL,
  status CHAR(1) NOT NULL,
  incomplete SMALLINT NOT NULL,
  area VARCHAR(12) NOT NULL,
  registered_by VARCHAR(60) NOT NULL,
  registered_at TIMESTAMP NOT NULL,
  updated_by VARCHAR(60) NOT NULL,
  updated_at TIMESTAMP NOT NULL,
  workstation VARCHAR(60) NOT NULL,
  effective_date DATE NOT NULL,
  cancel_date DATE,
  cancel_reason VARCHAR(2),
  cancel_note VARCHAR(300),
  import_id CHAR(16) FOR BIT DATA,
  import_row INTEGER,
  house CHAR(16) FOR BIT DATA NOT NULL,
  person CHAR(16) FOR BIT DATA NOT NULL,
  live_type VARCHAR(2),
  is_owner BOOLEAN,
  relation_to_owner VARCHAR(2),
  live_date DATE,
  contract_end DATE,
  leave_date DATE,
  grid VARCHAR(15),
  remark VARCHAR(300),
  CONSTRAINT tenancy_key PRIMARY KEY (id),
  CONSTRAINT tenancy_status CHECK (status IN ('A', 'C'))
);
CREATE INDEX tenancy_list ON tenancy (area, status, id DESC);
CREATE INDEX tenancy_house ON tenancy (house);
CREATE INDEX tenancy_person ON tenancy (person);
CREATE INDEX tenancy_contract_end_sort ON tenancy (area, status, contract_end, id);
CREATE INDEX tenancy_grid ON tenancy (grid, status);

-- 留守人员.
CREATE TABLE left_behind (
  id CHAR(16) FOR BIT DATA NOT NULL,
  version BIGINT NOT NULL,
  status CHAR(1) NOT NULL,
  incomplete SMALLINT NOT NULL,
  area VARCHAR(12) NOT NULL,
  registered_by VARCHAR(60) NOT NULL,
  registered_at TIMESTAMP NOT NULL,
  updated_by VARCHAR(60) NOT NULL,
  updated_at TIMESTAMP NOT NULL,
  workstation VARCHAR(60) NOT NULL,
  effective_date DATE NOT NULL,
  cancel_date DATE,
  cancel_reason VARCHAR(2),
  cancel_note VARCHAR(300),
  import_id CHAR(16) FOR BIT DATA,
  import_row INTEGER,
  person CHAR(16) FOR BIT DATA NOT NULL,
  person_active CHAR(16) FOR BIT DATA
    GENERATED ALWAYS AS (CASE WHEN status = 'A' THEN person END),
  left_type VARCHAR(2),
  household_consistent VARCHAR(2),
  grid VARCHAR(15),
  joined_date DATE,
  basis_document VARCHAR(200),
  focus_level VARCHAR(2),
  responsible CHAR(16) FOR BIT DATA,
  member_name VARCHAR(50),
  member_id_number VARCHAR(30),
  member_relation VARCHAR(2),
  member_phone VARCHAR(20),
  member_health VARCHAR(2),
  member_work_address VARCHAR(200),
  health VARCHAR(2),
  personal_income DECIMAL(8,2),
  family_income DECIMAL(8,2),
  difficulties VARCHAR(1024),
  aid VARCHAR(1024),
  remark VARCHAR(300),
  CONSTRAINT left_behind_key PRIMARY KEY (id),
  CONSTRAINT left_behind_status CHECK (status IN ('A', 'C')),
  CONSTRAINT left_behind_person_once UNIQUE (person_active)
);
CREATE INDEX left_behind_list ON left_behind (area, status, id DESC);
CREATE INDEX left_behind_person ON left_behind (person);
CREATE INDEX left_behind_grid ON left_behind (grid, status);
CREATE INDEX left_behind_joined_date_sort ON left_behind (area, status, joined_date, id);
CREATE INDEX left_behind_responsible ON left_behind (responsible);

-- 人口变动登记.
CREATE TABLE person_change (
  id CHAR(16) FOR BIT DATA NOT NULL,
  version BIGINT NOT NULL,
  status CHAR(1) NOT NULL,
  incomplete SMALLINT NOT NULL,
  area VARCHAR(12) NOT NULL,
  registered_by VARCHAR(60) NOT NULL,
  registered_at TIMESTAMP NOT NULL,
  updated_by VARCHAR(60) NOT NULL,
  updated_at TIMESTAMP NOT NULL,
  workstation VARCHAR(60) NOT NULL,
  effective_date DATE NOT NULL,
  cancel_date DATE,
  cancel_reason VARCHAR(2),
  cancel_note VARCHAR(300),
  import_id CHAR(16) FOR BIT DATA,
  import_row INTEGER,
  person CHAR(16) FOR BIT DATA NOT NULL,
  change_type VARCHAR(2) NOT NULL,
  change_date DATE,
  from_place VARCHAR(200),
  to_place VARCHAR(200),
  reason VARCHAR(300),
  reported_by VARCHAR(50),
  reported_by_initials VARCHAR(20),
  reported_by_initials2 VARCHAR(20),
  grid VARCHAR(15),
  remark VARCHAR(300),
  CONSTRAINT person_change_key PRIMARY KEY (id),
  CONSTRAINT person_change_status CHECK (status IN ('A', 'C'))
);
CREATE INDEX person_change_list ON person_change (area, status, id DESC);
CREATE INDEX person_change_person ON person_change (person);
CREATE INDEX person_change_change_date_sort ON person_change (area, status, change_date, id);
CREATE INDEX person_change_reported_by_initials ON person_change (reported_by_initials, id, area);
CREATE INDEX person_change_reported_by_initials2 ON person_change (reported_by_initials2, id, area);
CREATE INDEX person_change_reported_by ON person_change (reported_by, id, area);
CREATE INDEX person_change_grid ON person_change (grid, status);

ALTER TABLE house ADD COLUMN building CHAR(16) FOR BIT DATA;
CREATE INDEX house_building ON house (building);
