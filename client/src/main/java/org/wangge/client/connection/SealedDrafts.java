package org.wangge.client.connection;

import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wangge.catalogue.Catalogue;
import org.wangge.client.ui.Background;
import org.wangge.problem.Problem;
import org.wangge.record.Values;
import org.wangge.wire.WireCodec;

/** Drafts in a sealed folder. */
public final class SealedDrafts implements Drafts {
  private static final Logger LOG = LoggerFactory.getLogger(SealedDrafts.class);
  private static final String PREFIX = "draft-";

  private final SealedFolder folder;
  private final Catalogue catalogue;
  private final WireCodec codec;
  private final Background background;
  private final Map<UUID, Draft> drafts = new TreeMap<>();
  private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();

  /** A draft as it lies in its file. */
  private record Document(
      String type,
      UUID id,
      long version,
      String area,
      Map<String, Object> changes,
      Map<String, String> unread,
      String title,
      LocalDateTime at,
      String reason) {}

  /** Reads the drafts of the folder; those of types that are gone stay in it unseen. */
  public SealedDrafts(
      SealedFolder folder, Catalogue catalogue, WireCodec codec, Background background) {
    this.folder = folder;
    this.catalogue = catalogue;
    this.codec = codec;
    this.background = background;
    reload();
  }

  /** Reads the folder again, after entries were taken back from under an old password. */
  public synchronized void reload() {
    drafts.clear();
    folder
        .entries(PREFIX)
        .forEach((name, bytes) -> read(bytes).ifPresent(draft -> drafts.put(draft.id(), draft)));
    tellCount();
  }

  private Optional<Draft> read(byte[] bytes) {
    try {
      Document document = codec.read(bytes, Document.class);
      return catalogue
          .find(document.type())
          .map(
              type ->
                  new Draft(
                      document.type(),
                      document.id(),
                      document.version(),
                      document.area(),
                      codec.fromWire(type, document.changes()),
                      document.unread(),
                      document.title(),
                      document.at(),
                      document.reason()));
    } catch (Problem e) {
      LOG.warn("A draft does not fit the catalogue any more and is left as it is", e);
      return Optional.empty();
    }
  }

  @Override
  public synchronized void keep(Draft draft) {
    Values changes = draft.changes();
    Document document =
        new Document(
            draft.type(),
            draft.id(),
            draft.version(),
            draft.area(),
            codec.toWire(catalogue.type(draft.type()), changes),
            draft.unread(),
            draft.title(),
            draft.at(),
            draft.reason());
    folder.put(PREFIX + draft.id(), codec.write(document));
    drafts.put(draft.id(), draft);
    tellCount();
  }

  @Override
  public synchronized void drop(UUID id) {
    if (drafts.remove(id) != null) {
      folder.remove(PREFIX + id);
      tellCount();
    }
  }

  @Override
  public synchronized Optional<Draft> find(UUID id) {
    return Optional.ofNullable(drafts.get(id));
  }

  @Override
  public synchronized List<Draft> all() {
    return drafts.values().stream().sorted(Comparator.comparing(Draft::at).reversed()).toList();
  }

  private void tellCount() {
    int now = drafts.size();
    background.onWindow(() -> count.set(now));
  }

  @Override
  public ReadOnlyIntegerProperty count() {
    return count.getReadOnlyProperty();
  }
}
