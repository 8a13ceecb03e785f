package org.wangge.server.store;

import static org.wangge.server.store.schema.Tables.EVENT_STEP;
import static org.wangge.server.store.schema.Tables.SIGN_IN;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.BatchBindStep;
import org.wangge.catalogue.Catalogue;
import org.wangge.record.Values;
import org.wangge.server.access.Caller;

/**
 * Writes what a generator made, as fast as the engine takes it: rows and history as every save
 * leaves them, but without judging values that are sound by construction. For demonstration towns
 * and measurements only; what people or files bring goes through {@link RecordStore}.
 */
public final class BulkLoad {
  private static final int BATCH = 500;

  private final RecordTables tables;
  private final RecordWriter writer = new RecordWriter();

  /** Loads records of these types. */
  public BulkLoad(Catalogue catalogue) {
    this.tables = new RecordTables(catalogue);
  }

  /**
   * A record.
   *
   * @param id its id
   * @param area village code
   * @param values values in their kinds' Java types, complete
   */
  public record NewRow(UUID id, String area, Values values) {}

  /**
   * An accepted sign-in.
   *
   * @param account account
   * @param name its name
   * @param area its area
   * @param at when
   */
  public record NewSignIn(UUID account, String name, String area, LocalDateTime at) {}

  /**
   * The first step of an event.
   *
   * @param event the event
   * @param area its village
   * @param step the step
   */
  public record NewStep(UUID event, String area, StepRow step) {}

  /**
   * Writes new records of a type, all registered at one moment.
   *
   * @param at the moment that rows and history carry, town time
   */
  public void records(Tx tx, Caller caller, String type, List<NewRow> rows, LocalDateTime at) {
    RecordTable table = tables.of(type);
    List<Judgement> judged = new ArrayList<>(rows.size());
    List<Origin> origins = new ArrayList<>(rows.size());
    for (NewRow row : rows) {
      Values values = row.values();
      for (Map.Entry<String, String> fixed : table.type.fixed().entrySet()) {
        values = values.with(fixed.getKey(), fixed.getValue());
      }
      judged.add(new Judgement(row.id(), null, row.area(), values, false, Map.of(), List.of()));
      origins.add(Origin.FORM);
    }
    writer.insertAll(new Tx(tx.sql(), at), caller, table, judged, origins);
  }

  /** Writes accepted sign-ins. */
  public void signIns(Tx tx, List<NewSignIn> signIns) {
    for (int start = 0; start < signIns.size(); start += BATCH) {
      BatchBindStep batch =
          tx.sql()
              .batch(
                  tx.sql()
                      .insertInto(
                          SIGN_IN,
                          SIGN_IN.ACCOUNT_ID,
                          SIGN_IN.ACCOUNT_NAME,
                          SIGN_IN.AREA,
                          SIGN_IN.ACCEPTED,
                          SIGN_IN.SIGN_IN_DAY,
                          SIGN_IN.SIGNED_IN_AT,
                          SIGN_IN.WORKSTATION)
                      .values(
                          (UUID) null,
                          null,
                          null,
                          (Boolean) null,
                          (LocalDate) null,
                          (LocalDateTime) null,
                          null));
      for (NewSignIn one : signIns.subList(start, Math.min(start + BATCH, signIns.size()))) {
        batch =
            batch.bind(
                one.account(),
                one.name(),
                one.area(),
                true,
                one.at().toLocalDate(),
                one.at(),
                one.name());
      }
      batch.execute();
    }
  }

  /** Writes first steps of events. */
  public void steps(Tx tx, List<NewStep> steps) {
    for (int start = 0; start < steps.size(); start += BATCH) {
      List<NewStep> some = steps.subList(start, Math.min(start + BATCH, steps.size()));
      BatchBindStep batch =
          tx.sql()
              .batch(
                  tx.sql()
                      .insertInto(EVENT_STEP, EventStore.STEP_COLUMNS)
                      .values(new Object[EventStore.STEP_COLUMNS.size()]));
      for (NewStep one : some) {
        batch = batch.bind(EventStore.values(one.event(), one.area(), one.step()).toArray());
      }
      batch.execute();
    }
  }
}
