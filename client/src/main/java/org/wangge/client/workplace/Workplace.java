package org.wangge.client.workplace;

import java.util.List;
import java.util.Set;
import org.wangge.catalogue.Catalogue;
import org.wangge.catalogue.RecordType;
import org.wangge.wire.Session;

/**
 * What a signed-in account works with until it signs out.
 *
 * @param session who it is and what it may do
 * @param catalogue the types it may use
 * @param areas the places it may use
 */
public record Workplace(Session session, Catalogue catalogue, AreaTree areas) {
  /** May list and read records of the type. */
  public boolean mayRead(RecordType type) {
    return may(type, "read");
  }

  /** May register and change records of the type. */
  public boolean mayWrite(RecordType type) {
    return may(type, "write");
  }

  /** May cancel and restore records of the type. */
  public boolean mayCancel(RecordType type) {
    return may(type, "cancel");
  }

  private boolean may(RecordType type, String act) {
    return session.records().getOrDefault(type.key(), Set.of()).contains(act);
  }

  /** Has this function, such as {@code import}. */
  public boolean has(String function) {
    return session.functions().contains(function);
  }

  /** Types with a list of their own that the account may read, in navigation order. */
  public List<RecordType> listedTypes() {
    return catalogue.types().stream().filter(RecordType::listed).filter(this::mayRead).toList();
  }

  /** The village new records go to unless another is chosen; empty when there are several. */
  public String homeVillage() {
    var villages = areas.villages();
    return villages.size() == 1 ? villages.getFirst().code() : "";
  }
}
