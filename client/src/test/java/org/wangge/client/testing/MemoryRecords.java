package org.wangge.client.testing;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.wangge.catalogue.Field;
import org.wangge.catalogue.RecordType;
import org.wangge.catalogue.Sensitivity;
import org.wangge.client.connection.RecordCalls;
import org.wangge.client.connection.Saving;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;
import org.wangge.record.Change;
import org.wangge.record.Page;
import org.wangge.record.Query;
import org.wangge.record.Record;
import org.wangge.record.StaleVersion;
import org.wangge.record.Status;
import org.wangge.record.Values;
import org.wangge.validation.Masking;
import org.wangge.wire.Cancel;
import org.wangge.wire.Checked;
import org.wangge.wire.Match;
import org.wangge.wire.Related;
import org.wangge.wire.Restore;
import org.wangge.wire.Saved;

/** A server's answers about records, kept in memory: versions, masking and refusals to order. */
public final class MemoryRecords implements RecordCalls {
  private static final LocalDateTime START = LocalDateTime.of(2026, 10, 20, 9, 0);

  private final Map<UUID, Record> records = new LinkedHashMap<>();
  private final List<Saving> savings = new ArrayList<>();
  private List<Match> matches = List.of();
  private List<Related> related = List.of();
  private Problem next;
  private boolean away;

  /** The following request is refused so. */
  public void refuseNext(Problem problem) {
    next = problem;
  }

  /** Whether the server cannot be reached. */
  public void setAway(boolean now) {
    away = now;
  }

  /** What a check finds. */
  public void setMatches(List<Match> now) {
    matches = now;
  }

  /** All saves that arrived. */
  public List<Saving> savings() {
    return savings;
  }

  /** Puts a record there, as another workstation would. */
  public Record put(RecordType type, UUID id, String area, Values values, String by) {
    Record before = records.get(id);
    Values all = before == null ? values : before.values().with(values);
    LocalDateTime at = START.plusMinutes(records.size());
    Record now =
        new Record(
            id,
            type.key(),
            before == null ? 1 : before.version() + 1,
            area,
            Status.ACTIVE,
            false,
            all,
            Set.of(),
            before == null ? by : before.registeredBy(),
            before == null ? at : before.registeredAt(),
            by,
            at);
    records.put(id, now);
    return masked(type, now);
  }

  private void reach() {
    if (away) {
      throw new Problem(ProblemCode.SERVER_UNREACHABLE);
    }
    if (next != null) {
      Problem problem = next;
      next = null;
      throw problem;
    }
  }

  private static Record masked(RecordType type, Record record) {
    Map<String, Object> values = new LinkedHashMap<>(record.values().asMap());
    Set<String> names =
        type.fields().stream()
            .filter(field -> field.sensitivity().compareTo(Sensitivity.SENSITIVE) >= 0)
            .map(Field::name)
            .filter(name -> record.values().get(name) != null)
            .collect(Collectors.toSet());
    for (String name : names) {
      values.put(name, Masking.mask(type.byName().get(name), record.values().get(name)));
    }
    return new Record(
        record.id(),
        type.key(),
        record.version(),
        record.area(),
        record.status(),
        record.incomplete(),
        Values.of(values),
        names,
        record.registeredBy(),
        record.registeredAt(),
        record.updatedBy(),
        record.updatedAt());
  }

  @Override
  public Page<Record> query(RecordType type, Query query) {
    reach();
    List<Record> rows =
        records.values().stream()
            .filter(record -> record.type().equals(type.key()))
            .filter(record -> (record.status() == Status.CANCELLED) == query.cancelled())
            .filter(
                record ->
                    query.text().isEmpty()
                        || record.values().asMap().values().stream()
                            .anyMatch(value -> String.valueOf(value).contains(query.text())))
            .sorted(Comparator.comparing(Record::registeredAt).reversed())
            .toList();
    int from = query.after().map(Integer::parseInt).orElse(0);
    int to = Math.min(rows.size(), from + query.limit());
    return new Page<>(
        rows.subList(from, to).stream().map(record -> masked(type, record)).toList(),
        to < rows.size() ? Optional.of(String.valueOf(to)) : Optional.empty());
  }

  @Override
  public Record read(RecordType type, UUID id) {
    reach();
    if (!records.containsKey(id)) {
      throw new Problem(ProblemCode.NOT_FOUND);
    }
    return masked(type, records.get(id));
  }

  @Override
  public Checked check(RecordType type, String area, UUID id, Values values) {
    reach();
    return new Checked(List.of(), matches);
  }

  @Override
  public Saved save(RecordType type, UUID id, Saving saving) {
    reach();
    Record before = records.get(id);
    long version = before == null ? 0 : before.version();
    if (version != saving.version()) {
      throw new StaleVersion(masked(type, before));
    }
    savings.add(saving);
    String area = before == null ? saving.area() : before.area();
    return new Saved(put(type, id, area, saving.changes(), "李村"), List.of());
  }

  @Override
  public Saved cancel(RecordType type, UUID id, Cancel cancel) {
    return status(type, id, Status.CANCELLED);
  }

  @Override
  public Saved restore(RecordType type, UUID id, Restore restore) {
    return status(type, id, Status.ACTIVE);
  }

  private Saved status(RecordType type, UUID id, Status status) {
    reach();
    Record now = records.get(id);
    Record then =
        new Record(
            id,
            now.type(),
            now.version() + 1,
            now.area(),
            status,
            now.incomplete(),
            now.values(),
            Set.of(),
            now.registeredBy(),
            now.registeredAt(),
            "李村",
            now.updatedAt().plusMinutes(1));
    records.put(id, then);
    return new Saved(masked(type, then), List.of());
  }

  @Override
  public List<Change> history(RecordType type, UUID id) {
    reach();
    Record now = records.get(id);
    return List.of(
        new Change(
            1, "register", "", "", "", "", now.registeredBy(), now.registeredAt(), "村办公室", ""));
  }

  @Override
  public Values reveal(RecordType type, UUID id, List<String> fields, String reason) {
    reach();
    Map<String, Object> clear = new LinkedHashMap<>();
    fields.forEach(name -> clear.put(name, records.get(id).values().get(name)));
    return Values.of(clear);
  }

  @Override
  public List<Related> related(RecordType type, UUID id) {
    reach();
    return related;
  }

  /** What leads to every record. */
  public void setRelated(List<Related> now) {
    related = now;
  }
}
