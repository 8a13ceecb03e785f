package org.wangge.server.store;

import static org.wangge.server.store.schema.Tables.AREA;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.wangge.problem.Problem;
import org.wangge.server.store.schema.tables.records.AreaRecord;
import org.wangge.validation.Finding;
import org.wangge.validation.InvalidRecord;
import org.wangge.wire.Area;

/** The tree of places from the province down to the village. */
public final class AreaStore {
  /** Levels and the digits of their codes. */
  private static final Map<String, Integer> DIGITS =
      Map.of("province", 2, "city", 4, "county", 6, "town", 9, "village", 12);

  private final Store store;

  /** The tree in this store. */
  public AreaStore(Store store) {
    this.store = store;
  }

  /**
   * Takes in a table with the heading {@code code,name,level,parent} in UTF-8, parents before
   * children. Places that exist get the new name; none is removed.
   *
   * @return how many places were read
   * @throws Problem INVALID_RECORD, with the line, when the file reads otherwise; nothing is taken
   *     in
   */
  public int load(Reader csv) {
    List<Area> areas = read(csv);
    return store.write(
        tx -> {
          int order = 0;
          for (Area area : areas) {
            put(tx, area, order++);
          }
          return areas.size();
        });
  }

  /** Makes or renames a place; its parent must exist. */
  public void save(Area area) {
    store.write(
        tx -> {
          put(tx, area, 0);
          return null;
        });
  }

  /** The place itself and all below it, in order of code; empty code = everything. */
  public List<Area> below(String code) {
    return store.read(tx -> below(tx, code));
  }

  /** The same in a running transaction. */
  public List<Area> below(Tx tx, String code) {
    return tx.sql()
        .selectFrom(AREA)
        .where(under(code))
        .and(AREA.ENABLED.isTrue())
        .orderBy(AREA.CODE)
        .fetch(AreaStore::area);
  }

  /** The place of this code, or empty. */
  public Optional<Area> find(String code) {
    return store.read(tx -> find(tx, code));
  }

  Optional<Area> find(Tx tx, String code) {
    return tx.sql().selectFrom(AREA).where(AREA.CODE.eq(code)).fetchOptional(AreaStore::area);
  }

  /** The short name of a place, or the code itself where it is unknown. */
  public String nameOf(String code) {
    return find(code).map(Area::name).orElse(code);
  }

  /** Codes of the villages at and below a place, in order. */
  public List<String> villages(String code) {
    return store.read(tx -> villages(tx, code));
  }

  List<String> villages(Tx tx, String code) {
    return tx.sql()
        .select(AREA.CODE)
        .from(AREA)
        .where(under(code))
        .and(AREA.LEVEL.eq("village"))
        .and(AREA.ENABLED.isTrue())
        .orderBy(AREA.CODE)
        .fetch(AREA.CODE);
  }

  /** Codes of all places at and below a place, closed ones too: they may hold records. */
  List<String> codes(Tx tx, String code) {
    return tx.sql().select(AREA.CODE).from(AREA).where(under(code)).fetch(AREA.CODE);
  }

  /** Whether records may be registered there. */
  boolean isOpen(Tx tx, String code) {
    return tx.sql()
        .fetchExists(
            DSL.selectOne().from(AREA).where(AREA.CODE.eq(code)).and(AREA.ENABLED.isTrue()));
  }

  private static Condition under(String code) {
    return code.isEmpty()
        ? DSL.noCondition()
        : AREA.CODE.ge(code).and(AREA.CODE.lt(Scope.after(code)));
  }

  private static Area area(AreaRecord row) {
    return new Area(
        row.getCode(),
        row.getName(),
        row.getLevel(),
        row.getParent() == null ? "" : row.getParent());
  }

  private static void put(Tx tx, Area area, int order) {
    String parent = area.parent().isEmpty() ? null : area.parent();
    int changed =
        tx.sql()
            .update(AREA)
            .set(AREA.NAME, area.name())
            .set(AREA.LEVEL, area.level())
            .set(AREA.PARENT, parent)
            .where(AREA.CODE.eq(area.code()))
            .execute();
    if (changed == 0) {
      tx.sql()
          .insertInto(AREA)
          .set(AREA.CODE, area.code())
          .set(AREA.NAME, area.name())
          .set(AREA.LEVEL, area.level())
          .set(AREA.PARENT, parent)
          .set(AREA.SORT, order)
          .execute();
    }
  }

  private static boolean isPlace(String[] cells) {
    Integer digits = DIGITS.get(cells[2].strip());
    return digits != null
        && cells[0].matches("[0-9]{" + digits + "}")
        && cells[0].startsWith(cells[3].strip());
  }

  private static List<Area> read(Reader csv) {
    List<Area> areas = new ArrayList<>();
    try {
      BufferedReader lines = new BufferedReader(csv);
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        String text = number == 1 ? line.replace("\uFEFF", "") : line;
        if (text.isBlank() || (number == 1 && text.startsWith("code,"))) {
          continue;
        }
        String[] cells = text.split(",", -1);
        if (cells.length < 4 || cells[1].isBlank() || !isPlace(cells)) {
          throw new InvalidRecord(
              List.of(Finding.forbid("file", "areas-line", Map.of("line", number))));
        }
        areas.add(new Area(cells[0], cells[1].strip(), cells[2].strip(), cells[3].strip()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return areas;
  }
}
