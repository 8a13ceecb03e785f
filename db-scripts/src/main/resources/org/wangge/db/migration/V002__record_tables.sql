-- One table for each record type of the catalogue. A core row carries the life cycle (status A active,
-- C cancelled) and the area it is registered in; an extension shares the id of its core row.
-- Columns named …_active hold a value while the record is active and NULL afterwards, so that a
-- number is unique among active records and free again once its record is cancelled.
-- Columns named …_initials, …_initials2 hold pinyin initials of a name, …_sort its full pinyin.

-- 网格.
CREATE TABLE grid (
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
  grid_name VARCHAR(100) NOT NULL,
  grid_name_active VARCHAR(100)
    GENERATED ALWAYS AS (CASE WHEN status = 'A' THEN grid_name END),
  grid_code VARCHAR(15),
  grid_code_active VARCHAR(15)
    GENERATED ALWAYS AS (CASE WHEN status = 'A' THEN grid_code END),
  grid_level VARCHAR(2),
  grid_type VARCHAR(2),
  parent_grid CHAR(16) FOR BIT DATA,
  leader CHAR(16) FOR BIT DATA,
  household_count INTEGER,
  population INTEGER,
  grid_area DECIMAL(12,2),
  four_bounds VARCHAR(200),
  office_address VARCHAR(200),
  centre_point VARCHAR(50),
  boundary VARCHAR(4000),
  description VARCHAR(500),
  enabled_date DATE,
  remark VARCHAR(300),
  CONSTRAINT grid_key PRIMARY KEY (id),
  CONSTRAINT grid_status CHECK (status IN ('A', 'C')),
  CONSTRAINT grid_grid_name_once UNIQUE (area, grid_name_active),
  CONSTRAINT grid_grid_code_once UNIQUE (grid_code_active)
);
CREATE INDEX grid_list ON grid (area, status, id DESC);
CREATE INDEX grid_grid_name ON grid (grid_name, id, area);
CREATE INDEX grid_grid_code_sort ON grid (area, status, grid_code, id);
CREATE INDEX grid_grid_code ON grid (grid_code);
CREATE INDEX grid_parent_grid ON grid (parent_grid);
CREATE INDEX grid_leader ON grid (leader);

-- 网格人员.
CREATE TABLE grid_worker (
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
  name VARCHAR(50) NOT NULL,
  name_initials VARCHAR(20),
  name_initials2 VARCHAR(20),
  name_sort VARCHAR(200),
  id_number VARCHAR(30),
  sex VARCHAR(1),
  birth_date DATE,
  nation VARCHAR(2),
  political VARCHAR(2),
  education VARCHAR(2),
  mobile VARCHAR(20) NOT NULL,
  mobile_active VARCHAR(20)
    GENERATED ALWAYS AS (CASE WHEN status = 'A' THEN mobile END),
  tel VARCHAR(20),
  role VARCHAR(2),
  grid VARCHAR(15),
  more_grids VARCHAR(200),
  full_time VARCHAR(2),
  post VARCHAR(50),
  org VARCHAR(100),
  start_date DATE,
  end_date DATE,
  training VARCHAR(300),
  insurance BOOLEAN,
  remark VARCHAR(300),
  CONSTRAINT grid_worker_key PRIMARY KEY (id),
  CONSTRAINT grid_worker_status CHECK (status IN ('A', 'C')),
  CONSTRAINT grid_worker_mobile_once UNIQUE (mobile_active)
);
CREATE INDEX grid_worker_list ON grid_worker (area, status, id DESC);
CREATE INDEX grid_worker_name_initials ON grid_worker (name_initials, id, area);
CREATE INDEX grid_worker_name_initials2 ON grid_worker (name_initials2, id, area);
CREATE INDEX grid_worker_name ON grid_worker (name, id, area);
CREATE INDEX grid_worker_name_sort ON grid_worker (area, status, name_sort, id);
CREATE INDEX grid_worker_mobile ON grid_worker (mobile);
CREATE INDEX grid_worker_grid ON grid_worker (grid, status);

