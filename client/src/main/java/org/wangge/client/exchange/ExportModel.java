package org.wangge.client.exchange;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import org.wangge.catalogue.Field;
import org.wangge.catalogue.RecordType;
import org.wangge.catalogue.Sensitivity;
import org.wangge.client.ui.Background;
import org.wangge.client.ui.Messages;
import org.wangge.client.work.FileDoor;
import org.wangge.client.workplace.Workplace;
import org.wangge.problem.Problem;
import org.wangge.record.Query;
import org.wangge.wire.ExportOrder;

/** What is written out, why, and where to. */
public final class ExportModel {
  /** Fewest characters of a reason; the server asks for as many. */
  public static final int REASON_AT_LEAST = 4;

  private static final Messages TEXT = Messages.of(ExportModel.class);

  private final Workplace workplace;
  private final ExchangeCalls calls;
  private final Background background;
  private final Supplier<LocalDate> today;
  private final ObjectProperty<RecordType> type = new SimpleObjectProperty<>();
  private final ObservableSet<String> fields = FXCollections.observableSet(new LinkedHashSet<>());
  private final BooleanProperty clear = new SimpleBooleanProperty();
  private final StringProperty reason = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ObjectProperty<Problem> refusal = new SimpleObjectProperty<>();

  /**
   * An export that has not begun.
   *
   * @param today today in the town
   */
  public ExportModel(
      Workplace workplace, ExchangeCalls calls, Background background, Supplier<LocalDate> today) {
    this.workplace = workplace;
    this.calls = calls;
    this.background = background;
    this.today = today;
    type.addListener((property, before, now) -> chooseAll());
    reason.addListener((property, before, now) -> sentence.set(""));
    if (!types().isEmpty()) {
      type.set(types().getFirst());
    }
  }

  /** Types the account may read. */
  public List<RecordType> types() {
    return workplace.listedTypes();
  }

  /** The chosen type; null when there is none. */
  public ObjectProperty<RecordType> type() {
    return type;
  }

  /** Columns of the chosen type, in order. */
  public List<Field> columns() {
    return type.get() == null ? List.of() : type.get().fields();
  }

  /** Names of the chosen columns. */
  public ObservableSet<String> fields() {
    return fields;
  }

  /** Whether masked values are wanted in clear. */
  public BooleanProperty clear() {
    return clear;
  }

  /** Why. */
  public StringProperty reason() {
    return reason;
  }

  /** What is missing, in a sentence; empty when nothing. */
  public ReadOnlyStringProperty sentence() {
    return sentence.getReadOnlyProperty();
  }

  /** Whether the file is being made. */
  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  /** The last refusal; null when none. */
  public ObjectProperty<Problem> refusal() {
    return refusal;
  }

  /** Whether some column is masked for this account and may be asked for in clear. */
  public boolean mayAskClear() {
    return workplace.has("reveal") && columns().stream().anyMatch(this::masked);
  }

  /** Whether the column stands masked in the file. */
  public boolean masked(Field field) {
    return field.sensitivity() != Sensitivity.OPEN
        && !workplace.session().visible().contains(field.sensitivity());
  }

  /** Chooses every column. */
  public void chooseAll() {
    fields.clear();
    columns().forEach(field -> fields.add(field.name()));
    sentence.set("");
  }

  /** Chooses the columns of the list. */
  public void chooseListed() {
    fields.clear();
    columns().stream().filter(Field::inList).forEach(field -> fields.add(field.name()));
    sentence.set("");
  }

  /** Puts a column in or leaves it out. */
  public void choose(String field, boolean wanted) {
    if (wanted) {
      fields.add(field);
    } else {
      fields.remove(field);
    }
    sentence.set("");
  }

  /** Whether everything is there; otherwise {@link #sentence} tells what is not. */
  public boolean isComplete() {
    String words = reason.get().strip();
    if (fields.isEmpty()) {
      sentence.set(TEXT.get("export.fields.missing"));
    } else if (words.codePointCount(0, words.length()) < REASON_AT_LEAST) {
      sentence.set(TEXT.get("export.reason.missing", "count", REASON_AT_LEAST));
    } else {
      sentence.set("");
    }
    return sentence.get().isEmpty();
  }

  /** Name proposed for the file. */
  public String fileName() {
    return TEXT.get(
        "export.name", Map.of("type", type.get().label(), "date", today.get().toString()));
  }

  /** Writes the file. */
  public void export(Path target, Consumer<Path> written) {
    if (busy.get() || !isComplete()) {
      return;
    }
    List<String> wanted = columns().stream().map(Field::name).filter(fields::contains).toList();
    ExportOrder order =
        new ExportOrder(
            type.get().key(),
            Query.all(),
            wanted.size() == columns().size() ? List.of() : wanted,
            clear.get() && mayAskClear(),
            reason.get().strip());
    busy.set(true);
    background.run(
        () -> {
          FileDoor.write(target, calls.export(order));
          return target;
        },
        file -> {
          busy.set(false);
          // The next export has a reason of its own.
          reason.set("");
          written.accept(file);
        },
        problem -> {
          busy.set(false);
          refusal.set(problem);
        });
  }
}
