package org.wangge.client.testing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.wangge.catalogue.Catalogue;
import org.wangge.catalogue.CatalogueFiles;
import org.wangge.catalogue.RecordType;
import org.wangge.catalogue.Sensitivity;
import org.wangge.client.form.Choice;
import org.wangge.client.form.FormContext;
import org.wangge.client.form.References;
import org.wangge.client.workplace.AreaTree;
import org.wangge.client.workplace.Workplace;
import org.wangge.wire.Area;
import org.wangge.wire.Session;

/** A village with two grids, seen by its operator on a morning in October. */
public final class Town {
  /** Code of the village. */
  public static final String VILLAGE = "330282104201";

  /** Code of its first grid. */
  public static final String FIRST_GRID = VILLAGE + "001";

  /** Code of its second grid. */
  public static final String SECOND_GRID = VILLAGE + "002";

  /** The moment it is. */
  public static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-10-20T01:15:30Z"), ZoneId.of("Asia/Shanghai"));

  /** A valid number of an invented woman born on 1990-01-02. */
  public static final String WOMAN = "339999199001020027";

  /** The number the national standard GB 11643 itself gives as its example. */
  public static final String STANDARD_EXAMPLE = "11010519491231002X";

  private Town() {}

  /** Types and code lists as shipped. */
  public static Catalogue catalogue() {
    return CatalogueFiles.shipped();
  }

  /** A type by its key. */
  public static RecordType type(String key) {
    return catalogue().type(key);
  }

  /** The village and its grids. */
  public static AreaTree areas() {
    return new AreaTree(
        List.of(
            new Area(VILLAGE, "陈家村", AreaTree.VILLAGE, "330282104"),
            new Area(FIRST_GRID, "第一网格", AreaTree.GRID, VILLAGE),
            new Area(SECOND_GRID, "第二网格", AreaTree.GRID, VILLAGE)));
  }

  /** What a form needs to know. */
  public static FormContext context() {
    return new FormContext(catalogue(), areas(), new NoReferences(), CLOCK);
  }

  /** The village operator's session and what it may do. */
  public static Workplace workplace() {
    Map<String, Set<String>> records = new LinkedHashMap<>();
    catalogue().types().forEach(type -> records.put(type.key(), Set.of("read", "write", "cancel")));
    Session session =
        new Session(
            "token",
            "chenjia",
            "李桂芳",
            "village-operator",
            "村操作员",
            VILLAGE,
            "陈家村",
            records,
            Set.of("import", "export", "event", "bulletin-read", "reveal"),
            Set.of(Sensitivity.OPEN, Sensitivity.PERSONAL),
            false,
            60,
            LocalDateTime.of(2026, 10, 20, 21, 0));
    return new Workplace(session, catalogue(), areas());
  }

  /** Nothing to point to. */
  private static final class NoReferences implements References {
    @Override
    public void find(RecordType target, String words, Consumer<List<Choice>> found) {
      found.accept(List.of());
    }

    @Override
    public void title(RecordType target, UUID id, Consumer<String> found) {
      found.accept("");
    }
  }
}
