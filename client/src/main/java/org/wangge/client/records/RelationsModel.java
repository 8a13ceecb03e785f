package org.wangge.client.records;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.wangge.catalogue.Catalogue;
import org.wangge.catalogue.Field;
import org.wangge.catalogue.RecordType;
import org.wangge.problem.Problem;
import org.wangge.record.Record;
import org.wangge.wire.Related;

/**
 * What belongs to a record or mentions it: a person's categories, household, tenancies, visits and
 * events, a school's places and duties. Follows from the catalogue alone.
 */
final class RelationsModel {
  private static final int MOST_COLUMNS = 5;

  private final RecordType type;
  private final RecordModel.Tools tools;
  private final ReadOnlyObjectWrapper<List<Group>> groups = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Problem> refusal = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

  /**
   * Records of one type that lead here through one field.
   *
   * @param type their type
   * @param field the field
   * @param columns what a row shows beside the record's title
   * @param records the newest, active ones first
   * @param more whether there are further ones
   */
  record Group(
      RecordType type, Field field, List<Field> columns, List<Record> records, boolean more) {}

  RelationsModel(RecordType type, RecordModel.Tools tools) {
    this.type = type;
    this.tools = tools;
  }

  /** Whether anything can lead to records of this type. */
  boolean any() {
    return !catalogue().linksTo(type).isEmpty();
  }

  /** What leads to the record, by type in navigation order, once it was asked for. */
  ReadOnlyObjectProperty<List<Group>> groups() {
    return groups.getReadOnlyProperty();
  }

  /** Why it could not be asked for; null when it could. */
  ReadOnlyObjectProperty<Problem> refusal() {
    return refusal.getReadOnlyProperty();
  }

  /** Whether an answer is awaited. */
  ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  /** Asks what leads to a record. */
  void load(UUID id) {
    busy.set(true);
    refusal.set(null);
    tools
        .background()
        .run(
            () -> tools.calls().related(type, id),
            found -> {
              busy.set(false);
              groups.set(found.stream().map(this::group).toList());
            },
            problem -> {
              busy.set(false);
              refusal.set(problem);
            });
  }

  private Group group(Related related) {
    RecordType from = catalogue().type(related.type());
    Field field = from.byName().get(related.field());
    List<Field> columns =
        from.fields().stream()
            .filter(Field::inList)
            .filter(column -> !column.name().equals(field.name()))
            .limit(MOST_COLUMNS)
            .toList();
    return new Group(from, field, columns, related.records(), related.more());
  }

  /** What can be registered for a record: of each type once, those that belong to it first. */
  List<Catalogue.Link> additions() {
    String core = catalogue().coreOf(type).key();
    List<Catalogue.Link> belonging = new ArrayList<>();
    List<Catalogue.Link> mentioning = new ArrayList<>();
    for (Catalogue.Link link : catalogue().linksTo(type)) {
      boolean belongs = link.type().parent().equals(link.field().name());
      boolean about = link.field().required() || link.field().name().equals(core);
      boolean another = !catalogue().coreOf(link.type()).key().equals(core);
      if (!another || !link.field().editable() || !tools.workplace().mayWrite(link.type())) {
        continue;
      }
      if (belongs) {
        belonging.add(link);
      } else if (about) {
        mentioning.add(link);
      }
    }
    belonging.addAll(mentioning);
    return belonging;
  }

  /** The words of a value in a row. */
  String words(Record record, Field field) {
    return tools
        .display()
        .of(field, record.values().get(field.name()), record.masked().contains(field.name()));
  }

  /** Label of the module a type stands in. */
  String moduleOf(RecordType one) {
    return catalogue().module(one.module()).map(module -> module.label()).orElse("");
  }

  private Catalogue catalogue() {
    return tools.workplace().catalogue();
  }
}
