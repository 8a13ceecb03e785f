package org.wangge.server.demo;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wangge.record.RecordId;
import org.wangge.record.Values;
import org.wangge.server.store.BulkLoad.NewRow;
import org.wangge.server.store.BulkLoad.NewStep;
import org.wangge.server.store.StepRow;

/** Invented people and things as values of records, complete and sound. */
public final class DemoRecords {
  private static final String HOME = "330282";

  private DemoRecords() {}

  /** A grid. */
  public static NewRow grid(DemoGrid grid) {
    Map<String, Object> values = new HashMap<>();
    values.put("grid_name", grid.name());
    values.put("grid_code", grid.code());
    values.put("grid_level", "03");
    values.put("grid_type", "01");
    values.put("household_count", (long) grid.households());
    return row(grid.village(), values);
  }

  /** The workers of a grid, its leader first. */
  public static List<NewRow> workers(DemoGrid grid) {
    List<NewRow> rows = new ArrayList<>();
    for (DemoPerson person : grid.workers()) {
      Map<String, Object> values = new HashMap<>();
      values.put("name", person.name());
      values.put("id_number", person.idNumber());
      values.put("sex", sex(person));
      values.put("birth_date", person.birth());
      values.put("mobile", person.phone());
      values.put("role", rows.isEmpty() ? "02" : "05");
      values.put("grid", grid.code());
      values.put("full_time", rows.isEmpty() ? "02" : "01");
      values.put("start_date", DemoTown.START);
      rows.add(row(grid.village(), values));
    }
    return rows;
  }

  private static String sex(DemoPerson person) {
    return person.male() ? "1" : "2";
  }

  private static NewRow row(String area, Map<String, Object> values) {
    return new NewRow(RecordId.next(), area, Values.of(values));
  }

  /** The members of a household as registered residents. */
  public static List<NewRow> residents(DemoHousehold household) {
    List<NewRow> rows = new ArrayList<>();
    for (DemoHousehold.Member member : household.members()) {
      Map<String, Object> values = person(member.person());
      values.put("domicile_place", household.village());
      values.put("domicile_address", household.address());
      values.put("residence_address", household.address());
      values.put("grid", household.grid());
      values.put("education", member.education());
      values.put("marital", member.marital());
      values.put("household_no", household.number());
      values.put("relation_to_head", member.relation());
      values.put("head_name", household.head().name());
      values.put("head_id_number", household.head().idNumber());
      values.put("household_consistent", "01");
      values.put("is_resident", true);
      rows.add(row(household.village(), values));
    }
    return rows;
  }

  private static Map<String, Object> person(DemoPerson person) {
    Map<String, Object> values = new HashMap<>();
    values.put("doc_type", "111");
    values.put("id_number", person.idNumber());
    values.put("name", person.name());
    values.put("sex", sex(person));
    values.put("birth_date", person.birth());
    values.put("native_place", HOME);
    values.put("nationality", "156");
    values.put("phone", person.phone());
    values.put("has_house", false);
    values.put("no_house_reason", "99");
    values.put("political", "13");
    values.put("is_dead", false);
    return values;
  }

  /** Somebody from elsewhere. */
  public static NewRow tenant(DemoTenant tenant) {
    Map<String, Object> values = person(tenant.person());
    values.put("domicile_place", tenant.fromPlace());
    values.put("domicile_address", tenant.fromName());
    values.put("residence_address", tenant.address());
    values.put("grid", tenant.grid());
    values.put("education", tenant.education());
    values.put("marital", tenant.employer().isEmpty() ? "10" : "20");
    values.put("inflow_reason", tenant.reason());
    values.put("inflow_date", tenant.arrived());
    values.put("from_place", tenant.fromPlace());
    values.put("register_date", tenant.registered());
    values.put("employer", tenant.employer().isEmpty() ? null : tenant.employer());
    values.put("residence_type", "02");
    values.put("landlord_name", tenant.landlord());
    return row(tenant.village(), values);
  }

