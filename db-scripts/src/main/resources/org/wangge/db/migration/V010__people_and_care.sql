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

-- 刑满释放人员.
CREATE TABLE released_person (
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
  grid VARCHAR(15),
  joined_date DATE,
  basis_document VARCHAR(200),
  focus_level VARCHAR(2),
  responsible CHAR(16) FOR BIT DATA,
  original_crime VARCHAR(2),
  sentence VARCHAR(50),
  recidivist BOOLEAN,
  prison VARCHAR(100),
  release_date DATE,
  risk_type VARCHAR(2),
  handover_date DATE,
  handover VARCHAR(2),
  placement_date DATE,
  placement VARCHAR(2),
  not_placed_reason VARCHAR(1024),
  aid VARCHAR(1024),
  aid_team VARCHAR(100),
  aid_end_date DATE,
  reoffended BOOLEAN,
  reoffence VARCHAR(100),
  remark VARCHAR(300),
  CONSTRAINT released_person_key PRIMARY KEY (id),
  CONSTRAINT released_person_status CHECK (status IN ('A', 'C')),
  CONSTRAINT released_person_person_once UNIQUE (person_active)
);
CREATE INDEX released_person_list ON released_person (area, status, id DESC);
CREATE INDEX released_person_person ON released_person (person);
CREATE INDEX released_person_grid ON released_person (grid, status);
CREATE INDEX released_person_joined_date_sort ON released_person (area, status, joined_date, id);
CREATE INDEX released_person_responsible ON released_person (responsible);

-- 社区矫正对象.
CREATE TABLE correction_person (
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
  grid VARCHAR(15),
  joined_date DATE,
  basis_document VARCHAR(200),
  focus_level VARCHAR(2),
  responsible CHAR(16) FOR BIT DATA,
  correction_no VARCHAR(16),
  correction_no_active VARCHAR(16)
    GENERATED ALWAYS AS (CASE WHEN status = 'A' THEN correction_no END),
  correction_type VARCHAR(2),
  correction_start DATE,
  correction_end DATE,
  receive_mode VARCHAR(2),
  justice_office VARCHAR(100),
  case_class VARCHAR(6),
  charge VARCHAR(100),
  sentence VARCHAR(50),
  sentence_start DATE,
  sentence_end DATE,
  detention_place VARCHAR(100),
  recidivist BOOLEAN,
  four_histories VARCHAR(32),
  three_involved VARCHAR(32),
  has_team BOOLEAN,
  team_members VARCHAR(64),
  off_control BOOLEAN,
  off_control_reason VARCHAR(1024),
  off_control_procurator VARCHAR(1024),
  off_control_fixed VARCHAR(1024),
  missed_control BOOLEAN,
  missed_reason VARCHAR(1024),
  missed_procurator VARCHAR(1024),
  missed_fixed VARCHAR(1024),
  reward_punish VARCHAR(1024),
  penalty_change VARCHAR(1024),
  reoffended BOOLEAN,
  reoffence VARCHAR(100),
  end_type VARCHAR(2),
  remark VARCHAR(300),
  CONSTRAINT correction_person_key PRIMARY KEY (id),
  CONSTRAINT correction_person_status CHECK (status IN ('A', 'C')),
  CONSTRAINT correction_person_person_once UNIQUE (person_active),
  CONSTRAINT correction_person_correction_no_once UNIQUE (correction_no_active)
);
CREATE INDEX correction_person_list ON correction_person (area, status, id DESC);
CREATE INDEX correction_person_person ON correction_person (person);
CREATE INDEX correction_person_grid ON correction_person (grid, status);
CREATE INDEX correction_person_joined_date_sort ON correction_person (area, status, joined_date, id);
CREATE INDEX correction_person_responsible ON correction_person (responsible);
CREATE INDEX correction_person_correction_no ON correction_person (correction_no);

