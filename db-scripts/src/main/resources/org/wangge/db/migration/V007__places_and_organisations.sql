-- The record types of organisations, places, public security, campuses and lines. Columns are named
-- as in V002. A record that belongs to another has that one's area and grid.

-- 综治机构.
CREATE TABLE zz_org (
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
  org_name VARCHAR(100) NOT NULL,
  org_name_initials VARCHAR(20),
  org_name_initials2 VARCHAR(20),
  org_name_sort VARCHAR(200),
  org_name_active VARCHAR(100)
    GENERATED ALWAYS AS (CASE WHEN status = 'A' THEN org_name END),
  org_type VARCHAR(2),
  org_level VARCHAR(2),
  parent_org CHAR(16) FOR BIT DATA,
  phone VARCHAR(20),
  address VARCHAR(80),
  leader_name VARCHAR(50),
  leader_phone VARCHAR(20),
  staff_count INTEGER,
  org_code VARCHAR(18),
  main_duty VARCHAR(1024),
  position VARCHAR(50),
  remark VARCHAR(300),
  CONSTRAINT zz_org_key PRIMARY KEY (id),
  CONSTRAINT zz_org_status CHECK (status IN ('A', 'C')),
  CONSTRAINT zz_org_org_name_once UNIQUE (area, org_name_active)
);
CREATE INDEX zz_org_list ON zz_org (area, status, id DESC);
CREATE INDEX zz_org_org_name_initials ON zz_org (org_name_initials, id, area);
CREATE INDEX zz_org_org_name_initials2 ON zz_org (org_name_initials2, id, area);
CREATE INDEX zz_org_org_name ON zz_org (org_name, id, area);
CREATE INDEX zz_org_org_name_sort ON zz_org (area, status, org_name_sort, id);
CREATE INDEX zz_org_parent_org ON zz_org (parent_org);
CREATE INDEX zz_org_phone ON zz_org (phone);
CREATE INDEX zz_org_org_code ON zz_org (org_code);

-- 综治队伍人员.
CREATE TABLE zz_staff (
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
  org CHAR(16) FOR BIT DATA NOT NULL,
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
  staff_duty VARCHAR(2),
  staff_level VARCHAR(3),
  full_time BOOLEAN,
  mobile VARCHAR(20),
  tel VARCHAR(20),
  specialties VARCHAR(80),
  start_date DATE,
  end_date DATE,
  remark VARCHAR(300),
  CONSTRAINT zz_staff_key PRIMARY KEY (id),
  CONSTRAINT zz_staff_status CHECK (status IN ('A', 'C'))
);
CREATE INDEX zz_staff_list ON zz_staff (area, status, id DESC);
CREATE INDEX zz_staff_org ON zz_staff (org);
CREATE INDEX zz_staff_name_initials ON zz_staff (name_initials, id, area);
CREATE INDEX zz_staff_name_initials2 ON zz_staff (name_initials2, id, area);
CREATE INDEX zz_staff_name ON zz_staff (name, id, area);
CREATE INDEX zz_staff_name_sort ON zz_staff (area, status, name_sort, id);
CREATE INDEX zz_staff_id_number ON zz_staff (id_number);
CREATE INDEX zz_staff_mobile ON zz_staff (mobile);

-- 综治中心.
CREATE TABLE zz_centre (
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
  centre_name VARCHAR(100) NOT NULL,
  centre_name_initials VARCHAR(20),
  centre_name_initials2 VARCHAR(20),
  centre_name_sort VARCHAR(200),
  centre_name_active VARCHAR(100)
    GENERATED ALWAYS AS (CASE WHEN status = 'A' THEN centre_name END),
  centre_level VARCHAR(2),
  phone VARCHAR(20),
  leader_name VARCHAR(50),
  leader_phone VARCHAR(20),
  member_units VARCHAR(400),
  address VARCHAR(80),
  floor_area DECIMAL(10,2),
  position VARCHAR(50),
  remark VARCHAR(300),
  CONSTRAINT zz_centre_key PRIMARY KEY (id),
  CONSTRAINT zz_centre_status CHECK (status IN ('A', 'C')),
  CONSTRAINT zz_centre_centre_name_once UNIQUE (area, centre_name_active)
);
CREATE INDEX zz_centre_list ON zz_centre (area, status, id DESC);
CREATE INDEX zz_centre_centre_name_initials ON zz_centre (centre_name_initials, id, area);
CREATE INDEX zz_centre_centre_name_initials2 ON zz_centre (centre_name_initials2, id, area);
CREATE INDEX zz_centre_centre_name ON zz_centre (centre_name, id, area);
CREATE INDEX zz_centre_centre_name_sort ON zz_centre (area, status, centre_name_sort, id);
CREATE INDEX zz_centre_phone ON zz_centre (phone);

-- 综治视联网信息中心.
CREATE TABLE video_centre (
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
  centre_name VARCHAR(100) NOT NULL,
  centre_name_initials VARCHAR(20),
  centre_name_initials2 VARCHAR(20),
  centre_name_sort VARCHAR(200),
  centre_name_active VARCHAR(100)
    GENERATED ALWAYS AS (CASE WHEN status = 'A' THEN centre_name END),
  centre_level VARCHAR(2),
  phone VARCHAR(20),
  leader_name VARCHAR(50),
  leader_phone VARCHAR(20),
  address VARCHAR(80),
  full_time_staff INTEGER,
  camera_count INTEGER,
  staffed_24h BOOLEAN,
  annual_cost DECIMAL(12,2),
  floor_area DECIMAL(10,2),
  position VARCHAR(50),
  remark VARCHAR(300),
  CONSTRAINT video_centre_key PRIMARY KEY (id),
  CONSTRAINT video_centre_status CHECK (status IN ('A', 'C')),
  CONSTRAINT video_centre_centre_name_once UNIQUE (centre_name_active)
);
CREATE INDEX video_centre_list ON video_centre (area, status, id DESC);
CREATE INDEX video_centre_centre_name_initials ON video_centre (centre_name_initials, id, area);
CREATE INDEX video_centre_centre_name_initials2 ON video_centre (centre_name_initials2, id, area);
CREATE INDEX video_centre_centre_name ON video_centre (centre_name, id, area);
CREATE INDEX video_centre_centre_name_sort ON video_centre (area, status, centre_name_sort, id);
CREATE INDEX video_centre_phone ON video_centre (phone);