-- 实有房屋.
CREATE TABLE house (
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
  address VARCHAR(200) NOT NULL,
  house_code VARCHAR(50),
  house_code_active VARCHAR(50)
    GENERATED ALWAYS AS (CASE WHEN status = 'A' THEN house_code END),
  unit_no VARCHAR(4),
  floor_no INTEGER,
  door_no VARCHAR(6),
  usage VARCHAR(2),
  house_status VARCHAR(2),
  floor_area DECIMAL(10,2),
  rooms INTEGER,
  structure VARCHAR(2),
  property_kind VARCHAR(2),
  residents INTEGER,
  grid VARCHAR(15),
  owner_name VARCHAR(50),
  owner_name_initials VARCHAR(20),
  owner_name_initials2 VARCHAR(20),
  owner_doc_type VARCHAR(3),
  owner_doc_number VARCHAR(30),
  owner_phone VARCHAR(20),
  owner_address VARCHAR(200),
  owner_person CHAR(16) FOR BIT DATA,
  hazard VARCHAR(40),
  safety_grade VARCHAR(1),
  self_built BOOLEAN,
  business_use BOOLEAN,
  position VARCHAR(50),
  remark VARCHAR(300),
  CONSTRAINT house_key PRIMARY KEY (id),
  CONSTRAINT house_status CHECK (status IN ('A', 'C')),
  CONSTRAINT house_house_code_once UNIQUE (house_code_active)
);
CREATE INDEX house_list ON house (area, status, id DESC);
CREATE INDEX house_address ON house (address, id, area);
CREATE INDEX house_house_code ON house (house_code);
CREATE INDEX house_grid ON house (grid, status);
CREATE INDEX house_owner_name_initials ON house (owner_name_initials, id, area);
CREATE INDEX house_owner_name_initials2 ON house (owner_name_initials2, id, area);
CREATE INDEX house_owner_name ON house (owner_name, id, area);
CREATE INDEX house_owner_phone ON house (owner_phone);
CREATE INDEX house_owner_person ON house (owner_person);

-- 人员.
CREATE TABLE person (
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
  doc_type VARCHAR(3),
  id_number VARCHAR(30) NOT NULL,
  id_number_active VARCHAR(30)
    GENERATED ALWAYS AS (CASE WHEN status = 'A' THEN id_number END),
  name VARCHAR(50) NOT NULL,
  name_initials VARCHAR(20),
  name_initials2 VARCHAR(20),
  name_sort VARCHAR(200),
  former_name VARCHAR(50),
  sex VARCHAR(1),
  birth_date DATE,
  nation VARCHAR(2),
  native_place VARCHAR(6),
  nationality VARCHAR(3),
  doc_expiry DATE,
  phone VARCHAR(20),
  phone2 VARCHAR(20),
  domicile_place VARCHAR(12),
  domicile_address VARCHAR(80),
  residence_address VARCHAR(80),
  has_house BOOLEAN,
  house CHAR(16) FOR BIT DATA,
  no_house_reason VARCHAR(2),
  grid VARCHAR(15),
  education VARCHAR(2),
  political VARCHAR(2),
  marital VARCHAR(2),
  occupation_class VARCHAR(5),
  occupation VARCHAR(50),
  workplace VARCHAR(100),
  health VARCHAR(2),
  population_type VARCHAR(2),
  is_dead BOOLEAN,
  death_date DATE,
  remark VARCHAR(300),
  CONSTRAINT person_key PRIMARY KEY (id),
  CONSTRAINT person_status CHECK (status IN ('A', 'C')),
  CONSTRAINT person_id_number_once UNIQUE (id_number_active)
);
CREATE INDEX person_list ON person (area, status, id DESC);
CREATE INDEX person_id_number ON person (id_number);
CREATE INDEX person_name_initials ON person (name_initials, id, area);
CREATE INDEX person_name_initials2 ON person (name_initials2, id, area);
CREATE INDEX person_name ON person (name, id, area);
CREATE INDEX person_name_sort ON person (area, status, name_sort, id);
CREATE INDEX person_birth_date_sort ON person (area, status, birth_date, id);
CREATE INDEX person_phone ON person (phone);
CREATE INDEX person_residence_address ON person (residence_address, id, area);
CREATE INDEX person_house ON person (house);
CREATE INDEX person_grid ON person (grid, status);
CREATE INDEX person_population_type ON person (area, status, population_type, id DESC);

-- 户籍人口：hangs on the row of person with the same id.
CREATE TABLE registered_resident (
  id CHAR(16) FOR BIT DATA NOT NULL,
  household_no VARCHAR(18),
  relation_to_head VARCHAR(2),
  head_name VARCHAR(50),
  head_id_number VARCHAR(30),
  head_phone VARCHAR(20),
  household_consistent VARCHAR(2),
  is_resident BOOLEAN,
  register_status VARCHAR(2),
  register_change_date DATE,
  register_change_reason VARCHAR(1000),
  away_place VARCHAR(12),
  away_reason VARCHAR(2),
  away_date DATE,
  CONSTRAINT registered_resident_key PRIMARY KEY (id),
  CONSTRAINT registered_resident_core FOREIGN KEY (id) REFERENCES person (id)
);
CREATE INDEX registered_resident_household ON registered_resident (household_no);