-- 严重精神障碍患者.
CREATE TABLE psych_person (
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
  grid VARCHAR(15),
  joined_date DATE,
  basis_document VARCHAR(200),
  focus_level VARCHAR(2),
  responsible CHAR(16) FOR BIT DATA,
  guardian_name VARCHAR(50),
  guardian_id_number VARCHAR(30),
  guardian_phone VARCHAR(20),
  guardian_reward BOOLEAN,
  diagnosis VARCHAR(2),
  first_onset DATE,
  risk_level VARCHAR(2),
  incident_history BOOLEAN,
  incident_count INTEGER,
  incident_last DATE,
  treatment VARCHAR(2),
  hospital VARCHAR(100),
  hospital_reason VARCHAR(32),
  medicine_free BOOLEAN,
  rehab_org VARCHAR(100),
  managers VARCHAR(32),
  aid VARCHAR(64),
  economic VARCHAR(2),
  low_income BOOLEAN,
  remark VARCHAR(300),
  CONSTRAINT psych_person_key PRIMARY KEY (id),
  CONSTRAINT psych_person_status CHECK (status IN ('A', 'C')),
  CONSTRAINT psych_person_person_once UNIQUE (person_active)
);
CREATE INDEX psych_person_list ON psych_person (area, status, id DESC);
CREATE INDEX psych_person_person ON psych_person (person);
CREATE INDEX psych_person_grid ON psych_person (grid, status);
CREATE INDEX psych_person_joined_date_sort ON psych_person (area, status, joined_date, id);
CREATE INDEX psych_person_responsible ON psych_person (responsible);

-- 吸毒人员.
CREATE TABLE drug_person (
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
  grid VARCHAR(15),
  joined_date DATE,
  basis_document VARCHAR(200),
  focus_level VARCHAR(2),
  responsible CHAR(16) FOR BIT DATA,
  first_found DATE,
  drug_reason VARCHAR(2),
  control VARCHAR(2),
  controller_name VARCHAR(50),
  controller_phone VARCHAR(20),
  criminal_record BOOLEAN,
  criminal_detail VARCHAR(1024),
  measure VARCHAR(2),
  agreement_date DATE,
  measure_start DATE,
  measure_end DATE,
  test_last_date DATE,
  test_result VARCHAR(2),
  helper_name VARCHAR(50),
  helper_phone VARCHAR(20),
  aid VARCHAR(1024),
  remark VARCHAR(300),
  CONSTRAINT drug_person_key PRIMARY KEY (id),
  CONSTRAINT drug_person_status CHECK (status IN ('A', 'C')),
  CONSTRAINT drug_person_person_once UNIQUE (person_active)
);
CREATE INDEX drug_person_list ON drug_person (area, status, id DESC);
CREATE INDEX drug_person_person ON drug_person (person);
CREATE INDEX drug_person_grid ON drug_person (grid, status);
CREATE INDEX drug_person_joined_date_sort ON drug_person (area, status, joined_date, id);
CREATE INDEX drug_person_responsible ON drug_person (responsible);

-- 重点青少年.
CREATE TABLE key_youth (
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
  youth_type VARCHAR(2),
  family VARCHAR(2),
  grid VARCHAR(15),
  joined_date DATE,
  basis_document VARCHAR(200),
  focus_level VARCHAR(2),
  responsible CHAR(16) FOR BIT DATA,
  guardian_name VARCHAR(50),
  guardian_id_number VARCHAR(30),
  guardian_relation VARCHAR(2),
  guardian_phone VARCHAR(20),
  guardian_address VARCHAR(200),
  guard_status VARCHAR(2),
  study_status VARCHAR(2),
  school_name VARCHAR(100),
  dropout_reason VARCHAR(2),
  job_status VARCHAR(2),
  helper_name VARCHAR(50),
  helper_phone VARCHAR(20),
  aid_method VARCHAR(2),
  aid VARCHAR(1024),
  offended BOOLEAN,
  offence_detail VARCHAR(1024),
  remark VARCHAR(300),
  CONSTRAINT key_youth_key PRIMARY KEY (id),
  CONSTRAINT key_youth_status CHECK (status IN ('A', 'C')),
  CONSTRAINT key_youth_person_once UNIQUE (person_active)
);
CREATE INDEX key_youth_list ON key_youth (area, status, id DESC);
CREATE INDEX key_youth_person ON key_youth (person);
CREATE INDEX key_youth_grid ON key_youth (grid, status);
CREATE INDEX key_youth_joined_date_sort ON key_youth (area, status, joined_date, id);
CREATE INDEX key_youth_responsible ON key_youth (responsible);

