package org.wangge.server.areas;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;
import org.wangge.server.access.Caller;
import org.wangge.server.store.AreaStore;
import org.wangge.wire.Area;

/** The tree of places. */
public final class Areas {
  private static final int COUNTY = 6;

  private final AreaStore store;

  /** The tree in this store. */
  public Areas(AreaStore store) {
    this.store = store;
  }

  /** Places at and below the caller's area, in order of code. */
  public List<Area> below(Caller caller) {
    String area = caller.account().area();
    // A grid is a record of its village, not a place of the tree.
    return store.below(area.length() > 12 ? area.substring(0, 12) : area);
  }

  /** The place of this code, or empty. */
  public Optional<Area> find(String code) {
    return store.find(code);
  }

  /** The short name of a place, or the code itself where it is unknown. */
  public String nameOf(String code) {
    return store.nameOf(code);
  }

  /**
   * Takes in the places of the county that a place lies in, from what comes with the program.
   *
   * @return how many places were read
   * @throws Problem NOT_FOUND when the county does not come with the program
   */
  public int loadShipped(String area) {
    String county = area.length() < COUNTY ? area : area.substring(0, COUNTY);
    try (InputStream stream =
        Areas.class.getResourceAsStream("/org/wangge/db/areas/" + county + ".csv")) {
      if (stream == null) {
        throw new Problem(ProblemCode.NOT_FOUND, Map.of("what", area));
      }
      return load(new InputStreamReader(stream, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Takes in a table with the heading {@code code,name,level,parent}.
   *
   * @return how many places were read
   * @throws Problem MALFORMED with the line
   */
  public int load(Reader csv) {
    return store.load(csv);
  }
}
