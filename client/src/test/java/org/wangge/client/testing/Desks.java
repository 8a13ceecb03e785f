package org.wangge.client.testing;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.wangge.catalogue.Catalogue;
import org.wangge.catalogue.CatalogueFiles;
import org.wangge.catalogue.RecordType;
import org.wangge.catalogue.Sensitivity;
import org.wangge.client.workplace.AreaTree;
import org.wangge.client.workplace.Workplace;
import org.wangge.wire.Area;
import org.wangge.wire.Session;

/** What accounts of the usual posts have before them after sign-in. */
public final class Desks {
  /** The shipped catalogue. */
  public static final Catalogue CATALOGUE = CatalogueFiles.shipped();

  private static final Area CHEN = new Area("330282104201", "陈家村", "village", "330282104");
  private static final Area ZHOU = new Area("330282104202", "周家段村", "village", "330282104");
  private static final Area TOWN = new Area("330282104", "掌起镇", "town", "330282");

  private Desks() {}

  /** A village operator of 陈家村. */
  public static Workplace village() {
    return new Workplace(
        session(
            "village-operator",
            CHEN,
            Set.of("import", "export", "event", "bulletin-read", "reveal")),
        CATALOGUE,
        new AreaTree(List.of(CHEN)));
  }

  /** The operator of the town's centre. */
  public static Workplace town() {
    return new Workplace(
        session(
            "town-operator",
            TOWN,
            Set.of("import", "export", "event", "bulletin-read", "bulletin", "reveal")),
        CATALOGUE,
        new AreaTree(List.of(TOWN, CHEN, ZHOU)));
  }

  /** The system administrator of the town. */
  public static Workplace administrator() {
    return new Workplace(
        session("system-administrator", TOWN, Set.of("accounts")),
        CATALOGUE,
        new AreaTree(List.of(TOWN, CHEN, ZHOU)));
  }

  private static Session session(String post, Area area, Set<String> functions) {
    Map<String, Set<String>> records = new TreeMap<>();
    if (!post.equals("system-administrator")) {
      for (RecordType type : CATALOGUE.types()) {
        records.put(type.key(), Set.of("read", "write", "cancel"));
      }
    }
    return new Session(
        "",
        "li",
        "李某",
        post,
        post,
        area.code(),
        area.name(),
        records,
        functions,
        Set.of(Sensitivity.OPEN, Sensitivity.PERSONAL),
        false,
        60,
        LocalDateTime.of(2026, 11, 2, 21, 0));
  }
}