-- 留守儿童.
CREATE TABLE left_behind_child (
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
  has_hukou BOOLEAN,
  health VARCHAR(2),
  vaccinated BOOLEAN,
  grid VARCHAR(15),
  joined_date DATE,
  basis_document VARCHAR(200),
  focus_level VARCHAR(2),
  responsible CHAR(16) FOR BIT DATA,
  father_away BOOLEAN,
  father_name VARCHAR(50),
  father_phone VARCHAR(20),
  father_place VARCHAR(200),
  mother_away BOOLEAN,
  mother_name VARCHAR(50),
  mother_phone VARCHAR(20),
  mother_place VARCHAR(200),
  away_since DATE,
  home_visits INTEGER,
  contact_frequency VARCHAR(2),
  carer_name VARCHAR(50),
  carer CHAR(16) FOR BIT DATA,
  carer_relation VARCHAR(2),
  carer_phone VARCHAR(20),
  carer_health VARCHAR(2),
  carer_agreement BOOLEAN,
  guard_status VARCHAR(2),
  study_status VARCHAR(2),
  school_name VARCHAR(100),
  grade_class VARCHAR(50),
  boarding BOOLEAN,
  family_income DECIMAL(8,2),
  difficulties VARCHAR(1024),
  aid VARCHAR(1024),
  child_director CHAR(16) FOR BIT DATA,
  remark VARCHAR(300),
  CONSTRAINT left_behind_child_key PRIMARY KEY (id),
  CONSTRAINT left_behind_child_status CHECK (status IN ('A', 'C')),
  CONSTRAINT left_behind_child_person_once UNIQUE (person_active)
);
CREATE INDEX left_behind_child_list ON left_behind_child (area, status, id DESC);
CREATE INDEX left_behind_child_person ON left_behind_child (person);
CREATE INDEX left_behind_child_grid ON left_behind_child (grid, status);
CREATE INDEX left_behind_child_joined_date_sort ON left_behind_child (area, status, joined_date, id);
CREATE INDEX left_behind_child_responsible ON left_behind_child (responsible);
CREATE INDEX left_behind_child_carer ON left_behind_child (carer);
CREATE INDEX left_behind_child_child_director ON left_behind_child (child_director);

-- 困境儿童.
CREATE TABLE child_in_need (
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
  child_type VARCHAR(2),
  cause VARCHAR(500),
  father_status VARCHAR(2),
  mother_status VARCHAR(2),
  grid VARCHAR(15),
  joined_date DATE,
  basis_document VARCHAR(200),
  focus_level VARCHAR(2),
  responsible CHAR(16) FOR BIT DATA,
  guardian_name VARCHAR(50),
  guardian_id_number VARCHAR(30),
  guardian_relation VARCHAR(2),
  guardian_phone VARCHAR(20),
  guard_status VARCHAR(2),
  care_place VARCHAR(2),
  health VARCHAR(2),
  illness VARCHAR(100),
  study_status VARCHAR(2),
  school_name VARCHAR(100),
  allowance BOOLEAN,
  allowance_amount DECIMAL(8,2),
  allowance_start DATE,
  helper_name VARCHAR(50),
  helper_phone VARCHAR(20),
  needs VARCHAR(40),
  aid VARCHAR(1024),
  remark VARCHAR(300),
  CONSTRAINT child_in_need_key PRIMARY KEY (id),
  CONSTRAINT child_in_need_status CHECK (status IN ('A', 'C')),
  CONSTRAINT child_in_need_person_once UNIQUE (person_active)
);
CREATE INDEX child_in_need_list ON child_in_need (area, status, id DESC);
CREATE INDEX child_in_need_person ON child_in_need (person);
CREATE INDEX child_in_need_grid ON child_in_need (grid, status);
CREATE INDEX child_in_need_joined_date_sort ON child_in_need (area, status, joined_date, id);
CREATE INDEX child_in_need_responsible ON child_in_need (responsible);