-- 群防群治组织.
CREATE TABLE mass_org (
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
  org_name VARCHAR(100) NOT NULL,
  org_name_initials VARCHAR(20),
  org_name_initials2 VARCHAR(20),
  org_name_sort VARCHAR(200),
  org_name_active VARCHAR(100)
    GENERATED ALWAYS AS (CASE WHEN status = 'A' THEN org_name END),
  org_type VARCHAR(2),
  org_level VARCHAR(2),
  guide_department VARCHAR(200),
  member_count INTEGER,
  leader_name VARCHAR(50),
  leader_phone VARCHAR(20),
  main_duty VARCHAR(1024),
  grid VARCHAR(15),
  address VARCHAR(200),
  founded_date DATE,
  remark VARCHAR(300),
  CONSTRAINT mass_org_key PRIMARY KEY (id),
  CONSTRAINT mass_org_status CHECK (status IN ('A', 'C')),
  CONSTRAINT mass_org_org_name_once UNIQUE (area, org_name_active)
);
CREATE INDEX mass_org_list ON mass_org (area, status, id DESC);
CREATE INDEX mass_org_org_name_initials ON mass_org (org_name_initials, id, area);
CREATE INDEX mass_org_org_name_initials2 ON mass_org (org_name_initials2, id, area);
CREATE INDEX mass_org_org_name ON mass_org (org_name, id, area);
CREATE INDEX mass_org_org_name_sort ON mass_org (area, status, org_name_sort, id);
CREATE INDEX mass_org_leader_phone ON mass_org (leader_phone);
CREATE INDEX mass_org_grid ON mass_org (grid, status);

-- 群防群治队伍人员.
CREATE TABLE mass_member (
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
  mass_org CHAR(16) FOR BIT DATA NOT NULL,
  name VARCHAR(50) NOT NULL,
  name_initials VARCHAR(20),
  name_initials2 VARCHAR(20),
  name_sort VARCHAR(200),
  doc_type VARCHAR(3),
  doc_number VARCHAR(30),
  sex VARCHAR(1),
  birth_date DATE,
  nation VARCHAR(2),
  political VARCHAR(2),
  education VARCHAR(2),
  duty VARCHAR(30),
  mobile VARCHAR(20),
  tel VARCHAR(20),
  specialties VARCHAR(80),
  grid VARCHAR(15),
  health VARCHAR(2),
  remark VARCHAR(300),
  CONSTRAINT mass_member_key PRIMARY KEY (id),
  CONSTRAINT mass_member_status CHECK (status IN ('A', 'C'))
);
CREATE INDEX mass_member_list ON mass_member (area, status, id DESC);
CREATE INDEX mass_member_mass_org ON mass_member (mass_org);
CREATE INDEX mass_member_name_initials ON mass_member (name_initials, id, area);
CREATE INDEX mass_member_name_initials2 ON mass_member (name_initials2, id, area);
CREATE INDEX mass_member_name ON mass_member (name, id, area);
CREATE INDEX mass_member_name_sort ON mass_member (area, status, name_sort, id);
CREATE INDEX mass_member_doc_number ON mass_member (doc_number);
CREATE INDEX mass_member_mobile ON mass_member (mobile);
CREATE INDEX mass_member_grid ON mass_member (grid, status);

-- 网格培训.
CREATE TABLE training (
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
  training_name VARCHAR(100) NOT NULL,
  training_kind VARCHAR(2),
  training_date DATE,
  hours DECIMAL(5,1),
  organiser VARCHAR(100),
  lecturer VARCHAR(100),
  venue VARCHAR(100),
  content VARCHAR(1000),
  expected_count INTEGER,
  attended_count INTEGER,
  tested BOOLEAN,
  effect_note VARCHAR(500),
  remark VARCHAR(300),
  CONSTRAINT training_key PRIMARY KEY (id),
  CONSTRAINT training_status CHECK (status IN ('A', 'C'))
);
CREATE INDEX training_list ON training (area, status, id DESC);
CREATE INDEX training_training_name ON training (training_name, id, area);
CREATE INDEX training_training_date_sort ON training (area, status, training_date, id);

-- 培训签到.
CREATE TABLE training_attendance (
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
  training CHAR(16) FOR BIT DATA NOT NULL,
  worker CHAR(16) FOR BIT DATA NOT NULL,
  attendance VARCHAR(2),
  absence_reason VARCHAR(100),
  result VARCHAR(2),
  remark VARCHAR(300),
  CONSTRAINT training_attendance_key PRIMARY KEY (id),
  CONSTRAINT training_attendance_status CHECK (status IN ('A', 'C'))
);
CREATE INDEX training_attendance_list ON training_attendance (area, status, id DESC);
CREATE INDEX training_attendance_training ON training_attendance (training);
CREATE INDEX training_attendance_worker ON training_attendance (worker);

-- 会议.
CREATE TABLE meeting (
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
  meeting_name VARCHAR(100) NOT NULL,
  meeting_kind VARCHAR(2),
  meeting_level VARCHAR(2),
  meeting_date DATE,
  venue VARCHAR(100),
  host VARCHAR(50),
  recorder VARCHAR(50),
  meeting_grid CHAR(16) FOR BIT DATA,
  expected_count INTEGER,
  attended_count INTEGER,
  attendees VARCHAR(1000),
  absentees VARCHAR(300),
  agenda VARCHAR(500),
  minutes VARCHAR(4000),
  warnings VARCHAR(1000),
  next_date DATE,
  remark VARCHAR(300),
  CONSTRAINT meeting_key PRIMARY KEY (id),
  CONSTRAINT meeting_status CHECK (status IN ('A', 'C'))
);
CREATE INDEX meeting_list ON meeting (area, status, id DESC);
CREATE INDEX meeting_meeting_name ON meeting (meeting_name, id, area);
CREATE INDEX meeting_meeting_date_sort ON meeting (area, status, meeting_date, id);
CREATE INDEX meeting_meeting_grid ON meeting (meeting_grid);

-- 会议议定事项.
CREATE TABLE meeting_item (
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
  meeting CHAR(16) FOR BIT DATA NOT NULL,
  item VARCHAR(300) NOT NULL,
  responsible_unit VARCHAR(100),
  responsible_name VARCHAR(50),
  deadline DATE,
  item_state VARCHAR(2),
  finished_date DATE,
  outcome VARCHAR(500),
  event CHAR(16) FOR BIT DATA,
  remark VARCHAR(300),
  CONSTRAINT meeting_item_key PRIMARY KEY (id),
  CONSTRAINT meeting_item_status CHECK (status IN ('A', 'C'))
);
CREATE INDEX meeting_item_list ON meeting_item (area, status, id DESC);
CREATE INDEX meeting_item_meeting ON meeting_item (meeting);
CREATE INDEX meeting_item_item ON meeting_item (item, id, area);
CREATE INDEX meeting_item_deadline_sort ON meeting_item (area, status, deadline, id);
CREATE INDEX meeting_item_event ON meeting_item (event);