-- 流动人口：hangs on the row of person with the same id.
CREATE TABLE floating_person (
  id CHAR(16) FOR BIT DATA NOT NULL,
  inflow_reason VARCHAR(2),
  inflow_date DATE,
  from_place VARCHAR(6),
  register_date DATE,
  expected_leave DATE,
  employer VARCHAR(100),
  is_family_move BOOLEAN,
  children_with INTEGER,
  residence_type VARCHAR(2),
  landlord CHAR(16) FOR BIT DATA,
  landlord_name VARCHAR(50),
  cert_type VARCHAR(2),
  cert_number VARCHAR(22),
  cert_expiry DATE,
  service_needs VARCHAR(40),
  CONSTRAINT floating_person_key PRIMARY KEY (id),
  CONSTRAINT floating_person_core FOREIGN KEY (id) REFERENCES person (id)
);
CREATE INDEX floating_person_landlord ON floating_person (landlord);

-- 户.
CREATE TABLE household (
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
  household_no VARCHAR(18) NOT NULL,
  household_no_active VARCHAR(18)
    GENERATED ALWAYS AS (CASE WHEN status = 'A' THEN household_no END),
  household_type VARCHAR(2),
  head_name VARCHAR(50),
  head_name_initials VARCHAR(20),
  head_name_initials2 VARCHAR(20),
  head CHAR(16) FOR BIT DATA,
  phone VARCHAR(20),
  house CHAR(16) FOR BIT DATA,
  address VARCHAR(200),
  domicile_place VARCHAR(12),
  group_name VARCHAR(50),
  grid VARCHAR(15),
  member_count INTEGER,
  at_home INTEGER,
  away INTEGER,
  housing_kind VARCHAR(2),
  rooms INTEGER,
  floor_area DECIMAL(8,2),
  annual_income DECIMAL(10,2),
  farmland DECIMAL(8,2),
  civilised_family VARCHAR(100),
  remark VARCHAR(300),
  CONSTRAINT household_key PRIMARY KEY (id),
  CONSTRAINT household_status CHECK (status IN ('A', 'C')),
  CONSTRAINT household_household_no_once UNIQUE (area, household_no_active)
);
CREATE INDEX household_list ON household (area, status, id DESC);
CREATE INDEX household_household_no_sort ON household (area, status, household_no, id);
CREATE INDEX household_household_no ON household (household_no);
CREATE INDEX household_head_name_initials ON household (head_name_initials, id, area);
CREATE INDEX household_head_name_initials2 ON household (head_name_initials2, id, area);
CREATE INDEX household_head_name ON household (head_name, id, area);
CREATE INDEX household_head ON household (head);
CREATE INDEX household_phone ON household (phone);
CREATE INDEX household_house ON household (house);
CREATE INDEX household_address ON household (address, id, area);
CREATE INDEX household_grid ON household (grid, status);

-- 出租房屋：hangs on the row of house with the same id.
CREATE TABLE rental_house (
  id CHAR(16) FOR BIT DATA NOT NULL,
  rent_use VARCHAR(2),
  tenant_name VARCHAR(50),
  tenant_id_number VARCHAR(30),
  tenant_phone VARCHAR(20),
  tenant_count INTEGER,
  rooms_rented INTEGER,
  rented_area DECIMAL(8,2),
  monthly_rent DECIMAL(10,2),
  contract_signed BOOLEAN,
  duty_letter BOOLEAN,
  fire_equipment BOOLEAN,
  last_check_date DATE,
  CONSTRAINT rental_house_key PRIMARY KEY (id),
  CONSTRAINT rental_house_core FOREIGN KEY (id) REFERENCES house (id)
);

