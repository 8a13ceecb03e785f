package org.wangge.server.store;

import static org.wangge.server.store.schema.Tables.AREA;
import static org.wangge.server.store.schema.Tables.EVENT_LIMIT;
import static org.wangge.server.store.schema.Tables.EVENT_SERIAL;
import static org.wangge.server.store.schema.Tables.EVENT_STEP;
import static org.wangge.server.store.schema.Tables.GRID;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.InsertValuesStepN;
import org.jooq.exception.DataAccessException;
import org.wangge.server.database.Failures;
import org.wangge.server.store.schema.tables.records.EventStepRecord;

/** The log of events, their limits and their serial numbers. */
public final class EventStore {
  private static final int VILLAGE_DIGITS = 12;

  /** The columns of a step. */
  static final List<Field<?>> STEP_COLUMNS =
      List.of(
          EVENT_STEP.EVENT_ID,
          EVENT_STEP.STEP_NO,
          EVENT_STEP.AREA,
          EVENT_STEP.ACT,
          EVENT_STEP.FROM_STATE,
          EVENT_STEP.TO_STATE,
          EVENT_STEP.FROM_UNIT,
          EVENT_STEP.HOLDER,
          EVENT_STEP.MADE_BY,
          EVENT_STEP.WORKSTATION,
          EVENT_STEP.MADE_AT,
          EVENT_STEP.WORDS,
          EVENT_STEP.GRADE,
          EVENT_STEP.DUE_BY,
          EVENT_STEP.OVERDUE,
          EVENT_STEP.ACCEPT_BY,
          EVENT_STEP.HANDLE_BY,
          EVENT_STEP.CHECK_BY,
          EVENT_STEP.LIMIT_AT,
          EVENT_STEP.PARAMETERS);

  /** Nothing to construct it from: all state is in the transaction. */
  public EventStore() {}

  /**
   * A line of the table of limits.
   *
   * @param validFrom first day it applies
   * @param eventLevel code of the event level
   * @param unitLevel key of the level of the unit; {@code any} for all
   * @param stage key of the stage
   * @param amount how many
   * @param unit key of the unit of time
   * @param version version of the parameters
   */
  public record LimitRow(
      LocalDate validFrom,
      String eventLevel,
      String unitLevel,
      String stage,
      int amount,
      String unit,
      String version) {}

  /** The steps of an event, oldest first. */
  public List<StepRow> steps(Tx tx, UUID event) {
    return tx.sql()
        .selectFrom(EVENT_STEP)
        .where(EVENT_STEP.EVENT_ID.eq(event))
        .orderBy(EVENT_STEP.STEP_NO)
        .fetch(EventStore::step);
  }

  private static StepRow step(EventStepRecord row) {
    return new StepRow(
        row.getStepNo(),
        row.getAct(),
        row.getFromState(),
        row.getToState(),
        row.getFromUnit(),
        row.getHolder(),
        row.getMadeBy(),
        row.getWorkstation(),
        row.getMadeAt(),
        row.getWords(),
        row.getGrade(),
        row.getDueBy(),
        row.getOverdue(),
        row.getAcceptBy(),
        row.getHandleBy(),
        row.getCheckBy(),
        row.getLimitAt(),
        row.getParameters());
  }

  /**
   * Adds steps to the log. Two that were made at once for the same event carry the same number, and
   * the second is refused by the table's key.
   *
   * @param area village code of the event
   */
  public void append(Tx tx, UUID event, String area, List<StepRow> steps) {
    if (steps.isEmpty()) {
      return;
    }
    InsertValuesStepN<EventStepRecord> insert = tx.sql().insertInto(EVENT_STEP, STEP_COLUMNS);
    for (StepRow step : steps) {
      insert = insert.values(values(event, area, step));
    }
    insert.execute();
  }

  /** A step in the order of {@link #STEP_COLUMNS}. */
  static List<Object> values(UUID event, String area, StepRow step) {
    return Arrays.asList(
        event,
        step.number(),
        area,
        step.act(),
        step.from(),
        step.to(),
        step.fromUnit(),
        step.holder(),
        step.by(),
        step.workstation(),
        step.at(),
        step.words(),
        step.grade(),
        step.due(),
        step.overdue(),
        step.acceptBy(),
        step.handleBy(),
        step.checkBy(),
        step.limit(),
        step.parameters());
  }

  /** The table of limits. */
  public List<LimitRow> limits(Tx tx) {
    return tx.sql()
        .selectFrom(EVENT_LIMIT)
        .fetch(
            row ->
                new LimitRow(
                    row.getValidFrom(),
                    row.getEventLevel(),
                    row.getUnitLevel(),
                    row.getStage(),
                    row.getAmount(),
                    row.getUnit(),
                    row.getVersion()));
  }

  /** The name of a unit for people, a grid's after its village's; of no unit the empty text. */
  public String unitName(Tx tx, String code) {
    String place = code.length() > VILLAGE_DIGITS ? code.substring(0, VILLAGE_DIGITS) : code;
    String name =
        tx.sql()
            .select(AREA.NAME)
            .from(AREA)
            .where(AREA.CODE.eq(place))
            .fetchOptional(AREA.NAME)
            .orElse(place);
    return code.length() <= VILLAGE_DIGITS
        ? name
        : name
            + tx.sql()
                .select(GRID.GRID_NAME)
                .from(GRID)
                .where(GRID.GRID_CODE_ACTIVE.eq(code))
                .fetchOptional(GRID.GRID_NAME)
                .orElse(code.substring(VILLAGE_DIGITS));
  }

  /** The next serial of a village on a day, from 1; never given twice. */
  public int serial(Tx tx, String village, LocalDate day) {
    if (next(tx, village, day) == 0) {
      if (first(tx, village, day)) {
        return 1;
      }
      next(tx, village, day);
    }
    return tx.sql()
        .select(EVENT_SERIAL.LAST_GIVEN)
        .from(EVENT_SERIAL)
        .where(of(village, day))
        .fetchSingle()
        .value1();
  }

  /**
   * Begins a day. Of several that begin it at once one gets the key; the others wait at it until
   * the first has committed, and then count on from what it gave. Derby keeps no lock of a SELECT
   * FOR UPDATE once its rows were read, so only a write holds them.
   */
  private static boolean first(Tx tx, String village, LocalDate day) {
    try {
      tx.sql()
          .insertInto(EVENT_SERIAL)
          .set(EVENT_SERIAL.VILLAGE, village)
          .set(EVENT_SERIAL.DAY, day)
          .set(EVENT_SERIAL.LAST_GIVEN, 1)
          .execute();
      return true;
    } catch (DataAccessException e) {
      SQLException cause = e.getCause(SQLException.class);
      if (cause != null && Failures.isDuplicate(cause)) {
        return false;
      }
      throw e;
    }
  }

  private static int next(Tx tx, String village, LocalDate day) {
    return tx.sql()
        .update(EVENT_SERIAL)
        .set(EVENT_SERIAL.LAST_GIVEN, EVENT_SERIAL.LAST_GIVEN.plus(1))
        .where(of(village, day))
        .execute();
  }

  private static Condition of(String village, LocalDate day) {
    return EVENT_SERIAL.VILLAGE.eq(village).and(EVENT_SERIAL.DAY.eq(day));
  }
}