-- 网格事项准入.
CREATE TABLE work_admission (
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
  matter_name VARCHAR(100) NOT NULL,
  department VARCHAR(100),
  department_initials VARCHAR(20),
  department_initials2 VARCHAR(20),
  department_sort VARCHAR(200),
  contact_name VARCHAR(50),
  contact_phone VARCHAR(20),
  basis VARCHAR(300),
  task VARCHAR(1000),
  frequency VARCHAR(2),
  applied_date DATE,
  grids VARCHAR(300),
  yearly_hours DECIMAL(6,1),
  funding DECIMAL(12,2),
  training_offered BOOLEAN,
  decision VARCHAR(2),
  decided_date DATE,
  decided_by VARCHAR(100),
  opinion VARCHAR(500),
  valid_from DATE,
  valid_until DATE,
  remark VARCHAR(300),
  CONSTRAINT work_admission_key PRIMARY KEY (id),
  CONSTRAINT work_admission_status CHECK (status IN ('A', 'C'))
);
CREATE INDEX work_admission_list ON work_admission (area, status, id DESC);
CREATE INDEX work_admission_matter_name ON work_admission (matter_name, id, area);
CREATE INDEX work_admission_department_initials ON work_admission (department_initials, id, area);
CREATE INDEX work_admission_department_initials2 ON work_admission (department_initials2, id, area);
CREATE INDEX work_admission_department ON work_admission (department, id, area);
CREATE INDEX work_admission_department_sort ON work_admission (area, status, department_sort, id);

-- 网格人员任免.
CREATE TABLE appointment (
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
  appointment_kind VARCHAR(2),
  appointment_date DATE,
  role VARCHAR(2),
  role_grid CHAR(16) FOR BIT DATA,
  document_no VARCHAR(50),
  decided_by VARCHAR(100),
  reason VARCHAR(300),
  handover BOOLEAN,
  remark VARCHAR(300),
  CONSTRAINT appointment_key PRIMARY KEY (id),
  CONSTRAINT appointment_status CHECK (status IN ('A', 'C'))
);
CREATE INDEX appointment_list ON appointment (area, status, id DESC);
CREATE INDEX appointment_worker ON appointment (worker);
CREATE INDEX appointment_appointment_date_sort ON appointment (area, status, appointment_date, id);
CREATE INDEX appointment_role_grid ON appointment (role_grid);
CREATE INDEX appointment_document_no ON appointment (document_no);

-- 网格人员考核.
CREATE TABLE staff_assessment (
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
  period VARCHAR(7) NOT NULL,
  reports INTEGER,
  reports_valid INTEGER,
  visits INTEGER,
  on_time_rate DECIMAL(5,2),
  satisfaction DECIMAL(5,2),
  score DECIMAL(5,2),
  grade VARCHAR(2),
  bonus DECIMAL(10,2),
  comment VARCHAR(300),
  remark VARCHAR(300),
  CONSTRAINT staff_assessment_key PRIMARY KEY (id),
  CONSTRAINT staff_assessment_status CHECK (status IN ('A', 'C'))
);
CREATE INDEX staff_assessment_list ON staff_assessment (area, status, id DESC);
CREATE INDEX staff_assessment_worker ON staff_assessment (worker);
CREATE INDEX staff_assessment_period ON staff_assessment (period);
CREATE INDEX staff_assessment_period_sort ON staff_assessment (area, status, period, id);

-- 网格荣誉.
CREATE TABLE honour (
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
  honour_name VARCHAR(100) NOT NULL,
  honour_kind VARCHAR(2),
  honour_level VARCHAR(2),
  recipient_name VARCHAR(100),
  recipient_name_initials VARCHAR(20),
  recipient_name_initials2 VARCHAR(20),
  worker CHAR(16) FOR BIT DATA,
  recipient_grid CHAR(16) FOR BIT DATA,
  awarded_by VARCHAR(100),
  award_date DATE,
  document_no VARCHAR(50),
  reason VARCHAR(1000),
  bonus DECIMAL(10,2),
  remark VARCHAR(300),
  CONSTRAINT honour_key PRIMARY KEY (id),
  CONSTRAINT honour_status CHECK (status IN ('A', 'C'))
);
CREATE INDEX honour_list ON honour (area, status, id DESC);
CREATE INDEX honour_honour_name ON honour (honour_name, id, area);
CREATE INDEX honour_recipient_name_initials ON honour (recipient_name_initials, id, area);
CREATE INDEX honour_recipient_name_initials2 ON honour (recipient_name_initials2, id, area);
CREATE INDEX honour_recipient_name ON honour (recipient_name, id, area);
CREATE INDEX honour_worker ON honour (worker);
CREATE INDEX honour_recipient_grid ON honour (recipient_grid);
CREATE INDEX honour_award_date_sort ON honour (area, status, award_date, id);

-- 综治领导责任制.
CREATE TABLE lead_duty (
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
  target_area VARCHAR(100) NOT NULL,
  target_level VARCHAR(2),
  actor_name VARCHAR(100),
  actor_level VARCHAR(2),
  policy_type VARCHAR(2),
  decision_date DATE,
  reason VARCHAR(1024),
  deadline DATE,
  result VARCHAR(1024),
  remark VARCHAR(300),
  CONSTRAINT lead_duty_key PRIMARY KEY (id),
  CONSTRAINT lead_duty_status CHECK (status IN ('A', 'C'))
);
CREATE INDEX lead_duty_list ON lead_duty (area, status, id DESC);
CREATE INDEX lead_duty_target_area ON lead_duty (target_area, id, area);
CREATE INDEX lead_duty_actor_name ON lead_duty (actor_name, id, area);
CREATE INDEX lead_duty_decision_date_sort ON lead_duty (area, status, decision_date, id);

-- 综治责任书.
CREATE TABLE duty_letter (
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
  year_ INTEGER NOT NULL,
  receiver CHAR(16) FOR BIT DATA NOT NULL,
  issuer CHAR(16) FOR BIT DATA,
  signer VARCHAR(50),
  signer_initials VARCHAR(20),
  signer_initials2 VARCHAR(20),
  signed_date DATE,
  items VARCHAR(2000),
  score DECIMAL(5,2),
  remark VARCHAR(300),
  CONSTRAINT duty_letter_key PRIMARY KEY (id),
  CONSTRAINT duty_letter_status CHECK (status IN ('A', 'C'))
);
CREATE INDEX duty_letter_list ON duty_letter (area, status, id DESC);
CREATE INDEX duty_letter_year_sort ON duty_letter (area, status, year_, id);
CREATE INDEX duty_letter_receiver ON duty_letter (receiver);
CREATE INDEX duty_letter_issuer ON duty_letter (issuer);
CREATE INDEX duty_letter_signer_initials ON duty_letter (signer_initials, id, area);
CREATE INDEX duty_letter_signer_initials2 ON duty_letter (signer_initials2, id, area);
CREATE INDEX duty_letter_signer ON duty_letter (signer, id, area);

