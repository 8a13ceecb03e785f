package org.wangge.server.http;

import java.util.List;
import org.wangge.server.access.Caller;
import org.wangge.server.access.Rights.Function;
import org.wangge.server.exports.Exports;
import org.wangge.server.jobs.Progress;
import org.wangge.wire.ExportOrder;
import org.wangge.wire.Paths;

/** Lists written out as workbooks. */
public final class ExportRoutes {
  private ExportRoutes() {}

  /** The route. */
  public static List<Route> of(Exports exports) {
    return List.of(
        Route.of(
            "POST",
            Paths.EXPORTS,
            Need.of(Function.EXPORT),
            ExportOrder.class,
            byte[].class,
            "Writes a list out as a workbook; asks a reason and leaves rows in the audit trail",
            exchange -> write(exports, exchange)));
  }

  private static Answer write(Exports exports, Exchange exchange) {
    ExportOrder order = exchange.body(ExportOrder.class);
    Exchange.required(order.type(), "type");
    Exchange.required(order.query(), "query");
    Exchange.required(order.fields(), "fields");
    Caller caller = exchange.caller();
    return new Answer.File(
        ImportRoutes.WORKBOOK,
        exports.fileName(order.type()),
        -1,
        stream -> exports.write(caller, order, stream, Progress.UNWATCHED));
  }
}
