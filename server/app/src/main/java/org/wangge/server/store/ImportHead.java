package org.wangge.server.store;

import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;

/**
 * An import as it is kept.
 *
 * @param id id
 * @param requestId idempotency key of the rehearsal; null when none was given
 * @param fileName file name as sent
 * @param sheet name of the sheet the rows come from
 * @param sheetNumber its place in the file, from 0
 * @param type key of the type the rows become
 * @param givenType whether the sender said the type; otherwise it was recognised
 * @param givenVillage village the sender gave for rows that name none; null when not given
 * @param committedAt when it was written, town time; null before
 * @param counts rows by outcome
 * @param notes sentences about the file as a whole
 */
public record ImportHead(
    UUID id,
    UUID requestId,
    String fileName,
    String sheet,
    int sheetNumber,
    String type,
    boolean givenType,
    String givenVillage,
    LocalDateTime committedAt,
    Counts counts,
    List<String> notes) {
  /** Copies the list. */
  public ImportHead {
    notes = List.copyOf(notes);
  }

  /** Rows by outcome. */
  public record Counts(int created, int changed, int same, int refused, int asked) {
    /** None at all. */
    public static final Counts NONE = new Counts(0, 0, 0, 0, 0);

    /** One more row of this outcome. */
    public Counts plus(Outcome.Kind kind) {
      return switch (kind) {
        case CREATE -> new Counts(created + 1, changed, same, refused, asked);
        case CHANGE -> new Counts(created, changed + 1, same, refused, asked);
        case SAME -> new Counts(created, changed, same + 1, refused, asked);
        case REFUSE -> new Counts(created, changed, same, refused + 1, asked);
        case ASK -> new Counts(created, changed, same, refused, asked + 1);
      };
    }
  }

  /** The same with other counts and notes. */
  public ImportHead with(Counts newCounts, List<String> newNotes) {
    return new ImportHead(
        id,
        requestId,
        fileName,
        sheet,
        sheetNumber,
        type,
        givenType,
        givenVillage,
        committedAt,
        newCounts,
        newNotes);
  }
}