-- 社会组织.
CREATE TABLE social_org (
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
  name_active VARCHAR(100)
    GENERATED ALWAYS AS (CASE WHEN status = 'A' THEN name END),
  uscc VARCHAR(18) NOT NULL,
  uscc_active VARCHAR(18)
    GENERATED ALWAYS AS (CASE WHEN status = 'A' THEN uscc END),
  register_no VARCHAR(32),
  org_type VARCHAR(2),
  org_status VARCHAR(1),
  register_authority VARCHAR(6),
  approved_date DATE,
  domicile VARCHAR(200),
  office_address VARCHAR(200),
  grid VARCHAR(15),
  legal_name VARCHAR(80),
  leader_name VARCHAR(80),
  leader_doc_type VARCHAR(3),
  leader_doc_number VARCHAR(30),
  leader_phone VARCHAR(20),
  security_name VARCHAR(50),
  security_phone VARCHAR(20),
  service_field VARCHAR(300),
  staff_count INTEGER,
  fund_source VARCHAR(100),
  foreign_background BOOLEAN,
  focus_level VARCHAR(2),
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
  CONSTRAINT social_org_key PRIMARY KEY (id),
  CONSTRAINT social_org_status CHECK (status IN ('A', 'C')),
  CONSTRAINT social_org_name_once UNIQUE (name_active),
  CONSTRAINT social_org_uscc_once UNIQUE (uscc_active)
);
CREATE INDEX social_org_list ON social_org (area, status, id DESC);
CREATE INDEX social_org_name_initials ON social_org (name_initials, id, area);
CREATE INDEX social_org_name_initials2 ON social_org (name_initials2, id, area);
CREATE INDEX social_org_name ON social_org (name, id, area);
CREATE INDEX social_org_name_sort ON social_org (area, status, name_sort, id);
CREATE INDEX social_org_uscc ON social_org (uscc);
CREATE INDEX social_org_register_no ON social_org (register_no);
CREATE INDEX social_org_approved_date_sort ON social_org (area, status, approved_date, id);
CREATE INDEX social_org_office_address ON social_org (office_address, id, area);
CREATE INDEX social_org_grid ON social_org (grid, status);
CREATE INDEX social_org_leader_phone ON social_org (leader_phone);

-- 两新组织从业人员.
CREATE TABLE org_employee (
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
  org_kind VARCHAR(2) NOT NULL,
  enterprise CHAR(16) FOR BIT DATA,
  social_org CHAR(16) FOR BIT DATA,
  delivery_point CHAR(16) FOR BIT DATA,
  key_place CHAR(16) FOR BIT DATA,
  post VARCHAR(50),
  start_date DATE,
  end_date DATE,
  contract BOOLEAN,
  insured BOOLEAN,
  dormitory BOOLEAN,
  grid VARCHAR(15),
  remark VARCHAR(300),
  CONSTRAINT org_employee_key PRIMARY KEY (id),
  CONSTRAINT org_employee_status CHECK (status IN ('A', 'C'))
);
CREATE INDEX org_employee_list ON org_employee (area, status, id DESC);
CREATE INDEX org_employee_person ON org_employee (person);
CREATE INDEX org_employee_enterprise ON org_employee (enterprise);
CREATE INDEX org_employee_social_org ON org_employee (social_org);
CREATE INDEX org_employee_delivery_point ON org_employee (delivery_point);
CREATE INDEX org_employee_key_place ON org_employee (key_place);
CREATE INDEX org_employee_post ON org_employee (post, id, area);
CREATE INDEX org_employee_grid ON org_employee (grid, status);

-- 安全检查记录.
CREATE TABLE safety_check (
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
  target_kind VARCHAR(2),
  target_name VARCHAR(100) NOT NULL,
  target_name_initials VARCHAR(20),
  target_name_initials2 VARCHAR(20),
  enterprise CHAR(16) FOR BIT DATA,
  social_org CHAR(16) FOR BIT DATA,
  key_place CHAR(16) FOR BIT DATA,
  delivery_point CHAR(16) FOR BIT DATA,
  school CHAR(16) FOR BIT DATA,
  house CHAR(16) FOR BIT DATA,
  road_line CHAR(16) FOR BIT DATA,
  check_date DATE,
  checkers VARCHAR(100),
  check_items VARCHAR(60),
  signed_by VARCHAR(50),
  grid VARCHAR(15),
  hazard VARCHAR(20),
  hazard_level VARCHAR(2),
  description VARCHAR(1024),
  measures VARCHAR(500),
  deadline DATE,
  recheck_date DATE,
  recheck_result VARCHAR(2),
  event CHAR(16) FOR BIT DATA,
  remark VARCHAR(300),
  CONSTRAINT safety_check_key PRIMARY KEY (id),
  CONSTRAINT safety_check_status CHECK (status IN ('A', 'C'))
);
CREATE INDEX safety_check_list ON safety_check (area, status, id DESC);
CREATE INDEX safety_check_target_name_initials ON safety_check (target_name_initials, id, area);
CREATE INDEX safety_check_target_name_initials2 ON safety_check (target_name_initials2, id, area);
CREATE INDEX safety_check_target_name ON safety_check (target_name, id, area);
CREATE INDEX safety_check_enterprise ON safety_check (enterprise);
CREATE INDEX safety_check_social_org ON safety_check (social_org);
CREATE INDEX safety_check_key_place ON safety_check (key_place);
CREATE INDEX safety_check_delivery_point ON safety_check (delivery_point);
CREATE INDEX safety_check_school ON safety_check (school);
CREATE INDEX safety_check_house ON safety_check (house);
CREATE INDEX safety_check_road_line ON safety_check (road_line);
CREATE INDEX safety_check_check_date_sort ON safety_check (area, status, check_date, id);
CREATE INDEX safety_check_grid ON safety_check (grid, status);
CREATE INDEX safety_check_event ON safety_check (event);

-- 重点场所.
CREATE TABLE key_place (
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
  place_name VARCHAR(255) NOT NULL,
  place_name_initials VARCHAR(20),
  place_name_initials2 VARCHAR(20),
  place_name_sort VARCHAR(200),
  place_kind VARCHAR(2),
  attribute VARCHAR(2),
  uscc VARCHAR(18),
  uscc_active VARCHAR(18)
    GENERATED ALWAYS AS (CASE WHEN status = 'A' THEN uscc END),
  address VARCHAR(200),
  house CHAR(16) FOR BIT DATA,
  floor_area DECIMAL(10,2),
  usage VARCHAR(100),
  grid VARCHAR(15),
  manager_name VARCHAR(50),
  manager_id_number VARCHAR(30),
  manager_phone VARCHAR(20),
  staff_count INTEGER,
  authority VARCHAR(100),
  opened_date DATE,
  hazard VARCHAR(20),
  fire_equipment BOOLEAN,
  exits_clear BOOLEAN,
  camera_count INTEGER,
  duty_letter BOOLEAN,
  position VARCHAR(50),
  remark VARCHAR(300),
  CONSTRAINT key_place_key PRIMARY KEY (id),
  CONSTRAINT key_place_status CHECK (status IN ('A', 'C')),
  CONSTRAINT key_place_uscc_once UNIQUE (uscc_active)
);
CREATE INDEX key_place_list ON key_place (area, status, id DESC);
CREATE INDEX key_place_place_name_initials ON key_place (place_name_initials, id, area);
CREATE INDEX key_place_place_name_initials2 ON key_place (place_name_initials2, id, area);
CREATE INDEX key_place_place_name ON key_place (place_name, id, area);
CREATE INDEX key_place_place_name_sort ON key_place (area, status, place_name_sort, id);
CREATE INDEX key_place_uscc ON key_place (uscc);
CREATE INDEX key_place_address ON key_place (address, id, area);
CREATE INDEX key_place_house ON key_place (house);
CREATE INDEX key_place_grid ON key_place (grid, status);
CREATE INDEX key_place_manager_phone ON key_place (manager_phone);

