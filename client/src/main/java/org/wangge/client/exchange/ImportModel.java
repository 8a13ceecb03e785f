package org.wangge.client.exchange;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.wangge.catalogue.RecordType;
import org.wangge.client.ui.Background;
import org.wangge.client.ui.Messages;
import org.wangge.client.work.FileDoor;
import org.wangge.client.work.JobCalls;
import org.wangge.client.work.JobWatch;
import org.wangge.client.workplace.Workplace;
import org.wangge.problem.Problem;
import org.wangge.record.Page;
import org.wangge.validation.Finding;
import org.wangge.wire.Area;
import org.wangge.wire.ImportCommit;
import org.wangge.wire.ImportReport;
import org.wangge.wire.ImportRow;

/** One import from the choice of the file to what became of its rows. */
public final class ImportModel {
  /** Where the import stands. */
  public enum Step {
    /** 选文件. */
    CHOOSE(1),
    /** 预演. */
    REHEARSE(2),
    /** 提交. */
    COMMIT(3),
    /** 结果. */
    RESULT(4);

    private final int number;

    Step(int number) {
      this.number = number;
    }

    /** Place among the steps, from 1. */
    public int number() {
      return number;
    }
  }

  /** Outcomes in the order they are told. */
  static final List<String> OUTCOMES = List.of("create", "change", "same", "refuse", "ask");

  private static final Messages TEXT = Messages.of(ImportModel.class);

  private final Workplace workplace;
  private final ExchangeCalls calls;
  private final Background background;
  private final JobWatch job;
  private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(Step.CHOOSE);
  private final ObjectProperty<Path> file = new SimpleObjectProperty<>();
  private final StringProperty type = new SimpleStringProperty("");
  private final StringProperty village = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<ImportReport> report = new ReadOnlyObjectWrapper<>();
  private final ObservableList<ImportRow> rows = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<String> outcome = new ReadOnlyObjectWrapper<>("");
  private final ReadOnlyBooleanWrapper hasMore = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ObjectProperty<Problem> refusal = new SimpleObjectProperty<>();
  private Background.Work fetching = () -> {};
  private String next = "";
  private UUID requestId = UUID.randomUUID();

  /** An import that has not begun. */
  public ImportModel(
      Workplace workplace, ExchangeCalls calls, JobCalls jobs, Background background) {
    this.workplace = workplace;
    this.calls = calls;
    this.background = background;
    this.job = new JobWatch(jobs, background);
    village.set(workplace.homeVillage());
    // Another file, type or village is another request.
    file.addListener((chosen, before, now) -> requestId = UUID.randomUUID());
    type.addListener((chosen, before, now) -> requestId = UUID.randomUUID());
    village.addListener((chosen, before, now) -> requestId = UUID.randomUUID());
  }

  /** Where it stands. */
  public ReadOnlyObjectProperty<Step> step() {
    return step.getReadOnlyProperty();
  }

  /** The chosen file; null before. */
  public ObjectProperty<Path> file() {
    return file;
  }

  /** Key of the type the rows become; empty lets the server find out. */
  public StringProperty type() {
    return type;
  }

  /** Village the rows belong to; empty takes what the file says. */
  public StringProperty village() {
    return village;
  }

  /** What the import does or did; null before. */
  public ReadOnlyObjectProperty<ImportReport> report() {
    return report.getReadOnlyProperty();
  }

  /** Rows that have come. */
  public ObservableList<ImportRow> rows() {
    return rows;
  }

  /** The outcome whose rows are shown; empty = all. */
  public ReadOnlyObjectProperty<String> outcome() {
    return outcome.getReadOnlyProperty();
  }

  /** Whether further rows can be asked for. */
  public ReadOnlyBooleanProperty hasMore() {
    return hasMore.getReadOnlyProperty();
  }

  /** Whether an answer is awaited. */
  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  /** The last refusal; null when none. */
  public ObjectProperty<Problem> refusal() {
    return refusal;
  }

  /** The rehearsal or the commit. */
  public JobWatch job() {
    return job;
  }

  /** Types the account may register, by key. */
  public Map<String, String> types() {
    Map<String, String> types = new LinkedHashMap<>();
    types.put("", TEXT.get("type.found"));
    workplace.listedTypes().stream()
        .filter(workplace::mayWrite)
        .forEach(one -> types.put(one.key(), one.label()));
    return types;
  }

  /** Villages to choose from, by code; one alone when there is no choice. */
  public Map<String, String> villages() {
    List<Area> all = workplace.areas().villages();
    Map<String, String> villages = new LinkedHashMap<>();
    if (all.size() != 1) {
      villages.put("", TEXT.get("village.found"));
    }
    all.forEach(area -> villages.put(area.code(), area.name()));
    return villages;
  }

  /** Sends the file and shows what taking it in would do; nothing is written. */
  public void rehearse() {
    Path chosen = file.get();
    if (chosen == null || job.running().get()) {
      return;
    }
    UUID request = requestId;
    job.follow(
        () ->
            calls.rehearse(
                chosen.getFileName().toString(),
                FileDoor.read(chosen),
                type.get(),
                village.get(),
                request),
        result -> fetch(UUID.fromString(result), Step.REHEARSE),
        this::broken,
        () -> requestId = UUID.randomUUID());
  }