-- 老年人.
CREATE TABLE elderly (
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
  elderly_type VARCHAR(2),
  living VARCHAR(2),
  self_care VARCHAR(2),
  health VARCHAR(2),
  chronic VARCHAR(200),
  grid VARCHAR(15),
  joined_date DATE,
  basis_document VARCHAR(200),
  focus_level VARCHAR(2),
  responsible CHAR(16) FOR BIT DATA,
  contact_name VARCHAR(50),
  contact_relation VARCHAR(2),
  contact_phone VARCHAR(20),
  spouse_status VARCHAR(2),
  children_count INTEGER,
  helper_name VARCHAR(50),
  helper_phone VARCHAR(20),
  income_source VARCHAR(2),
  pension DECIMAL(9,2),
  pension_insurance BOOLEAN,
  medical_insurance BOOLEAN,
  advanced_allowance BOOLEAN,
  needs VARCHAR(40),
  smart_device BOOLEAN,
  elderly_cert VARCHAR(18),
  work_start DATE,
  retire_unit VARCHAR(30),
  retire_post VARCHAR(30),
  retire_date DATE,
  remark VARCHAR(300),
  CONSTRAINT elderly_key PRIMARY KEY (id),
  CONSTRAINT elderly_status CHECK (status IN ('A', 'C')),
  CONSTRAINT elderly_person_once UNIQUE (person_active)
);
CREATE INDEX elderly_list ON elderly (area, status, id DESC);
CREATE INDEX elderly_person ON elderly (person);
CREATE INDEX elderly_grid ON elderly (grid, status);
CREATE INDEX elderly_joined_date_sort ON elderly (area, status, joined_date, id);
CREATE INDEX elderly_responsible ON elderly (responsible);

-- 残疾人.
CREATE TABLE disabled_person (
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
  disability_types VARCHAR(16),
  disability_level VARCHAR(1),
  has_cert BOOLEAN,
  cert_no VARCHAR(24),
  cert_date DATE,
  cause VARCHAR(2),
  since DATE,
  grid VARCHAR(15),
  joined_date DATE,
  basis_document VARCHAR(200),
  focus_level VARCHAR(2),
  responsible CHAR(16) FOR BIT DATA,
  self_care VARCHAR(2),
  labour VARCHAR(2),
  skills VARCHAR(100),
  job_status VARCHAR(2),
  guardian_name VARCHAR(50),
  guardian_relation VARCHAR(2),
  guardian_phone VARCHAR(20),
  living_allowance BOOLEAN,
  nursing_allowance BOOLEAN,
  aids VARCHAR(200),
  barrier_free VARCHAR(2),
  needs VARCHAR(40),
  remark VARCHAR(300),
  CONSTRAINT disabled_person_key PRIMARY KEY (id),
  CONSTRAINT disabled_person_status CHECK (status IN ('A', 'C')),
  CONSTRAINT disabled_person_person_once UNIQUE (person_active)
);
CREATE INDEX disabled_person_list ON disabled_person (area, status, id DESC);
CREATE INDEX disabled_person_person ON disabled_person (person);
CREATE INDEX disabled_person_grid ON disabled_person (grid, status);
CREATE INDEX disabled_person_joined_date_sort ON disabled_person (area, status, joined_date, id);
CREATE INDEX disabled_person_responsible ON disabled_person (responsible);