-- 寄递物流网点.
CREATE TABLE delivery_point (
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
  name_active VARCHAR(100)
    GENERATED ALWAYS AS (CASE WHEN status = 'A' THEN name END),
  uscc VARCHAR(18) NOT NULL,
  brand VARCHAR(50),
  delivery_scope VARCHAR(2),
  company_type VARCHAR(2),
  address VARCHAR(200),
  phone VARCHAR(20),
  grid VARCHAR(15),
  manager_name VARCHAR(50),
  manager_phone VARCHAR(20),
  security_name VARCHAR(50),
  security_phone VARCHAR(20),
  staff_count INTEGER,
  check_before_seal BOOLEAN,
  real_name BOOLEAN,
  xray_check BOOLEAN,
  camera_count INTEGER,
  xray_count INTEGER,
  licence_no VARCHAR(50),
  register_type VARCHAR(3),
  holding VARCHAR(3),
  position VARCHAR(50),
  remark VARCHAR(300),
  CONSTRAINT delivery_point_key PRIMARY KEY (id),
  CONSTRAINT delivery_point_status CHECK (status IN ('A', 'C')),
  CONSTRAINT delivery_point_name_once UNIQUE (area, name_active)
);
CREATE INDEX delivery_point_list ON delivery_point (area, status, id DESC);
CREATE INDEX delivery_point_name_initials ON delivery_point (name_initials, id, area);
CREATE INDEX delivery_point_name_initials2 ON delivery_point (name_initials2, id, area);
CREATE INDEX delivery_point_name ON delivery_point (name, id, area);
CREATE INDEX delivery_point_name_sort ON delivery_point (area, status, name_sort, id);
CREATE INDEX delivery_point_uscc ON delivery_point (uscc);
CREATE INDEX delivery_point_address ON delivery_point (address, id, area);
CREATE INDEX delivery_point_phone ON delivery_point (phone);
CREATE INDEX delivery_point_grid ON delivery_point (grid, status);
CREATE INDEX delivery_point_licence_no ON delivery_point (licence_no);

-- 重点地区排查整治.
CREATE TABLE key_area (
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
  area_name VARCHAR(100) NOT NULL,
  area_name_initials VARCHAR(20),
  area_name_initials2 VARCHAR(20),
  area_name_sort VARCHAR(200),
  problem VARCHAR(2),
  area_type VARCHAR(2),
  scope VARCHAR(400),
  grid VARCHAR(15),
  lead_unit VARCHAR(100),
  part_units VARCHAR(400),
  leader_name VARCHAR(50),
  leader_phone VARCHAR(20),
  deadline DATE,
  situation VARCHAR(1024),
  village_measures VARCHAR(500),
  criminal_solved INTEGER,
  public_order_handled INTEGER,
  finish_date DATE,
  effect VARCHAR(2),
  position VARCHAR(1000),
  remark VARCHAR(300),
  CONSTRAINT key_area_key PRIMARY KEY (id),
  CONSTRAINT key_area_status CHECK (status IN ('A', 'C'))
);
CREATE INDEX key_area_list ON key_area (area, status, id DESC);
CREATE INDEX key_area_area_name_initials ON key_area (area_name_initials, id, area);
CREATE INDEX key_area_area_name_initials2 ON key_area (area_name_initials2, id, area);
CREATE INDEX key_area_area_name ON key_area (area_name, id, area);
CREATE INDEX key_area_area_name_sort ON key_area (area, status, area_name_sort, id);
CREATE INDEX key_area_grid ON key_area (grid, status);
CREATE INDEX key_area_leader_phone ON key_area (leader_phone);
CREATE INDEX key_area_deadline_sort ON key_area (area, status, deadline, id);

-- 公共安全隐患.
CREATE TABLE security_hazard (
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
  hazard_name VARCHAR(100) NOT NULL,
  hazard_kind VARCHAR(4),
  hazard_level VARCHAR(2),
  found_date TIMESTAMP,
  finder CHAR(16) FOR BIT DATA,
  address VARCHAR(200),
  description VARCHAR(1024),
  owner_name VARCHAR(100),
  grid VARCHAR(15),
  target_kind VARCHAR(2),
  enterprise CHAR(16) FOR BIT DATA,
  social_org CHAR(16) FOR BIT DATA,
  key_place CHAR(16) FOR BIT DATA,
  delivery_point CHAR(16) FOR BIT DATA,
  school CHAR(16) FOR BIT DATA,
  house CHAR(16) FOR BIT DATA,
  road_line CHAR(16) FOR BIT DATA,
  measures VARCHAR(1024),
  deadline DATE,
  rectified_date DATE,
  recheck_result VARCHAR(2),
  event CHAR(16) FOR BIT DATA,
  position VARCHAR(50),
  remark VARCHAR(300),
  CONSTRAINT security_hazard_key PRIMARY KEY (id),
  CONSTRAINT security_hazard_status CHECK (status IN ('A', 'C'))
);
CREATE INDEX security_hazard_list ON security_hazard (area, status, id DESC);
CREATE INDEX security_hazard_hazard_name ON security_hazard (hazard_name, id, area);
CREATE INDEX security_hazard_found_date_sort ON security_hazard (area, status, found_date, id);
CREATE INDEX security_hazard_finder ON security_hazard (finder);
CREATE INDEX security_hazard_address ON security_hazard (address, id, area);
CREATE INDEX security_hazard_grid ON security_hazard (grid, status);
CREATE INDEX security_hazard_enterprise ON security_hazard (enterprise);
CREATE INDEX security_hazard_social_org ON security_hazard (social_org);
CREATE INDEX security_hazard_key_place ON security_hazard (key_place);
CREATE INDEX security_hazard_delivery_point ON security_hazard (delivery_point);
CREATE INDEX security_hazard_school ON security_hazard (school);
CREATE INDEX security_hazard_house ON security_hazard (house);
CREATE INDEX security_hazard_road_line ON security_hazard (road_line);
CREATE INDEX security_hazard_event ON security_hazard (event);