  /** A rented house. */
  public static NewRow rental(DemoRental rental) {
    Map<String, Object> values = new HashMap<>();
    values.put("address", rental.address());
    values.put("floor_no", 1L);
    values.put("door_no", "1");
    values.put("floor_area", rental.area());
    values.put("rooms", (long) rental.rooms());
    values.put("residents", (long) rental.tenants());
    values.put("grid", rental.grid());
    values.put("owner_name", rental.owner().name());
    values.put("owner_doc_type", "111");
    values.put("owner_doc_number", rental.owner().idNumber());
    values.put("owner_phone", rental.owner().phone());
    values.put("hazard", List.of(rental.equipped() ? "00" : "02"));
    values.put("rent_use", "02");
    values.put("tenant_name", rental.tenant().name());
    values.put("tenant_id_number", rental.tenant().idNumber());
    values.put("tenant_phone", rental.tenant().phone());
    values.put("tenant_count", (long) rental.tenants());
    values.put("monthly_rent", rental.rent());
    values.put("fire_equipment", rental.equipped());
    return row(rental.village(), values);
  }

  /** An enterprise. */
  public static NewRow enterprise(DemoEnterprise enterprise) {
    DemoPerson legal = enterprise.legal();
    Map<String, Object> values = new HashMap<>();
    values.put("name", enterprise.name());
    values.put("uscc", enterprise.creditCode());
    values.put("address", enterprise.address());
    values.put("phone", legal.phone());
    values.put("employee_count", (long) enterprise.employees());
    values.put("grid", enterprise.grid());
    values.put("legal_name", legal.name());
    values.put("legal_doc_type", "111");
    values.put("legal_doc_number", legal.idNumber());
    values.put("legal_phone", legal.phone());
    values.put("manager_name", legal.name());
    values.put("security_name", legal.name());
    values.put("security_phone", legal.phone());
    values.put("dangerous", false);
    values.put("register_date", enterprise.since());
    values.put("party_ready", enterprise.party());
    values.put("has_party", enterprise.party());
    values.put("party_members", enterprise.party() ? 5L : 0L);
    return row(enterprise.village(), values);
  }

  /** An event of a ledger, as it stands after it was taken over. */
  public static NewRow event(DemoEvent event, String villageName) {
    boolean atTown = !event.unit().equals(villageName);
    Map<String, Object> values = new HashMap<>();
    values.put("event_no", event.number());
    values.put("event_name", event.name());
    values.put("category", event.category());
    values.put("level", event.level());
    values.put("scale", "01");
    values.put("urgency", "01");
    values.put("happen_time", event.reported());
    values.put("report_time", event.reported());
    values.put("address", event.address());
    values.put("grid", event.grid());
    values.put("people_count", 2L);
    values.put("brief", event.brief());
    values.put("source", "01");
    values.put("collect_way", "0");
    values.put("reporter_name", event.reporter());
    values.put("is_group", false);
    values.put("handle_level", atTown ? "03" : "02");
    values.put("current_state", state(event));
    values.put("current_unit", event.unit());
    values.put("accepted_time", event.accepted());
    values.put("raised_time", atTown ? event.reported() : null);
    values.put("limit_time", event.limit());
    values.put("closed_time", event.closed());
    values.put("evaluated_time", event.grade().isEmpty() ? null : event.closed());
    values.put("satisfaction", event.grade().isEmpty() ? null : event.grade());
    values.put("history", true);
    return row(event.village(), values);
  }

  private static String state(DemoEvent event) {
    return event.closed() == null ? "P" : event.grade().isEmpty() ? "E" : "Z";
  }

  /** The step that tells that an event was taken over. */
  public static NewStep step(NewRow event, DemoEvent what, String by, LocalDateTime at) {
    LocalDateTime ended = what.closed() == null ? at : what.closed();
    boolean done = state(what).equals("Z");
    return new NewStep(
        event.id(),
        event.area(),
        new StepRow(
            1,
            "take-over",
            "D",
            state(what),
            event.area(),
            done ? "" : event.area(),
            by,
            by,
            at,
            "",
            "",
            what.limit(),
            ended.isAfter(what.limit()),
            null,
            what.closed() == null ? what.limit() : null,
            null,
            what.limit(),
            "2020-01"));
  }
}
