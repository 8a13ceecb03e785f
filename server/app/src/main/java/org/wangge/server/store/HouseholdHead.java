package org.wangge.server.store;

import static org.wangge.server.store.schema.Tables.PERSON;
import static org.wangge.server.store.schema.Tables.REGISTERED_RESIDENT;

import java.util.List;
import java.util.Map;
import org.wangge.validation.Finding;

/**
 * Exactly one head per household: a second one of the same household number in the same village is
 * refused in a form. A sheet may bring the new head before the row that relieves the old one, so
 * its row is asked about instead.
 */
public final class HouseholdHead implements SaveHook {
  private static final String HEAD = "02";

  /** Nothing to construct it from: all state is in the transaction. */
  public HouseholdHead() {}

  @Override
  public List<Finding> check(Tx tx, NewRecord record) {
    String household = record.values().text("household_no");
    if (household == null || !HEAD.equals(record.values().text("relation_to_head"))) {
      return List.of();
    }
    boolean second =
        tx.sql()
            .select(PERSON.ID)
            .from(REGISTERED_RESIDENT)
            .join(PERSON)
            .on(PERSON.ID.eq(REGISTERED_RESIDENT.ID))
            .where(REGISTERED_RESIDENT.HOUSEHOLD_NO.eq(household))
            .and(REGISTERED_RESIDENT.RELATION_TO_HEAD.eq(HEAD))
            .and(PERSON.AREA.eq(record.area()))
            .and(PERSON.STATUS.eq(RecordTable.ACTIVE))
            .and(PERSON.ID.ne(record.id()))
            .limit(1)
            .fetchOptional()
            .isPresent();
    if (!second) {
      return List.of();
    }
    Map<String, Object> arguments = Map.of("typed", household);
    return List.of(
        record.imported()
            ? Finding.warn("relation_to_head", "second-head", arguments)
            : Finding.forbid("relation_to_head", "second-head", arguments));
  }
}