-- 治安巡逻记录.
CREATE TABLE patrol_record (
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
  patrol_team CHAR(16) FOR BIT DATA,
  members VARCHAR(200),
  start_time TIMESTAMP NOT NULL,
  end_time TIMESTAMP,
  patrol_area VARCHAR(200) NOT NULL,
  route VARCHAR(200),
  grid VARCHAR(15),
  found_ VARCHAR(1024),
  handled VARCHAR(1024),
  event CHAR(16) FOR BIT DATA,
  remark VARCHAR(300),
  CONSTRAINT patrol_record_key PRIMARY KEY (id),
  CONSTRAINT patrol_record_status CHECK (status IN ('A', 'C'))
);
CREATE INDEX patrol_record_list ON patrol_record (area, status, id DESC);
CREATE INDEX patrol_record_patrol_team ON patrol_record (patrol_team);
CREATE INDEX patrol_record_start_time_sort ON patrol_record (area, status, start_time, id);
CREATE INDEX patrol_record_patrol_area ON patrol_record (patrol_area, id, area);
CREATE INDEX patrol_record_grid ON patrol_record (grid, status);
CREATE INDEX patrol_record_event ON patrol_record (event);

-- 案（事）件.
CREATE TABLE case_event (
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
  case_name VARCHAR(100) NOT NULL,
  case_no VARCHAR(50),
  case_no_active VARCHAR(50)
    GENERATED ALWAYS AS (CASE WHEN status = 'A' THEN case_no END),
  case_scope VARCHAR(2),
  kind VARCHAR(2),
  case_type VARCHAR(2),
  nature VARCHAR(2),
  level VARCHAR(2),
  happen_date TIMESTAMP,
  address VARCHAR(200),
  grid VARCHAR(15),
  situation VARCHAR(2000),
  handling_unit VARCHAR(100),
  solved BOOLEAN,
  offenders INTEGER,
  at_large INTEGER,
  caught INTEGER,
  investigation_end DATE,
  main_name VARCHAR(80),
  main_doc_type VARCHAR(3),
  main_doc_number VARCHAR(30),
  reported_by CHAR(16) FOR BIT DATA,
  source_event CHAR(16) FOR BIT DATA,
  position VARCHAR(50),
  attachments_note VARCHAR(256),
  remark VARCHAR(300),
  CONSTRAINT case_event_key PRIMARY KEY (id),
  CONSTRAINT case_event_status CHECK (status IN ('A', 'C')),
  CONSTRAINT case_event_case_no_once UNIQUE (case_no_active)
);
CREATE INDEX case_event_list ON case_event (area, status, id DESC);
CREATE INDEX case_event_case_name ON case_event (case_name, id, area);
CREATE INDEX case_event_case_no ON case_event (case_no);
CREATE INDEX case_event_happen_date_sort ON case_event (area, status, happen_date, id);
CREATE INDEX case_event_grid ON case_event (grid, status);
CREATE INDEX case_event_reported_by ON case_event (reported_by);
CREATE INDEX case_event_source_event ON case_event (source_event);

-- 案（事）件相关人员.
CREATE TABLE case_person (
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
  case_event CHAR(16) FOR BIT DATA NOT NULL,
  party_type VARCHAR(2),
  person CHAR(16) FOR BIT DATA,
  name VARCHAR(80) NOT NULL,
  name_initials VARCHAR(20),
  name_initials2 VARCHAR(20),
  former_name VARCHAR(50),
  doc_type VARCHAR(3),
  doc_number VARCHAR(30),
  sex VARCHAR(1),
  birth_date DATE,
  is_minor BOOLEAN,
  is_youth BOOLEAN,
  is_psych BOOLEAN,
  domicile_place VARCHAR(12),
  domicile_address VARCHAR(80),
  residence_place VARCHAR(12),
  residence_address VARCHAR(80),
  grid VARCHAR(15),
  nationality VARCHAR(3),
  nation VARCHAR(2),
  native_place VARCHAR(6),
  marital VARCHAR(2),
  political VARCHAR(2),
  education VARCHAR(2),
  occupation_class VARCHAR(5),
  occupation VARCHAR(30),
  workplace VARCHAR(100),
  remark VARCHAR(300),
  CONSTRAINT case_person_key PRIMARY KEY (id),
  CONSTRAINT case_person_status CHECK (status IN ('A', 'C'))
);
CREATE INDEX case_person_list ON case_person (area, status, id DESC);
CREATE INDEX case_person_case_event ON case_person (case_event);
CREATE INDEX case_person_person ON case_person (person);
CREATE INDEX case_person_name_initials ON case_person (name_initials, id, area);
CREATE INDEX case_person_name_initials2 ON case_person (name_initials2, id, area);
CREATE INDEX case_person_name ON case_person (name, id, area);
CREATE INDEX case_person_doc_number ON case_person (doc_number);
CREATE INDEX case_person_grid ON case_person (grid, status);

-- 学校.
CREATE TABLE school (
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
  school_name VARCHAR(100) NOT NULL,
  school_name_initials VARCHAR(20),
  school_name_initials2 VARCHAR(20),
  school_name_sort VARCHAR(200),
  school_name_active VARCHAR(100)
    GENERATED ALWAYS AS (CASE WHEN status = 'A' THEN school_name END),
  school_code VARCHAR(10),
  school_code_active VARCHAR(10)
    GENERATED ALWAYS AS (CASE WHEN status = 'A' THEN school_code END),
  school_type VARCHAR(2),
  address VARCHAR(200),
  education_authority VARCHAR(6),
  grid VARCHAR(15),
  student_count INTEGER,
  teacher_count INTEGER,
  boarding_count INTEGER,
  left_behind_count INTEGER,
  guard_count INTEGER,
  head_name VARCHAR(50),
  head_phone VARCHAR(20),
  vice_security_name VARCHAR(50),
  vice_security_phone VARCHAR(20),
  security_name VARCHAR(50),
  security_phone VARCHAR(20),
  police_name VARCHAR(50),
  police_phone VARCHAR(20),
  legal_vice_head VARCHAR(50),
  camera_count INTEGER,
  alarm_button BOOLEAN,
  closed_campus BOOLEAN,
  guard_post BOOLEAN,
  bus_count INTEGER,
  canteen BOOLEAN,
  hazard VARCHAR(20),
  position VARCHAR(1000),
  remark VARCHAR(300),
  CONSTRAINT school_key PRIMARY KEY (id),
  CONSTRAINT school_status CHECK (status IN ('A', 'C')),
  CONSTRAINT school_school_name_once UNIQUE (area, school_name_active),
  CONSTRAINT school_school_code_once UNIQUE (school_code_active)
);
CREATE INDEX school_list ON school (area, status, id DESC);
CREATE INDEX school_school_name_initials ON school (school_name_initials, id, area);
CREATE INDEX school_school_name_initials2 ON school (school_name_initials2, id, area);
CREATE INDEX school_school_name ON school (school_name, id, area);
CREATE INDEX school_school_name_sort ON school (area, status, school_name_sort, id);
CREATE INDEX school_school_code ON school (school_code);
CREATE INDEX school_address ON school (address, id, area);
CREATE INDEX school_grid ON school (grid, status);
CREATE INDEX school_head_phone ON school (head_phone);