-- 困难家庭.
CREATE TABLE hardship_family (
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
  household_active CHAR(16) FOR BIT DATA
    GENERATED ALWAYS AS (CASE WHEN status = 'A' THEN household END),
  hardship_type VARCHAR(2),
  help_reason VARCHAR(2),
  family_count INTEGER,
  covered_count INTEGER,
  support_form VARCHAR(2),
  grid VARCHAR(15),
  joined_date DATE,
  basis_document VARCHAR(200),
  focus_level VARCHAR(2),
  responsible CHAR(16) FOR BIT DATA,
  cert_no VARCHAR(30),
  amount DECIMAL(10,2),
  start_date DATE,
  end_date DATE,
  end_reason VARCHAR(2),
  family_income DECIMAL(10,2),
  income_source VARCHAR(2),
  house_condition VARCHAR(1),
  major_illness VARCHAR(200),
  students INTEGER,
  labour_count INTEGER,
  helper_name VARCHAR(50),
  helper_unit VARCHAR(100),
  helper_phone VARCHAR(20),
  measures VARCHAR(40),
  aid VARCHAR(1024),
  remark VARCHAR(300),
  CONSTRAINT hardship_family_key PRIMARY KEY (id),
  CONSTRAINT hardship_family_status CHECK (status IN ('A', 'C')),
  CONSTRAINT hardship_family_household_once UNIQUE (household_active)
);
CREATE INDEX hardship_family_list ON hardship_family (area, status, id DESC);
CREATE INDEX hardship_family_household ON hardship_family (household);
CREATE INDEX hardship_family_grid ON hardship_family (grid, status);
CREATE INDEX hardship_family_joined_date_sort ON hardship_family (area, status, joined_date, id);
CREATE INDEX hardship_family_responsible ON hardship_family (responsible);

-- 关爱帮扶计划.
CREATE TABLE care_plan (
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
  person CHAR(16) FOR BIT DATA,
  household CHAR(16) FOR BIT DATA,
  category VARCHAR(4),
  goal VARCHAR(500),
  measures VARCHAR(40),
  team VARCHAR(200),
  start_date DATE NOT NULL,
  end_date DATE,
  visit_interval_days INTEGER,
  grid VARCHAR(15),
  outcome VARCHAR(2),
  summary VARCHAR(1024),
  remark VARCHAR(300),
  CONSTRAINT care_plan_key PRIMARY KEY (id),
  CONSTRAINT care_plan_status CHECK (status IN ('A', 'C'))
);
CREATE INDEX care_plan_list ON care_plan (area, status, id DESC);
CREATE INDEX care_plan_person ON care_plan (person);
CREATE INDEX care_plan_household ON care_plan (household);
CREATE INDEX care_plan_team ON care_plan (team, id, area);
CREATE INDEX care_plan_grid ON care_plan (grid, status);

-- 矛盾纠纷化解.
CREATE TABLE dispute (
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
  event CHAR(16) FOR BIT DATA NOT NULL,
  event_active CHAR(16) FOR BIT DATA
    GENERATED ALWAYS AS (CASE WHEN status = 'A' THEN event END),
  dispute_type VARCHAR(4),
  risk_level VARCHAR(2),
  solve_deadline DATE,
  solve_way VARCHAR(4),
  solve_org VARCHAR(100),
  solver_name VARCHAR(50),
  solver_name_initials VARCHAR(20),
  solver_name_initials2 VARCHAR(20),
  solver_phone VARCHAR(20),
  grid VARCHAR(15),
  solved BOOLEAN,
  solved_date DATE,
  solve_situation VARCHAR(2000),
  agreement_kind VARCHAR(2),
  agreement_no VARCHAR(50),
  judicial_confirm BOOLEAN,
  performed VARCHAR(2),
  evaluate_date DATE,
  evaluate_opinion VARCHAR(2000),
  remark VARCHAR(300),
  CONSTRAINT dispute_key PRIMARY KEY (id),
  CONSTRAINT dispute_status CHECK (status IN ('A', 'C')),
  CONSTRAINT dispute_event_once UNIQUE (event_active)
);
CREATE INDEX dispute_list ON dispute (area, status, id DESC);
CREATE INDEX dispute_event ON dispute (event);
CREATE INDEX dispute_solve_deadline_sort ON dispute (area, status, solve_deadline, id);
CREATE INDEX dispute_solve_org ON dispute (solve_org, id, area);
CREATE INDEX dispute_solver_name_initials ON dispute (solver_name_initials, id, area);
CREATE INDEX dispute_solver_name_initials2 ON dispute (solver_name_initials2, id, area);
CREATE INDEX dispute_solver_name ON dispute (solver_name, id, area);
CREATE INDEX dispute_grid ON dispute (grid, status);

