package org.wangge.server.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.wangge.catalogue.Catalogue;
import org.wangge.catalogue.CatalogueFiles;
import org.wangge.record.RecordId;
import org.wangge.server.access.Account;
import org.wangge.server.access.Caller;
import org.wangge.server.access.Post;
import org.wangge.server.database.Database;
import org.wangge.server.events.EventClocks;
import org.wangge.server.events.EventRegistration;
import org.wangge.server.exports.Exports;
import org.wangge.server.jobs.Progress;
import org.wangge.server.store.AreaStore;
import org.wangge.server.store.AuditStore;
import org.wangge.server.store.CalendarStore;
import org.wangge.server.store.EventStore;
import org.wangge.server.store.ExportStore;
import org.wangge.server.store.ImportStore;
import org.wangge.server.store.RecordStore;
import org.wangge.server.store.Store;
import org.wangge.wire.ImportCommit;
import org.wangge.wire.ImportReport;
import org.wangge.wire.ImportRow;

/**
 * 掌起镇 in a real database, empty but for its places, a few days after the samples were collected.
 */
final class ImportTown {
  static final String TOWN = "330282104";
  static final String VILLAGE = "330282104202";
  static final Catalogue CATALOGUE = CatalogueFiles.shipped();

  /** 2026-11-06 08:20 in the town. */
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-06T00:20:00Z"), ZoneId.of("Asia/Shanghai"));

  final Database database;
  final RecordStore records;
  final Imports imports;
  final Exports exports;
  final AuditStore audit;
  final Caller town = caller(Post.TOWN_OPERATOR, TOWN);
  final Caller village = caller(Post.VILLAGE_OPERATOR, VILLAGE);

  ImportTown(Database database) {
    this.database = database;
    Store store = new Store(database, CLOCK);
    AreaStore areas = new AreaStore(store);
    try (Reader csv =
        new InputStreamReader(
            ImportTown.class.getResourceAsStream("/org/wangge/db/areas/330282.csv"),
            StandardCharsets.UTF_8)) {
      areas.load(csv);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    EventClocks.fillCalendar(store, new CalendarStore());
    EventStore events = new EventStore();
    records =
        new RecordStore(
            store,
            CATALOGUE,
            Map.of(
                "event",
                new EventRegistration(events, new EventClocks(new CalendarStore(), events))));
    audit = new AuditStore(store);
    ImportStore files = new ImportStore(store, CATALOGUE);
    imports = new Imports(store, records, files, areas, audit, CATALOGUE);
    exports =
        new Exports(store, records, new ExportStore(CATALOGUE), files, areas, audit, CATALOGUE);
  }

  static Caller caller(Post post, String area) {
    return new Caller(
        new Account(RecordId.next(), post.key() + "-" + area, "测试员", post, area), "PC-1", "r-1");
  }

  ImportReport rehearse(Caller caller, String name, byte[] content) {
    return imports.rehearse(
        caller,
        new Imports.File(name, content, Optional.empty(), Optional.empty(), null),
        Progress.UNWATCHED);
  }

  ImportReport commit(Caller caller, ImportReport rehearsed) {
    return imports.commit(
        caller, rehearsed.id(), new ImportCommit(UUID.randomUUID(), false), Progress.UNWATCHED);
  }

  ImportReport take(Caller caller, String name, byte[] content) {
    return commit(caller, rehearse(caller, name, content));
  }

  Map<Integer, ImportRow> rows(Caller caller, ImportReport report, String outcome) {
    Map<Integer, ImportRow> rows = new LinkedHashMap<>();
    Optional<String> after = Optional.empty();
    do {
      var page = imports.rows(caller, report.id(), outcome, after, 1000);
      page.rows().forEach(row -> rows.put(row.row(), row));
      after = page.next();
    } while (after.isPresent());
    return rows;
  }

  /** Rows of a plain query, columns by their names in lower case. */
  List<Map<String, Object>> sql(String query, Object... parameters) {
    try (Connection connection = database.source().getConnection();
        PreparedStatement statement = connection.prepareStatement(query)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      List<Map<String, Object>> rows = new ArrayList<>();
      try (ResultSet found = statement.executeQuery()) {
        while (found.next()) {
          Map<String, Object> row = new LinkedHashMap<>();
          for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
            row.put(
                found.getMetaData().getColumnLabel(i).toLowerCase(Locale.ROOT), found.getObject(i));
          }
          rows.add(row);
        }
      }
      connection.rollback();
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  long count(String table) {
    return ((Number) sql("SELECT COUNT(*) AS n FROM " + table).getFirst().get("n")).longValue();
  }

  static byte[] sample(String resource) {
    try (InputStream stream = ImportTown.class.getResourceAsStream("/samples/" + resource)) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