-- 校园周边场所.
CREATE TABLE campus_place (
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
  school CHAR(16) FOR BIT DATA NOT NULL,
  place_name VARCHAR(100) NOT NULL,
  place_name_initials VARCHAR(20),
  place_name_initials2 VARCHAR(20),
  place_name_sort VARCHAR(200),
  place_kind VARCHAR(2),
  key_place CHAR(16) FOR BIT DATA,
  address VARCHAR(200),
  distance INTEGER,
  grid VARCHAR(15),
  owner_name VARCHAR(50),
  owner_phone VARCHAR(20),
  licensed BOOLEAN,
  sells_to_minors BOOLEAN,
  position VARCHAR(50),
  remark VARCHAR(300),
  CONSTRAINT campus_place_key PRIMARY KEY (id),
  CONSTRAINT campus_place_status CHECK (status IN ('A', 'C'))
);
CREATE INDEX campus_place_list ON campus_place (area, status, id DESC);
CREATE INDEX campus_place_school ON campus_place (school);
CREATE INDEX campus_place_place_name_initials ON campus_place (place_name_initials, id, area);
CREATE INDEX campus_place_place_name_initials2 ON campus_place (place_name_initials2, id, area);
CREATE INDEX campus_place_place_name ON campus_place (place_name, id, area);
CREATE INDEX campus_place_place_name_sort ON campus_place (area, status, place_name_sort, id);
CREATE INDEX campus_place_key_place ON campus_place (key_place);
CREATE INDEX campus_place_address ON campus_place (address, id, area);
CREATE INDEX campus_place_grid ON campus_place (grid, status);
CREATE INDEX campus_place_owner_phone ON campus_place (owner_phone);

-- 学校周边重点人员.
CREATE TABLE campus_person (
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
  school CHAR(16) FOR BIT DATA NOT NULL,
  person CHAR(16) FOR BIT DATA NOT NULL,
  harm_level VARCHAR(2),
  focus BOOLEAN,
  measures VARCHAR(500),
  responsible CHAR(16) FOR BIT DATA,
  review_date DATE,
  grid VARCHAR(15),
  remark VARCHAR(300),
  CONSTRAINT campus_person_key PRIMARY KEY (id),
  CONSTRAINT campus_person_status CHECK (status IN ('A', 'C'))
);
CREATE INDEX campus_person_list ON campus_person (area, status, id DESC);
CREATE INDEX campus_person_school ON campus_person (school);
CREATE INDEX campus_person_person ON campus_person (person);
CREATE INDEX campus_person_responsible ON campus_person (responsible);
CREATE INDEX campus_person_review_date_sort ON campus_person (area, status, review_date, id);
CREATE INDEX campus_person_grid ON campus_person (grid, status);

-- 校园及周边安全隐患排查.
CREATE TABLE campus_hazard (
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
  school CHAR(16) FOR BIT DATA NOT NULL,
  check_date DATE NOT NULL,
  checkers VARCHAR(100),
  areas VARCHAR(40),
  grid VARCHAR(15),
  hazard_kinds VARCHAR(40),
  hazard_level VARCHAR(2),
  description VARCHAR(1024),
  measures VARCHAR(1024),
  responsible_unit VARCHAR(100),
  deadline DATE,
  recheck_result VARCHAR(2),
  event CHAR(16) FOR BIT DATA,
  remark VARCHAR(300),
  CONSTRAINT campus_hazard_key PRIMARY KEY (id),
  CONSTRAINT campus_hazard_status CHECK (status IN ('A', 'C'))
);
CREATE INDEX campus_hazard_list ON campus_hazard (area, status, id DESC);
CREATE INDEX campus_hazard_school ON campus_hazard (school);
CREATE INDEX campus_hazard_check_date_sort ON campus_hazard (area, status, check_date, id);
CREATE INDEX campus_hazard_grid ON campus_hazard (grid, status);
CREATE INDEX campus_hazard_description ON campus_hazard (description, id, area);
CREATE INDEX campus_hazard_event ON campus_hazard (event);

-- 涉及师生安全的案（事）件.
CREATE TABLE campus_case (
  id CHAR(16) FOR BIT DATA NOT NULL,
  school CHAR(16) FOR BIT DATA NOT NULL,
  inside_campus BOOLEAN,
  students_hurt INTEGER,
  teachers_hurt INTEGER,
  CONSTRAINT campus_case_key PRIMARY KEY (id),
  CONSTRAINT campus_case_core FOREIGN KEY (id) REFERENCES case_event (id)
);
CREATE INDEX campus_case_school ON campus_case (school);

-- 护学岗值守记录.
CREATE TABLE guard_duty (
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
  school CHAR(16) FOR BIT DATA NOT NULL,
  duty_date DATE NOT NULL,
  period VARCHAR(1),
  members VARCHAR(200),
  found_ VARCHAR(500),
  event CHAR(16) FOR BIT DATA,
  grid VARCHAR(15),
  remark VARCHAR(300),
  CONSTRAINT guard_duty_key PRIMARY KEY (id),
  CONSTRAINT guard_duty_status CHECK (status IN ('A', 'C'))
);
CREATE INDEX guard_duty_list ON guard_duty (area, status, id DESC);
CREATE INDEX guard_duty_school ON guard_duty (school);
CREATE INDEX guard_duty_duty_date_sort ON guard_duty (area, status, duty_date, id);
CREATE INDEX guard_duty_members ON guard_duty (members, id, area);
CREATE INDEX guard_duty_event ON guard_duty (event);
CREATE INDEX guard_duty_grid ON guard_duty (grid, status);