-- 事件当事人.
CREATE TABLE event_party (
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
  event CHAR(16) FOR BIT DATA NOT NULL,
  is_main BOOLEAN,
  stance VARCHAR(1),
  person CHAR(16) FOR BIT DATA,
  name VARCHAR(80) NOT NULL,
  name_initials VARCHAR(20),
  name_initials2 VARCHAR(20),
  doc_type VARCHAR(3),
  doc_number VARCHAR(30),
  sex VARCHAR(1),
  party_class VARCHAR(4),
  address VARCHAR(200),
  phone VARCHAR(20),
  grid VARCHAR(15),
  education VARCHAR(2),
  nation VARCHAR(2),
  remark VARCHAR(300),
  CONSTRAINT event_party_key PRIMARY KEY (id),
  CONSTRAINT event_party_status CHECK (status IN ('A', 'C'))
);
CREATE INDEX event_party_list ON event_party (area, status, id DESC);
CREATE INDEX event_party_event ON event_party (event);
CREATE INDEX event_party_person ON event_party (person);
CREATE INDEX event_party_name_initials ON event_party (name_initials, id, area);
CREATE INDEX event_party_name_initials2 ON event_party (name_initials2, id, area);
CREATE INDEX event_party_name ON event_party (name, id, area);
CREATE INDEX event_party_doc_number ON event_party (doc_number);
CREATE INDEX event_party_phone ON event_party (phone);
CREATE INDEX event_party_grid ON event_party (grid, status);

-- 走访服务.
CREATE TABLE visit_record (
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
  person CHAR(16) FOR BIT DATA,
  household CHAR(16) FOR BIT DATA,
  category VARCHAR(4),
  visit_date DATE NOT NULL,
  visit_way VARCHAR(2),
  visitor CHAR(16) FOR BIT DATA,
  companions VARCHAR(100),
  met_person BOOLEAN,
  grid VARCHAR(15),
  situation VARCHAR(1024),
  difficulty VARCHAR(1024),
  measures VARCHAR(1024),
  related_event CHAR(16) FOR BIT DATA,
  next_visit_date DATE,
  planned_date DATE,
  remark VARCHAR(300),
  CONSTRAINT visit_record_key PRIMARY KEY (id),
  CONSTRAINT visit_record_status CHECK (status IN ('A', 'C'))
);
CREATE INDEX visit_record_list ON visit_record (area, status, id DESC);
CREATE INDEX visit_record_person ON visit_record (person);
CREATE INDEX visit_record_household ON visit_record (household);
CREATE INDEX visit_record_visit_date_sort ON visit_record (area, status, visit_date, id);
CREATE INDEX visit_record_visitor ON visit_record (visitor);
CREATE INDEX visit_record_companions ON visit_record (companions, id, area);
CREATE INDEX visit_record_grid ON visit_record (grid, status);
CREATE INDEX visit_record_related_event ON visit_record (related_event);

