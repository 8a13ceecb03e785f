package org.wangge.server.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wangge.catalogue.Catalogue;
import org.wangge.exchange.VillageSheet;
import org.wangge.problem.Wording;
import org.wangge.wire.Area;

/** The spreadsheets that the villages of the demonstration town send in. */
final class DemoSheets {
  private final Inventor words = new Inventor(0);
  private final Catalogue catalogue;
  private final Map<String, String> villageNames = new HashMap<>();
  private final Map<String, String> gridNames = new HashMap<>();

  /**
   * A file.
   *
   * @param name file name
   * @param village village that sends it; empty = the town
   * @param content its bytes
   */
  @SuppressWarnings("ArrayRecordComponent")
  record File(String name, String village, byte[] content) {}

  DemoSheets(Catalogue catalogue, DemoTown town) {
    this.catalogue = catalogue;
    town.villages().forEach(village -> villageNames.put(village.code(), village.name()));
    town.grids().forEach(grid -> gridNames.put(grid.code(), grid.name()));
  }

  /** The register of a village's residents. */
  File residents(Area village, List<DemoHousehold> households) {
    List<List<Object>> rows = new ArrayList<>();
    for (DemoHousehold household : households) {
      for (DemoHousehold.Member member : household.members()) {
        DemoPerson person = member.person();
        rows.add(
            Arrays.asList(
                household.number(),
                person.name(),
                person.idNumber(),
                sex(person),
                person.birth(),
                label("family_relation", member.relation()),
                household.head().name(),
                household.head().idNumber(),
                label("education", member.education()),
                label("marital", member.marital()),
                person.phone(),
                household.address(),
                gridNames.get(household.grid())));
      }
    }
    return file("residents", village.code(), Map.of("village", village.name()), rows);
  }

  /** The town's register of people from elsewhere. */
  File tenants(List<DemoTenant> tenants) {
    List<List<Object>> rows = new ArrayList<>();
    for (DemoTenant tenant : tenants) {
      DemoPerson person = tenant.person();
      rows.add(
          Arrays.asList(
              villageNames.get(tenant.village()),
              gridNames.get(tenant.grid()),
              person.name(),
              person.idNumber(),
              sex(person),
              tenant.fromName(),
              label("inflow_reason", tenant.reason()),
              tenant.arrived(),
              tenant.registered(),
              tenant.employer().isEmpty() ? null : tenant.employer(),
              tenant.address(),
              label("residence_type", "02"),
              tenant.landlord(),
              person.phone(),
              label("education", tenant.education())));
    }
    return file("tenants", "", Map.of(), rows);
  }

  /** The town's register of rented houses. */
  File rentals(List<DemoRental> rentals) {
    List<List<Object>> rows = new ArrayList<>();
    for (DemoRental rental : rentals) {
      rows.add(
          Arrays.asList(
              villageNames.get(rental.village()),
              gridNames.get(rental.grid()),
              rental.address(),
              rental.owner().name(),
              rental.owner().idNumber(),
              rental.owner().phone(),
              rental.tenant().name(),
              rental.tenant().idNumber(),
              rental.tenant().phone(),
              rental.tenants(),
              rental.rooms(),
              rental.area(),
              rental.rent(),
              words.text(rental.equipped() ? "label.yes" : "label.no")));
    }
    return file("rentals", "", Map.of(), rows);
  }

  /** The town's register of enterprises. */
  File enterprises(List<DemoEnterprise> enterprises) {
    List<List<Object>> rows = new ArrayList<>();
    for (DemoEnterprise enterprise : enterprises) {
      rows.add(
          Arrays.asList(
              villageNames.get(enterprise.village()),
              enterprise.name(),
              enterprise.creditCode(),
              enterprise.address(),
              enterprise.legal().name(),
              enterprise.legal().idNumber(),
              enterprise.legal().phone(),
              enterprise.legal().phone(),
              enterprise.employees(),
              enterprise.since()));
    }
    return file("enterprises", "", Map.of(), rows);
  }

  /** The ledger of a month's events. */
  File events(List<DemoEvent> events) {
    List<List<Object>> rows = new ArrayList<>();
    for (DemoEvent event : events) {
      rows.add(
          Arrays.asList(
              event.number(),
              villageNames.get(event.village()),
              gridNames.get(event.grid()),
              label("event_category", event.category()),
              label("event_level", event.level()),
              event.name(),
              event.brief(),
              event.address(),
              event.reporter(),
              event.reported(),
              event.accepted(),
              event.unit(),
              event.limit(),
              event.closed(),
              event.grade().isEmpty() ? null : label("satisfaction", event.grade())));
    }
    return new File(
        words.text("sheet.events.file"),
        "",
        new VillageSheet("", words.phrases("sheet.events.headings"), rows, "").toBytes());
  }

  private File file(
      String kind, String village, Map<String, String> names, List<List<Object>> rows) {
    return new File(
        Wording.fill(words.text("sheet." + kind + ".file"), names),
        village,
        new VillageSheet(
                Wording.fill(words.text("sheet." + kind + ".title"), names),
                words.phrases("sheet." + kind + ".headings"),
                rows,
                Wording.fill(
                    words.text("sheet.footer"), Map.of("name", words.name(words.surname()))))
            .toBytes());
  }

  private String sex(DemoPerson person) {
    return words.text(person.male() ? "label.sex.male" : "label.sex.female");
  }

  private String label(String list, String code) {
    return catalogue.codeList(list).labelOf(code);
  }
}
