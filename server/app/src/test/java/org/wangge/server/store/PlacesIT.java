package org.wangge.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.record.Query;
import org.wangge.record.Record;
import org.wangge.record.RecordId;
import org.wangge.server.database.Database;
import org.wangge.server.database.DatabaseSettings;

/** Schools, lines and organisations with what belongs to them, in the real database. */
class PlacesIT {
  @TempDir static Path folder;
  private static Database database;
  private static Town town;

  @BeforeAll
  static void open() {
    database = Database.create(DatabaseSettings.embedded(folder));
    town = new Town(database);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  private static Record add(String type, Map<String, ?> values) {
    String area = town.near.account().area();
    return town.save(town.near, type, RecordId.next(), 0, area, values).record();
  }

  private static UUID school(String name) {
    Map<String, Object> values = new HashMap<>();
    values.put("school_name", name);
    values.put("school_type", "21");
    values.put("address", "掌起镇学校路1号");
    values.put("education_authority", "330282");
    values.put("student_count", 620L);
    values.put("guard_count", 3L);
    values.put("grid", Town.NEAR_GRID);
    for (String who : new String[] {"head", "vice_security", "security", "police"}) {
      values.put(who + "_name", "季若谷");
      values.put(who + "_phone", "13857400002");
    }
    return add("school", values).id();
  }

  private static Map<String, Object> accident(UUID school) {
    Map<String, Object> values = new HashMap<>();
    values.put("school", school);
    values.put("case_name", "校门口碰擦事故");
    values.put("kind", "02");
    values.put("case_type", "03");
    values.put("level", "04");
    values.put("happen_date", LocalDateTime.of(2026, 9, 1, 7, 40));
    values.put("address", "校门口");
    values.put("grid", Town.NEAR_GRID);
    values.put("situation", "上学时两辆电动自行车碰擦，一人擦伤。");
    values.put("inside_campus", false);
    values.put("students_hurt", 1L);
    return values;
  }

  @Test
  void aCaseAtASchoolIsACaseWithItsSchool() {
    UUID school = school("掌起镇东埠头小学");
    Record saved = add("campus_case", accident(school));
    assertThat(saved.titles().get("school")).isEqualTo("掌起镇东埠头小学");
    Record seen = town.records.read(town.near, "case_event", saved.id());
    assertThat(seen.values().text("case_scope")).isEqualTo("02");
    assertThat(town.records.query(town.near, "line_case", Query.all()).rows()).isEmpty();
    assertThat(town.records.query(town.near, "campus_case", Query.all()).rows())
        .extracting(Record::id)
        .containsExactly(saved.id());
  }

  @Test
  void aDutyLiesInTheGridOfItsSchool() {
    UUID school = school("掌起镇中心小学");
    Record duty =
        add(
            "guard_duty",
            Map.of(
                "school",
                school,
                "duty_date",
                LocalDate.of(2026, 10, 30),
                "period",
                "1",
                "members",
                "贝之遥、车晓霜"));
    assertThat(duty.values().text("grid")).isEqualTo(Town.NEAR_GRID);
    assertThat(duty.area()).isEqualTo(Town.NEAR);
  }

  @Test
  void staffAreFoundByTheirOwnNameAndShowTheirOrganisation() {
    UUID org =
        add(
                "zz_org",
                Map.of(
                    "org_name",
                    "五姓点村综治办",
                    "org_type",
                    "02",
                    "org_level",
                    "06",
                    "phone",
                    "0574-63744365",
                    "leader_name",
                    "季若谷"))
            .id();
    Record staff =
        add(
            "zz_staff",
            Map.of(
                "org",
                org,
                "name",
                "单晓霜",
                "sex",
                "2",
                "staff_duty",
                "05",
                "mobile",
                "13857400003"));
    assertThat(staff.titles().get("org")).isEqualTo("五姓点村综治办");
    // 单 as a surname is read shàn.
    assertThat(town.records.query(town.near, "zz_staff", Query.all().withText("sxs")).rows())
        .extracting(Record::id)
        .containsExactly(staff.id());
  }
}
