package org.wangge.server.store;

import static org.wangge.server.store.schema.Tables.BULLETIN;
import static org.wangge.server.store.schema.Tables.BULLETIN_FILE;
import static org.wangge.server.store.schema.Tables.BULLETIN_PARAMETER;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Record;
import org.jooq.SelectJoinStep;

/** Frozen bulletins and what they were counted by. */
public final class BulletinStore {
  /** Nothing to construct it from: all state is in the transaction. */
  public BulletinStore() {}

  /**
   * A bulletin as it was made.
   *
   * @param id id
   * @param area town code
   * @param month the month
   * @param edition 1, 2, 3 …; 0 for a preview
   * @param madeAt when
   * @param madeBy name of the account
   * @param parameters version of the parameters
   * @param dataVersion version of the figures
   * @param paper the paper in the form of its codec
   * @param checks what was checked, a line each
   */
  public record Row(
      UUID id,
      String area,
      YearMonth month,
      int edition,
      LocalDateTime madeAt,
      String madeBy,
      String parameters,
      String dataVersion,
      String paper,
      String checks) {}

  /**
   * A bulletin without its content.
   *
   * @param month the month
   * @param edition 1, 2, 3 …; 0 for a preview
   * @param madeAt when
   */
  public record Heading(YearMonth month, int edition, LocalDateTime madeAt) {}

  /**
   * A file of a bulletin.
   *
   * @param format pdf or xlsx
   * @param content its bytes
   * @param sha256 their hash in hexadecimal digits
   */
  @SuppressWarnings("ArrayRecordComponent") // written and handed on whole, never compared
  public record File(String format, byte[] content, String sha256) {}

  /**
   * Counting parameters.
   *
   * @param version version of the youngest
   * @param values all by name
   */
  public record Parameters(String version, Map<String, String> values) {
    /** Copies the map. */
    public Parameters {
      values = Map.copyOf(values);
    }
  }

  /** The parameters in force at the end of a month. */
  public Parameters parameters(Tx tx, YearMonth month) {
    Map<String, String> values = new HashMap<>();
    String version = "";
    LocalDate youngest = LocalDate.MIN;
    // Older lines first: what begins later replaces what was before.
    for (var line :
        tx.sql()
            .selectFrom(BULLETIN_PARAMETER)
            .where(BULLETIN_PARAMETER.VALID_FROM.le(month.atEndOfMonth()))
            .orderBy(BULLETIN_PARAMETER.VALID_FROM, BULLETIN_PARAMETER.NAME)) {
      values.put(line.getName(), line.getContent());
      if (!line.getValidFrom().isBefore(youngest)) {
        youngest = line.getValidFrom();
        version = line.getVersion();
      }
    }
    return new Parameters(version, values);
  }

  /** All bulletins of a town, newest month first, newest edition first, previews last. */
  public List<Heading> headings(Tx tx, String area) {
    return tx.sql()
        .select(BULLETIN.REPORT_MONTH, BULLETIN.EDITION, BULLETIN.MADE_AT)
        .from(BULLETIN)
        .where(BULLETIN.AREA.eq(area))
        .orderBy(BULLETIN.REPORT_MONTH.desc(), BULLETIN.EDITION.desc())
        .fetch(row -> new Heading(YearMonth.parse(row.value1()), row.value2(), row.value3()));
  }

  /** The newest edition of a month; a preview only where none is frozen. */
  public Optional<Row> newest(Tx tx, String area, YearMonth month) {
    return all(tx)
        .where(BULLETIN.AREA.eq(area))
        .and(BULLETIN.REPORT_MONTH.eq(month.toString()))
        .orderBy(BULLETIN.EDITION.desc())
        .limit(1)
        .fetchOptional(BulletinStore::row);
  }

  /** A certain edition of a month. */
  public Optional<Row> edition(Tx tx, String area, YearMonth month, int edition) {
    return all(tx)
        .where(BULLETIN.AREA.eq(area))
        .and(BULLETIN.REPORT_MONTH.eq(month.toString()))
        .and(BULLETIN.EDITION.eq(edition))
        .fetchOptional(BulletinStore::row);
  }

  private static SelectJoinStep<?> all(Tx tx) {
    return tx.sql().select(BULLETIN.fields()).from(BULLETIN);
  }

  private static Row row(Record row) {
    return new Row(
        row.get(BULLETIN.ID),
        row.get(BULLETIN.AREA),
        YearMonth.parse(row.get(BULLETIN.REPORT_MONTH)),
        row.get(BULLETIN.EDITION),
        row.get(BULLETIN.MADE_AT),
        row.get(BULLETIN.MADE_BY),
        row.get(BULLETIN.PARAMETERS),
        row.get(BULLETIN.DATA_VERSION),
        row.get(BULLETIN.PAPER),
        row.get(BULLETIN.CHECKS));
  }

  /**
   * Keeps a bulletin with its files. A preview takes the place of the one before; an edition that
   * exists already is never replaced.
   *
   * @return false when somebody else froze this edition meanwhile; nothing is kept then
   */
  public boolean keep(Tx tx, Row bulletin, List<File> files) {
    if (bulletin.edition() == 0) {
      edition(tx, bulletin.area(), bulletin.month(), 0).ifPresent(old -> remove(tx, old.id()));
    } else if (edition(tx, bulletin.area(), bulletin.month(), bulletin.edition()).isPresent()) {
      return false;
    }
    tx.sql()
        .insertInto(BULLETIN)
        .set(BULLETIN.ID, bulletin.id())
        .set(BULLETIN.AREA, bulletin.area())
        .set(BULLETIN.REPORT_MONTH, bulletin.month().toString())
        .set(BULLETIN.EDITION, bulletin.edition())
        .set(BULLETIN.MADE_AT, bulletin.madeAt())
        .set(BULLETIN.MADE_BY, bulletin.madeBy())
        .set(BULLETIN.PARAMETERS, bulletin.parameters())
        .set(BULLETIN.DATA_VERSION, bulletin.dataVersion())
        .set(BULLETIN.PAPER, bulletin.paper())
        .set(BULLETIN.CHECKS, bulletin.checks())
        .execute();
    for (File file : files) {
      tx.sql()
          .insertInto(BULLETIN_FILE)
          .set(BULLETIN_FILE.BULLETIN_ID, bulletin.id())
          .set(BULLETIN_FILE.EDITION, bulletin.edition())
          .set(BULLETIN_FILE.FORMAT, file.format())
          .set(BULLETIN_FILE.CONTENT, file.content())
          .set(BULLETIN_FILE.SHA256, file.sha256())
          .execute();
    }
    return true;
  }

  private static void remove(Tx tx, UUID preview) {
    tx.sql().deleteFrom(BULLETIN_FILE).where(BULLETIN_FILE.BULLETIN_ID.eq(preview)).execute();
    tx.sql().deleteFrom(BULLETIN).where(BULLETIN.ID.eq(preview)).execute();
  }

  /** A file of a bulletin, or empty. */
  public Optional<File> file(Tx tx, UUID bulletin, String format) {
    return tx.sql()
        .selectFrom(BULLETIN_FILE)
        .where(BULLETIN_FILE.BULLETIN_ID.eq(bulletin))
        .and(BULLETIN_FILE.FORMAT.eq(format))
        .fetchOptional(row -> new File(row.getFormat(), row.getContent(), row.getSha256()));
  }
}
