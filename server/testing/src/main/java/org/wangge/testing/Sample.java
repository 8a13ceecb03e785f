package org.wangge.testing;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.wangge.record.Query;
import org.wangge.record.Record;
import org.wangge.record.RecordId;
import org.wangge.wire.Save;
import org.wangge.wire.Saved;

/** What forms of invented people and events hold, in the JSON form of their kinds. */
public final class Sample {
  /** Birth date in the numbers that {@link #idNumber()} invents. */
  public static final LocalDate BIRTH = LocalDate.of(1988, 5, 20);

  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final AtomicInteger SEQUENCE = new AtomicInteger();

  private Sample() {}

  /** A sound id number that no earlier call has given. */
  public static String idNumber() {
    int next = SEQUENCE.getAndIncrement();
    return idNumber(BIRTH.plusDays(next / 999), next % 999 + 1);
  }

  /**
   * A sound number of an invented person: the county code 339999 is assigned to nobody.
   *
   * @param sequence 1 to 999, odd for a man
   */
  public static String idNumber(LocalDate birth, int sequence) {
    String body =
        "339999" + birth.format(DateTimeFormatter.BASIC_ISO_DATE) + "%03d".formatted(sequence);
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += (body.charAt(i) - '0') * WEIGHTS[i];
    }
    return body + "10X98765432".charAt(sum % 11);
  }

  /** A floating person in the first grid of a village, with all that the form requires. */
  public static Map<String, Object> floating(String village, String name, String idNumber) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("id_number", idNumber);
    values.put("name", name);
    values.put("phone", "13857400001");
    values.put("domicile_place", "341202");
    values.put("domicile_address", "颍州区清河街道1号");
    values.put("residence_address", "溪边12号");
    values.put("has_house", false);
    values.put("no_house_reason", "99");
    values.put("grid", village + "001");
    values.put("education", "70");
    values.put("political", "13");
    values.put("marital", "20");
    values.put("inflow_reason", "02");
    values.put("inflow_date", "2025-03-01");
    values.put("from_place", "341202");
    values.put("residence_type", "01");
    return values;
  }

  /** An event in the first grid of a village, with all that the form requires. */
  public static Map<String, Object> event(String village, String name) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("event_name", name);
    values.put("category", "0101");
    values.put("address", "溪边路口");
    values.put("grid", village + "001");
    values.put("people_count", 2);
    values.put("brief", "两户因为排水起了口角，请网格员上门劝解。");
    values.put("reporter_name", "匿名");
    return values;
  }

  /** A grid. */
  static Map<String, Object> grid(String code) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("grid_name", "第一网格");
    values.put("grid_code", code);
    values.put("household_count", 150);
    return values;
  }

  /** A save of a new record. */
  public static Save fresh(String village, Map<String, Object> values) {
    return new Save(RecordId.next(), 0, village, values, true);
  }

  /** A save that changes a record. */
  public static Save change(Record read, Map<String, Object> changes) {
    return new Save(RecordId.next(), read.version(), null, changes, true);
  }

  /** Registers a floating person and answers the record. */
  public static Record register(TestClient client, String village, String name, String idNumber) {
    return register(client, "floating_person", village, floating(village, name, idNumber));
  }

  /** Registers a record of any type. */
  public static Record register(
      TestClient client, String type, String village, Map<String, Object> values) {
    return register(client, type, RecordId.next(), village, values);
  }

  /** Registers a record of any type under a given id. */
  public static Record register(
      TestClient client, String type, UUID id, String village, Map<String, Object> values) {
    return client.put(TestClient.record(type, id), fresh(village, values)).as(Saved.class).record();
  }

  /** The first page of what a search box finds. */
  public static Query search(String text) {
    return Query.all().withText(text);
  }
}