-- 非公有制经济组织.
CREATE TABLE enterprise (
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
  name VARCHAR(100) NOT NULL,
  name_initials VARCHAR(20),
  name_initials2 VARCHAR(20),
  name_sort VARCHAR(200),
  uscc VARCHAR(18) NOT NULL,
  uscc_active VARCHAR(18)
    GENERATED ALWAYS AS (CASE WHEN status = 'A' THEN uscc END),
  enterprise_class VARCHAR(2),
  register_type VARCHAR(3),
  address VARCHAR(200),
  house CHAR(16) FOR BIT DATA,
  phone VARCHAR(20),
  employee_count INTEGER,
  grid VARCHAR(15),
  legal_name VARCHAR(80),
  legal_doc_type VARCHAR(3),
  legal_doc_number VARCHAR(30),
  legal_phone VARCHAR(20),
  manager_name VARCHAR(50),
  manager_phone VARCHAR(20),
  security_name VARCHAR(50),
  security_phone VARCHAR(20),
  dangerous BOOLEAN,
  danger_class VARCHAR(20),
  hazard VARCHAR(20),
  hazard_detail VARCHAR(200),
  rectification VARCHAR(500),
  focus_level VARCHAR(2),
  holding VARCHAR(3),
  registered_capital DECIMAL(14,2),
  register_date DATE,
  business_scope VARCHAR(500),
  industry VARCHAR(4),
  floor_area DECIMAL(10,2),
  party_ready BOOLEAN,
  has_party BOOLEAN,
  party_members INTEGER,
  has_union BOOLEAN,
  union_members INTEGER,
  has_league BOOLEAN,
  league_members INTEGER,
  has_women_org BOOLEAN,
  women_count INTEGER,
  position VARCHAR(50),
  remark VARCHAR(300),
  CONSTRAINT enterprise_key PRIMARY KEY (id),
  CONSTRAINT enterprise_status CHECK (status IN ('A', 'C')),
  CONSTRAINT enterprise_uscc_once UNIQUE (uscc_active)
);
CREATE INDEX enterprise_list ON enterprise (area, status, id DESC);
CREATE INDEX enterprise_name_initials ON enterprise (name_initials, id, area);
CREATE INDEX enterprise_name_initials2 ON enterprise (name_initials2, id, area);
CREATE INDEX enterprise_name ON enterprise (name, id, area);
CREATE INDEX enterprise_name_sort ON enterprise (area, status, name_sort, id);
CREATE INDEX enterprise_uscc ON enterprise (uscc);
CREATE INDEX enterprise_address ON enterprise (address, id, area);
CREATE INDEX enterprise_house ON enterprise (house);
CREATE INDEX enterprise_phone ON enterprise (phone);
CREATE INDEX enterprise_grid ON enterprise (grid, status);

-- 网格事件.
CREATE TABLE event (
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
  event_no VARCHAR(32),
  event_no_active VARCHAR(32)
    GENERATED ALWAYS AS (CASE WHEN status = 'A' THEN event_no END),
  event_name VARCHAR(100) NOT NULL,
  category VARCHAR(4) NOT NULL,
  level VARCHAR(2),
  scale VARCHAR(2),
  urgency VARCHAR(2),
  happen_time TIMESTAMP,
  report_time TIMESTAMP NOT NULL,
  address VARCHAR(100),
  grid VARCHAR(15),
  people_count INTEGER,
  amount DECIMAL(14,2),
  brief VARCHAR(2000),
  involved_unit VARCHAR(100),
  source VARCHAR(2),
  collect_way VARCHAR(1),
  reporter_name VARCHAR(50),
  reporter_phone VARCHAR(20),
  is_group BOOLEAN,
  is_legacy BOOLEAN,
  is_repeated BOOLEAN,
  merged_into CHAR(16) FOR BIT DATA,
  handle_level VARCHAR(2),
  current_state VARCHAR(1),
  current_unit VARCHAR(60),
  accepted_time TIMESTAMP,
  limit_time TIMESTAMP,
  closed_time TIMESTAMP,
  satisfaction VARCHAR(2),
  returned_count INTEGER,
  supervised BOOLEAN,
  instructed BOOLEAN,
  history BOOLEAN,
  position VARCHAR(50),
  remark VARCHAR(300),
  CONSTRAINT event_key PRIMARY KEY (id),
  CONSTRAINT event_status CHECK (status IN ('A', 'C')),
  CONSTRAINT event_event_no_once UNIQUE (event_no_active)
);
CREATE INDEX event_list ON event (area, status, id DESC);
CREATE INDEX event_event_no ON event (event_no);
CREATE INDEX event_event_name ON event (event_name, id, area);
CREATE INDEX event_report_time_sort ON event (area, status, report_time, id);
CREATE INDEX event_report_time ON event (area, report_time);
CREATE INDEX event_grid ON event (grid, status);
CREATE INDEX event_reporter_phone ON event (reporter_phone);
CREATE INDEX event_merged_into ON event (merged_into);
CREATE INDEX event_limit_time_sort ON event (area, status, limit_time, id);
CREATE INDEX event_limit_time ON event (area, limit_time);
CREATE INDEX event_closed_time ON event (area, closed_time);
