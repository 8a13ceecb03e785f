package org.wangge.server.store;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.wangge.catalogue.Catalogue;
import org.wangge.catalogue.CatalogueFiles;
import org.wangge.record.RecordId;
import org.wangge.record.Values;
import org.wangge.server.access.Account;
import org.wangge.server.access.Caller;
import org.wangge.server.access.Post;
import org.wangge.server.database.Database;

/** A town in a real database: the places of 掌起镇, a grid in each of two villages, no people. */
final class Town {
  static final String TOWN = "330282104";
  static final String NEAR = "330282104202";
  static final String NEAR_NAME = "五姓点村";
  static final String FAR = "330282104203";
  static final String FAR_NAME = "巴里村";
  static final String NEAR_GRID = NEAR + "001";
  static final String FAR_GRID = FAR + "001";

  /** 2026-10-31 08:20 in the town. */
  static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-10-31T00:20:00Z"), ZoneId.of("Asia/Shanghai"));

  static final Catalogue CATALOGUE = CatalogueFiles.shipped();

  final Store store;
  final RecordStore records;
  final AuditStore audit;
  final AreaStore areas;
  final Caller near = caller(Post.VILLAGE_OPERATOR, NEAR);
  final Caller far = caller(Post.VILLAGE_OPERATOR, FAR);
  final Caller town = caller(Post.TOWN_OPERATOR, TOWN);

  Town(Database database) {
    store = new Store(database, CLOCK);
    records = new RecordStore(store, CATALOGUE, Map.of("resident", new HouseholdHead()));
    audit = new AuditStore(store);
    areas = new AreaStore(store);
    if (areas.find(TOWN).isEmpty()) {
      try (Reader csv =
          new InputStreamReader(
              Town.class.getResourceAsStream("/org/wangge/db/areas/330282.csv"),
              StandardCharsets.UTF_8)) {
        areas.load(csv);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      addGrid(NEAR_GRID);
      addGrid(FAR_GRID);
    }
  }

  static Caller caller(Post post, String area) {
    return new Caller(
        new Account(RecordId.next(), post.key() + "-" + area, "测试员", post, area), "PC-1", "r-1");
  }

  private void addGrid(String code) {
    save(
        town,
        "grid",
        RecordId.next(),
        0,
        code.substring(0, 12),
        Map.of("grid_name", "第一网格", "grid_code", code, "household_count", 150L));
  }

  SaveResult save(
      Caller caller, String type, UUID id, long version, String area, Map<String, ?> changes) {
    return records.save(caller, type, id, order(version, area, changes));
  }

  static SaveOrder order(long version, String area, Map<String, ?> changes) {
    return new SaveOrder(UUID.randomUUID(), version, area, Values.of(changes), true, Origin.FORM);
  }

  /** What a form of a floating person in the near village holds. */
  static Map<String, Object> floating(String name, String number) {
    return floating(name, number, NEAR_GRID);
  }

  static Map<String, Object> floating(String name, String number, String grid) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("id_number", number);
    values.put("name", name);
    values.put("phone", "13857400001");
    values.put("domicile_place", "341202");
    values.put("domicile_address", "颍州区清河街道1号");
    values.put("residence_address", "五姓点村12号");
    values.put("has_house", false);
    values.put("no_house_reason", "99");
    values.put("grid", grid);
    values.put("education", "70");
    values.put("political", "13");
    values.put("marital", "20");
    values.put("inflow_reason", "02");
    values.put("inflow_date", LocalDate.of(2025, 3, 1));
    values.put("from_place", "341202");
    values.put("residence_type", "01");
    return values;
  }

  UUID addFloating(Caller caller, String name, String number) {
    UUID id = RecordId.next();
    String area = caller.account().area();
    save(caller, "floating_person", id, 0, area, floating(name, number, area + "001"));
    return id;
  }

  /** A sound number of an invented person: the county code is assigned to nobody. */
  static String number(LocalDate birth, int sequence) {
    String body =
        "339999" + birth.format(DateTimeFormatter.BASIC_ISO_DATE) + "%03d".formatted(sequence);
    int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += (body.charAt(i) - '0') * weights[i];
    }
    return body + "10X98765432".charAt(sum % 11);
  }
}
