package org.wangge.client.connection;

import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wangge.catalogue.Catalogue;
import org.wangge.catalogue.RecordType;
import org.wangge.client.ui.Background;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;
import org.wangge.wire.Saved;
import org.wangge.wire.WireCodec;

/** The outbox in a sealed folder. */
public final class SealedOutbox implements Outbox {
  private static final Logger LOG = LoggerFactory.getLogger(SealedOutbox.class);
  private static final String PREFIX = "waiting-";

  private final SealedFolder folder;
  private final Catalogue catalogue;
  private final WireCodec codec;
  private final RecordCalls calls;
  private final Drafts drafts;
  private final Background background;
  private final Consumer<Saved> sent;
  private final Map<UUID, Waiting> waiting = new TreeMap<>();
  private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();
  private final AtomicBoolean sending = new AtomicBoolean();

  /** A waiting save as it lies in its file. */
  private record Document(
      String type,
      UUID id,
      UUID request,
      long version,
      String area,
      Map<String, Object> changes,
      boolean confirmed,
      String title,
      LocalDateTime at) {}

  /**
   * Reads the outbox of the folder.
   *
   * @param drafts where refused saves go
   * @param sent told on the window's thread of each save that arrived
   */
  public SealedOutbox(
      SealedFolder folder,
      Catalogue catalogue,
      WireCodec codec,
      RecordCalls calls,
      Drafts drafts,
      Background background,
      Consumer<Saved> sent) {
    this.folder = folder;
    this.catalogue = catalogue;
    this.codec = codec;
    this.calls = calls;
    this.drafts = drafts;
    this.background = background;
    this.sent = sent;
    reload();
  }

  /** Reads the folder again, after entries were taken back from under an old password. */
  public synchronized void reload() {
    waiting.clear();
    folder
        .entries(PREFIX)
        .forEach((name, bytes) -> read(bytes).ifPresent(item -> waiting.put(item.id(), item)));
    tellCount();
  }

  private Optional<Waiting> read(byte[] bytes) {
    try {
      Document document = codec.read(bytes, Document.class);
      return catalogue
          .find(document.type())
          .map(
              type ->
                  new Waiting(
                      document.type(),
                      document.id(),
                      new Saving(
                          document.request(),
                          document.version(),
                          document.area(),
                          codec.fromWire(type, document.changes()),
                          document.confirmed()),
                      document.title(),
                      document.at()));
    } catch (Problem e) {
      LOG.warn("A waiting save does not fit the catalogue any more and is left as it is", e);
      return Optional.empty();
    }
  }

  @Override
  public synchronized void add(Waiting item) {
    Saving saving = item.saving();
    RecordType type = catalogue.type(item.type());
    folder.put(
        PREFIX + item.id(),
        codec.write(
            new Document(
                item.type(),
                item.id(),
                saving.requestId(),
                saving.version(),
                saving.area(),
                codec.toWire(type, saving.changes()),
                saving.confirmed(),
                item.title(),
                item.at())));
    waiting.put(item.id(), item);
    tellCount();
  }

  @Override
  public synchronized void remove(UUID id) {
    if (waiting.remove(id) != null) {
      folder.remove(PREFIX + id);
      tellCount();
    }
  }

  @Override
  public synchronized List<Waiting> all() {
    return waiting.values().stream().sorted(Comparator.comparing(Waiting::at)).toList();
  }

  @Override
  public void send() {
    if (!sending.compareAndSet(false, true)) {
      return;
    }
    try {
      for (Waiting item : all()) {
        if (!send(item)) {
          return;
        }
      }
    } finally {
      sending.set(false);
    }
  }

  /** Sends one; false when the way is closed and the others need not be tried. */
  private boolean send(Waiting item) {
    try {
      Saved saved = calls.save(catalogue.type(item.type()), item.id(), item.saving());
      removeSame(item);
      background.onWindow(() -> sent.accept(saved));
      return true;
    } catch (Problem problem) {
      if (problem.code() == ProblemCode.INTERNAL) {
        LOG.warn("The server broke over a waiting save; it stays and the others go on", problem);
        return true;
      }
      if (waits(problem)) {
        return false;
      }
      // The draft is written before the waiting save goes: whatever happens between, nothing is
      // lost.
      Saving saving = item.saving();
      drafts.keep(
          new Draft(
              item.type(),
              item.id(),
              saving.version(),
              saving.area() == null ? "" : saving.area(),
              saving.changes(),
              Map.of(),
              item.title(),
              item.at(),
              problem.wording()));
      removeSame(item);
      return true;
    }
  }

  /** A refusal that says nothing about the record. */
  private static boolean waits(Problem problem) {
    return switch (problem.code()) {
      case SERVER_UNREACHABLE,
          SERVER_NOT_TRUSTED,
          NOT_SIGNED_IN,
          PASSWORD_MUST_CHANGE,
          TOO_MANY_REQUESTS,
          DATABASE_UNAVAILABLE ->
          true;
      default -> false;
    };
  }

  /** Whether a refusal means that a save should wait here. */
  public static boolean shouldWait(Problem problem) {
    return problem.code() == ProblemCode.SERVER_UNREACHABLE;
  }

  /** A later save of the same record may have taken the place meanwhile; it stays. */
  private synchronized void removeSame(Waiting item) {
    Waiting now = waiting.get(item.id());
    if (now != null && now.saving().requestId().equals(item.saving().requestId())) {
      remove(item.id());
    }
  }

  private void tellCount() {
    int now = waiting.size();
    background.onWindow(() -> count.set(now));
  }

  @Override
  public ReadOnlyIntegerProperty count() {
    return count.getReadOnlyProperty();
  }
}
