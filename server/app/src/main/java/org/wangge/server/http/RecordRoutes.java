package org.wangge.server.http;

import java.util.List;
import org.wangge.record.Change;
import org.wangge.record.Query;
import org.wangge.record.Record;
import org.wangge.server.access.Rights.Act;
import org.wangge.server.access.Rights.Function;
import org.wangge.server.records.Records;
import org.wangge.wire.Cancel;
import org.wangge.wire.Check;
import org.wangge.wire.Checked;
import org.wangge.wire.Paths;
import org.wangge.wire.Related;
import org.wangge.wire.Restore;
import org.wangge.wire.Reveal;
import org.wangge.wire.Revealed;
import org.wangge.wire.Save;
import org.wangge.wire.Saved;

/** Records of all types. */
public final class RecordRoutes {
  private RecordRoutes() {}

  /** The routes. */
  public static List<Route> of(Records records) {
    return List.of(
        Route.of(
            "POST",
            Paths.QUERY,
            Need.of(Act.READ),
            Query.class,
            Types.pageOf(Record.class),
            "A page of a list",
            exchange ->
                Answer.of(
                    records.query(
                        exchange.caller(), exchange.path("type"), exchange.body(Query.class)))),
        Route.of(
            "POST",
            Paths.CHECK,
            Need.of(Act.WRITE),
            Check.class,
            Checked.class,
            "Judges values typed so far and looks for the same person or thing; stores nothing",
            exchange ->
                Answer.of(
                    records.check(
                        exchange.caller(), exchange.path("type"), exchange.body(Check.class)))),
        Route.of(
            "GET",
            Paths.RECORD,
            Need.of(Act.READ),
            Record.class,
            "A record",
            exchange ->
                Answer.of(records.read(exchange.caller(), exchange.path("type"), exchange.id()))),
        Route.of(
            "PUT",
            Paths.RECORD,
            Need.of(Act.WRITE),
            Save.class,
            Saved.class,
            "Registers or changes a record",
            exchange ->
                Answer.of(
                    records.save(
                        exchange.caller(),
                        exchange.path("type"),
                        exchange.id(),
                        exchange.body(Save.class)))),
        Route.of(
            "POST",
            Paths.CANCEL,
            Need.of(Act.CANCEL),
            Cancel.class,
            Saved.class,
            "Cancels a record; it is kept",
            exchange ->
                Answer.of(
                    records.cancel(
                        exchange.caller(),
                        exchange.path("type"),
                        exchange.id(),
                        exchange.body(Cancel.class)))),
        Route.of(
            "POST",
            Paths.RESTORE,
            Need.of(Act.CANCEL),
            Restore.class,
            Saved.class,
            "Restores a cancelled record",
            exchange ->
                Answer.of(
                    records.restore(
                        exchange.caller(),
                        exchange.path("type"),
                        exchange.id(),
                        exchange.body(Restore.class)))),
        Route.of(
            "GET",
            Paths.RELATED,
            Need.of(Act.READ),
            Types.listOf(Related.class),
            "What belongs to a record or mentions it",
            exchange ->
                Answer.of(
                    records.related(exchange.caller(), exchange.path("type"), exchange.id()))),
        Route.of(
            "GET",
            Paths.HISTORY,
            Need.of(Act.READ),
            Types.listOf(Change.class),
            "Everything that was done to a record, newest first",
            exchange ->
                Answer.of(
                    records.history(exchange.caller(), exchange.path("type"), exchange.id()))),
        Route.of(
            "POST",
            Paths.REVEAL,
            Need.of(Function.REVEAL),
            Reveal.class,
            Revealed.class,
            "Masked values in clear; leaves a row in the audit trail",
            exchange ->
                Answer.of(
                    records.reveal(
                        exchange.caller(),
                        exchange.path("type"),
                        exchange.id(),
                        exchange.body(Reveal.class)))));
  }
}