  private void broken(Problem problem) {
    // What failed once is tried anew, not answered from memory.
    requestId = UUID.randomUUID();
    refusal.set(problem);
  }

  private void fetch(UUID id, Step then) {
    busy.set(true);
    background.run(
        () -> calls.report(id),
        come -> {
          busy.set(false);
          report.set(come);
          step.set(then);
          // What went wrong is what one looks for first.
          show(come.refused() > 0 ? "refuse" : come.asked() > 0 ? "ask" : "");
        },
        problem -> {
          busy.set(false);
          refusal.set(problem);
        });
  }

  /** Shows the rows of an outcome; empty shows all. */
  public void show(String wanted) {
    outcome.set(wanted);
    fetchRows("");
  }

  /** Asks for the rows that follow. */
  public void more() {
    if (hasMore.get() && !busy.get()) {
      fetchRows(next);
    }
  }

  private void fetchRows(String after) {
    fetching.cancel();
    UUID id = report.get().id();
    String wanted = outcome.get();
    busy.set(true);
    fetching =
        background.run(
            () -> calls.rows(id, wanted, after),
            page -> take(page, after.isEmpty()),
            problem -> {
              busy.set(false);
              refusal.set(problem);
            });
  }

  private void take(Page<ImportRow> page, boolean first) {
    busy.set(false);
    if (first) {
      rows.setAll(page.rows());
    } else {
      rows.addAll(page.rows());
    }
    next = page.next().orElse("");
    hasMore.set(page.next().isPresent());
  }

  /** How many rows have this outcome. */
  public int count(String of) {
    ImportReport now = report.get();
    if (now == null) {
      return 0;
    }
    return switch (of) {
      case "create" -> now.created();
      case "change" -> now.changed();
      case "same" -> now.same();
      case "refuse" -> now.refused();
      case "ask" -> now.asked();
      default -> now.created() + now.changed() + now.same() + now.refused() + now.asked();
    };
  }

  /** Whether there is anything to write. */
  public boolean hasGood() {
    return count("create") + count("change") > 0;
  }

  /** Whether every row can be taken in. */
  public boolean allGood() {
    return count("refuse") + count("ask") == 0;
  }

  /**
   * Writes the rehearsed rows.
   *
   * @param all true writes all rows or none, false writes those that are right
   */
  public void commit(boolean all) {
    if (step.get() != Step.REHEARSE || job.running().get() || !hasGood() || (all && !allGood())) {
      return;
    }
    UUID id = report.get().id();
    UUID request = UUID.randomUUID();
    step.set(Step.COMMIT);
    job.follow(
        () -> calls.commit(id, new ImportCommit(request, all)),
        result -> fetch(id, Step.RESULT),
        problem -> {
          step.set(Step.REHEARSE);
          refusal.set(problem);
        },
        () -> step.set(Step.REHEARSE));
  }

  /** Begins anew with another file. */
  public void restart() {
    if (job.running().get()) {
      return;
    }
    file.set(null);
    report.set(null);
    rows.clear();
    requestId = UUID.randomUUID();
    step.set(Step.CHOOSE);
  }

  /** Name proposed for the workbook of refused rows. */
  public String refusedName() {
    String name = report.get().file().replaceFirst("\\.[A-Za-z]{3,4}$", "");
    return TEXT.get("refused.name", "name", name);
  }

  /** Writes the workbook of refused rows. */
  public void saveRefused(Path target, Consumer<Path> written) {
    UUID id = report.get().id();
    save(target, () -> calls.refused(id), written);
  }

  /** Writes an empty workbook of a type. */
  public void saveTemplate(String of, Path target, Consumer<Path> written) {
    save(target, () -> calls.template(of), written);
  }

  private void save(
      Path target, java.util.function.Supplier<byte[]> content, Consumer<Path> written) {
    busy.set(true);
    background.run(
        () -> {
          FileDoor.write(target, content.get());
          return target;
        },
        file -> {
          busy.set(false);
          written.accept(file);
        },
        problem -> {
          busy.set(false);
          refusal.set(problem);
        });
  }

  /** The label of a field of the type of the rows; the name itself when it has none. */
  public String label(String field) {
    return workplace
        .catalogue()
        .find(report.get().type())
        .flatMap(found -> found.field(field))
        .map(org.wangge.catalogue.Field::label)
        .orElse(field);
  }

  /** The name of the type of the rows. */
  public String typeLabel() {
    return workplace
        .catalogue()
        .find(report.get().type())
        .map(RecordType::label)
        .orElse(report.get().type());
  }

  /** What is said about a row, each part with its column before it. */
  public String sentences(ImportRow row) {
    if (row.findings().isEmpty()) {
      return row.changes().isEmpty() || !row.outcome().equals("change")
          ? ""
          : TEXT.get(
              "row.changes",
              "fields",
              row.changes().stream().map(this::label).collect(Collectors.joining("、")));
    }
    return row.findings().stream()
        .map(this::sentence)
        .map(sentence -> sentence.replaceFirst("。$", ""))
        .collect(Collectors.joining("；"));
  }

  /** What is said about a cell, with its column before it. */
  public String sentence(Finding finding) {
    return finding.field().isEmpty()
        ? finding.wording()
        : TEXT.get("cell", Map.of("label", label(finding.field()), "sentence", finding.wording()));
  }
}
