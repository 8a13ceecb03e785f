package org.wangge.client.visits;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.wangge.catalogue.Catalogue;
import org.wangge.client.connection.Connection;
import org.wangge.client.connection.Saving;
import org.wangge.client.connection.ServerRecords;
import org.wangge.record.Page;
import org.wangge.record.Query;
import org.wangge.record.Record;
import org.wangge.wire.Paths;
import org.wangge.wire.Saved;
import org.wangge.wire.VisitRate;
import org.wangge.wire.VisitsDue;

/** Requests about visits over the connection. */
public final class ServerVisits implements VisitCalls {
  private static final int PAGE = 200;

  private final Connection connection;
  private final Catalogue catalogue;
  private final ServerRecords records;
  private final Consumer<Saved> saved;

  /**
   * Requests over this connection.
   *
   * @param saved told of a visit that was registered; called off the window's thread
   */
  public ServerVisits(Connection connection, Catalogue catalogue, Consumer<Saved> saved) {
    this.connection = connection;
    this.catalogue = catalogue;
    this.records = new ServerRecords(connection, record -> {});
    this.saved = saved;
  }

  @Override
  public VisitsDue due(String place, String state) {
    return connection.get(
        Paths.VISITS_DUE + "?place=" + escaped(place) + "&state=" + escaped(state),
        VisitsDue.class);
  }

  @Override
  public List<VisitRate> rates(String month) {
    return connection.getList(Paths.VISIT_RATES + "?month=" + escaped(month), VisitRate.class);
  }

  @Override
  public List<Record> workers() {
    var type = catalogue.type(VisitsModel.WORKER);
    Query query = new Query("", List.of(), "", true, Optional.empty(), PAGE, false);
    List<Record> workers = new ArrayList<>();
    Page<Record> page = records.query(type, query);
    workers.addAll(page.rows());
    while (page.next().isPresent()) {
      page = records.query(type, query.from(page.next().get()));
      workers.addAll(page.rows());
    }
    return workers;
  }

  @Override
  public void save(UUID id, Saving saving) {
    saved.accept(records.save(catalogue.type(VisitsModel.VISIT), id, saving));
  }

  private static String escaped(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