-- 民生服务代办.
CREATE TABLE service_request (
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
  applicant CHAR(16) FOR BIT DATA,
  applicant_name VARCHAR(50),
  applicant_name_initials VARCHAR(20),
  applicant_name_initials2 VARCHAR(20),
  applicant_phone VARCHAR(20),
  matter VARCHAR(2) NOT NULL,
  detail VARCHAR(1024),
  accept_date DATE,
  agent CHAR(16) FOR BIT DATA,
  department VARCHAR(100),
  promise_date DATE,
  grid VARCHAR(15),
  finish_date DATE,
  result VARCHAR(500),
  satisfaction VARCHAR(2),
  remark VARCHAR(300),
  CONSTRAINT service_request_key PRIMARY KEY (id),
  CONSTRAINT service_request_status CHECK (status IN ('A', 'C'))
);
CREATE INDEX service_request_list ON service_request (area, status, id DESC);
CREATE INDEX service_request_applicant ON service_request (applicant);
CREATE INDEX service_request_applicant_name_initials ON service_request (applicant_name_initials, id, area);
CREATE INDEX service_request_applicant_name_initials2 ON service_request (applicant_name_initials2, id, area);
CREATE INDEX service_request_applicant_name ON service_request (applicant_name, id, area);
CREATE INDEX service_request_applicant_phone ON service_request (applicant_phone);
CREATE INDEX service_request_accept_date_sort ON service_request (area, status, accept_date, id);
CREATE INDEX service_request_agent ON service_request (agent);
CREATE INDEX service_request_grid ON service_request (grid, status);

-- 任务派单.
CREATE TABLE grid_task (
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
  title VARCHAR(100) NOT NULL,
  task_no VARCHAR(32),
  task_no_active VARCHAR(32)
    GENERATED ALWAYS AS (CASE WHEN status = 'A' THEN task_no END),
  task_kind VARCHAR(2),
  urgency VARCHAR(2),
  content VARCHAR(2000),
  issuer VARCHAR(100),
  receivers VARCHAR(200),
  worker CHAR(16) FOR BIT DATA,
  issue_time TIMESTAMP,
  deadline TIMESTAMP,
  grid VARCHAR(15),
  state VARCHAR(2),
  signed_time TIMESTAMP,
  result VARCHAR(1024),
  finished_time TIMESTAMP,
  rating VARCHAR(2),
  remark VARCHAR(300),
  CONSTRAINT grid_task_key PRIMARY KEY (id),
  CONSTRAINT grid_task_status CHECK (status IN ('A', 'C')),
  CONSTRAINT grid_task_task_no_once UNIQUE (area, task_no_active)
);
CREATE INDEX grid_task_list ON grid_task (area, status, id DESC);
CREATE INDEX grid_task_title ON grid_task (title, id, area);
CREATE INDEX grid_task_task_no ON grid_task (task_no);
CREATE INDEX grid_task_worker ON grid_task (worker);
CREATE INDEX grid_task_deadline_sort ON grid_task (area, status, deadline, id);
CREATE INDEX grid_task_grid ON grid_task (grid, status);

-- 民情日记.
CREATE TABLE work_log (
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
  worker CHAR(16) FOR BIT DATA NOT NULL,
  log_date DATE NOT NULL,
  weather VARCHAR(20),
  households_visited INTEGER,
  places_checked INTEGER,
  content VARCHAR(2000),
  opinion VARCHAR(2000),
  plan VARCHAR(500),
  grid VARCHAR(15),
  read_by VARCHAR(50),
  read_by_initials VARCHAR(20),
  read_by_initials2 VARCHAR(20),
  read_date DATE,
  comment_text VARCHAR(500),
  remark VARCHAR(300),
  CONSTRAINT work_log_key PRIMARY KEY (id),
  CONSTRAINT work_log_status CHECK (status IN ('A', 'C'))
);
CREATE INDEX work_log_list ON work_log (area, status, id DESC);
CREATE INDEX work_log_worker ON work_log (worker);
CREATE INDEX work_log_log_date_sort ON work_log (area, status, log_date, id);
CREATE INDEX work_log_grid ON work_log (grid, status);
CREATE INDEX work_log_read_by_initials ON work_log (read_by_initials, id, area);
CREATE INDEX work_log_read_by_initials2 ON work_log (read_by_initials2, id, area);
CREATE INDEX work_log_read_by ON work_log (read_by, id, area);