-- 护路护线线路.
CREATE TABLE road_line (
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
  line_name VARCHAR(100) NOT NULL,
  line_name_initials VARCHAR(20),
  line_name_initials2 VARCHAR(20),
  line_name_sort VARCHAR(200),
  line_name_active VARCHAR(100)
    GENERATED ALWAYS AS (CASE WHEN status = 'A' THEN line_name END),
  line_type VARCHAR(2),
  length_km DECIMAL(8,3),
  start_point VARCHAR(100),
  end_point VARCHAR(100),
  emergency_phone VARCHAR(20),
  owner_name VARCHAR(100),
  owner_address VARCHAR(200),
  owner_phone VARCHAR(20),
  owner_leader_name VARCHAR(50),
  owner_leader_phone VARCHAR(20),
  manager_name VARCHAR(100),
  manager_address VARCHAR(200),
  manager_phone VARCHAR(20),
  security_name VARCHAR(50),
  security_phone VARCHAR(20),
  hazard_level VARCHAR(2),
  hazard_situation VARCHAR(1024),
  remark VARCHAR(300),
  CONSTRAINT road_line_key PRIMARY KEY (id),
  CONSTRAINT road_line_status CHECK (status IN ('A', 'C')),
  CONSTRAINT road_line_line_name_once UNIQUE (area, line_name_active)
);
CREATE INDEX road_line_list ON road_line (area, status, id DESC);
CREATE INDEX road_line_line_name_initials ON road_line (line_name_initials, id, area);
CREATE INDEX road_line_line_name_initials2 ON road_line (line_name_initials2, id, area);
CREATE INDEX road_line_line_name ON road_line (line_name, id, area);
CREATE INDEX road_line_line_name_sort ON road_line (area, status, line_name_sort, id);
CREATE INDEX road_line_emergency_phone ON road_line (emergency_phone);

-- 护路护线责任段.
CREATE TABLE line_section (
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
  road_line CHAR(16) FOR BIT DATA NOT NULL,
  section_name VARCHAR(100) NOT NULL,
  section_name_initials VARCHAR(20),
  section_name_initials2 VARCHAR(20),
  section_name_sort VARCHAR(200),
  from_mark VARCHAR(50),
  to_mark VARCHAR(50),
  length_km DECIMAL(8,3),
  guard CHAR(16) FOR BIT DATA,
  grid VARCHAR(15),
  key_points VARCHAR(40),
  nearby_houses INTEGER,
  has_fence BOOLEAN,
  remark VARCHAR(300),
  CONSTRAINT line_section_key PRIMARY KEY (id),
  CONSTRAINT line_section_status CHECK (status IN ('A', 'C'))
);
CREATE INDEX line_section_list ON line_section (area, status, id DESC);
CREATE INDEX line_section_road_line ON line_section (road_line);
CREATE INDEX line_section_section_name_initials ON line_section (section_name_initials, id, area);
CREATE INDEX line_section_section_name_initials2 ON line_section (section_name_initials2, id, area);
CREATE INDEX line_section_section_name ON line_section (section_name, id, area);
CREATE INDEX line_section_section_name_sort ON line_section (area, status, section_name_sort, id);
CREATE INDEX line_section_guard ON line_section (guard);
CREATE INDEX line_section_grid ON line_section (grid, status);

-- 护路护线员.
CREATE TABLE line_guard (
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
  political VARCHAR(2),
  mobile VARCHAR(20),
  mobile_active VARCHAR(20)
    GENERATED ALWAYS AS (CASE WHEN status = 'A' THEN mobile END),
  guard_kind VARCHAR(2),
  unit VARCHAR(100),
  grid VARCHAR(15),
  start_date DATE,
  end_date DATE,
  trained_date DATE,
  equipment VARCHAR(200),
  remark VARCHAR(300),
  CONSTRAINT line_guard_key PRIMARY KEY (id),
  CONSTRAINT line_guard_status CHECK (status IN ('A', 'C')),
  CONSTRAINT line_guard_mobile_once UNIQUE (mobile_active)
);
CREATE INDEX line_guard_list ON line_guard (area, status, id DESC);
CREATE INDEX line_guard_name_initials ON line_guard (name_initials, id, area);
CREATE INDEX line_guard_name_initials2 ON line_guard (name_initials2, id, area);
CREATE INDEX line_guard_name ON line_guard (name, id, area);
CREATE INDEX line_guard_name_sort ON line_guard (area, status, name_sort, id);
CREATE INDEX line_guard_mobile ON line_guard (mobile);
CREATE INDEX line_guard_grid ON line_guard (grid, status);

-- 路线隐患排查.
CREATE TABLE line_hazard (
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
  road_line CHAR(16) FOR BIT DATA NOT NULL,
  section CHAR(16) FOR BIT DATA,
  mark VARCHAR(100) NOT NULL,
  found_date TIMESTAMP,
  hazard_kind VARCHAR(40),
  hazard_level VARCHAR(2),
  description VARCHAR(1024),
  owner_told BOOLEAN,
  grid VARCHAR(15),
  measures VARCHAR(1024),
  deadline DATE,
  rectified_date DATE,
  recheck_result VARCHAR(2),
  event CHAR(16) FOR BIT DATA,
  position VARCHAR(50),
  remark VARCHAR(300),
  CONSTRAINT line_hazard_key PRIMARY KEY (id),
  CONSTRAINT line_hazard_status CHECK (status IN ('A', 'C'))
);
CREATE INDEX line_hazard_list ON line_hazard (area, status, id DESC);
CREATE INDEX line_hazard_road_line ON line_hazard (road_line);
CREATE INDEX line_hazard_section ON line_hazard (section);
CREATE INDEX line_hazard_mark ON line_hazard (mark, id, area);
CREATE INDEX line_hazard_found_date_sort ON line_hazard (area, status, found_date, id);
CREATE INDEX line_hazard_grid ON line_hazard (grid, status);
CREATE INDEX line_hazard_event ON line_hazard (event);

-- 巡线记录.
CREATE TABLE line_patrol (
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
  section CHAR(16) FOR BIT DATA NOT NULL,
  guard CHAR(16) FOR BIT DATA,
  start_time TIMESTAMP NOT NULL,
  end_time TIMESTAMP,
  grid VARCHAR(15),
  persuaded INTEGER,
  propaganda INTEGER,
  found_ VARCHAR(1024),
  hazard CHAR(16) FOR BIT DATA,
  remark VARCHAR(300),
  CONSTRAINT line_patrol_key PRIMARY KEY (id),
  CONSTRAINT line_patrol_status CHECK (status IN ('A', 'C'))
);
CREATE INDEX line_patrol_list ON line_patrol (area, status, id DESC);
CREATE INDEX line_patrol_section ON line_patrol (section);
CREATE INDEX line_patrol_guard ON line_patrol (guard);
CREATE INDEX line_patrol_start_time_sort ON line_patrol (area, status, start_time, id);
CREATE INDEX line_patrol_grid ON line_patrol (grid, status);
CREATE INDEX line_patrol_found ON line_patrol (found_, id, area);
CREATE INDEX line_patrol_hazard ON line_patrol (hazard);

-- 涉线涉路案（事）件.
CREATE TABLE line_case (
  id CHAR(16) FOR BIT DATA NOT NULL,
  road_line CHAR(16) FOR BIT DATA NOT NULL,
  transport_stopped BOOLEAN,
  loss DECIMAL(14,2),
  solved_date DATE,
  detection VARCHAR(1024),
  CONSTRAINT line_case_key PRIMARY KEY (id),
  CONSTRAINT line_case_core FOREIGN KEY (id) REFERENCES case_event (id)
);
CREATE INDEX line_case_road_line ON line_case (road_line);
