package org.wangge.client.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.client.testing.Desks;
import org.wangge.client.testing.ManualBackground;
import org.wangge.client.testing.MemoryJobs;
import org.wangge.record.Page;
import org.wangge.validation.Finding;
import org.wangge.wire.ExportOrder;
import org.wangge.wire.ImportCommit;
import org.wangge.wire.ImportReport;
import org.wangge.wire.ImportRow;
import org.wangge.wire.Job;

class ImportModelTest {
  private static final UUID ID = UUID.fromString("0199c0de-0000-7000-8000-000000000002");
  private static final ImportRow WRONG =
      new ImportRow(
          7,
          "refuse",
          "王某",
          null,
          List.of(),
          List.of(
              new Finding(
                  "id_number",
                  Finding.Severity.FORBID,
                  "x",
                  java.util.Map.of("message", "身份证号码最后一位不对，请核对"))));

  @TempDir private Path folder;
  private final ManualBackground background = new ManualBackground();
  private final MemoryJobs jobs = new MemoryJobs();
  private final Calls calls = new Calls();
  private ImportModel model;

  private final class Calls implements ExchangeCalls {
    private final List<String> rehearsed = new ArrayList<>();
    private final List<ImportCommit> commits = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private int refused = 1;
    private boolean committed;

    @Override
    public Job rehearse(String name, byte[] content, String type, String village, UUID request) {
      rehearsed.add(name + "|" + type + "|" + village + "|" + content.length);
      return jobs.ordered("import");
    }

    @Override
    public ImportReport report(UUID id) {
      return new ImportReport(
          ID, "流动人口.xlsx", "Sheet1", "floating_person", committed, 5, 2, 1, refused, 0, List.of());
    }

    @Override
    public Page<ImportRow> rows(UUID id, String outcome, String after) {
      asked.add(outcome + "|" + after);
      return new Page<>(List.of(WRONG), after.isEmpty() ? Optional.of("7") : Optional.empty());
    }

    @Override
    public Job commit(UUID id, ImportCommit commit) {
      commits.add(commit);
      committed = true;
      return jobs.ordered("commit");
    }

    @Override
    public byte[] refused(UUID id) {
      return new byte[] {9};
    }

    @Override
    public byte[] template(String type) {
      return new byte[0];
    }

    @Override
    public byte[] export(ExportOrder order) {
      return new byte[0];
    }
  }

  @BeforeEach
  void chooseAFile() throws IOException {
    model = new ImportModel(Desks.village(), calls, jobs, background);
    model.file().set(Files.write(folder.resolve("流动人口.xlsx"), new byte[] {1, 2}));
  }

  private void rehearse() {
    jobs.done(ID.toString());
    model.rehearse();
    background.pass(Duration.ofSeconds(1));
  }

  @Test
  void theFileIsRehearsedForTheAccountsOwnVillage() {
    rehearse();
    assertThat(calls.rehearsed).containsExactly("流动人口.xlsx||330282104201|2");
    assertThat(model.step().get()).isEqualTo(ImportModel.Step.REHEARSE);
    assertThat(calls.commits).isEmpty();
  }

  @Test
  void refusedRowsAreShownFirstWithTheColumnBeforeTheSentence() {
    rehearse();
    assertThat(model.outcome().get()).isEqualTo("refuse");
    assertThat(model.sentences(model.rows().getFirst())).isEqualTo("证件号码：身份证号码最后一位不对，请核对");
  }

  @Test
  void furtherRowsComeByTheMarkOfTheLast() {
    rehearse();
    model.more();
    assertThat(calls.asked).containsExactly("refuse|", "refuse|7");
    assertThat(model.rows()).hasSize(2);
    assertThat(model.hasMore().get()).isFalse();
  }

  @Test
  void withAWrongRowOnlyTheRightOnesCanBeWritten() {
    rehearse();
    model.commit(true);
    assertThat(calls.commits).isEmpty();
    model.commit(false);
    background.pass(Duration.ofSeconds(1));
    assertThat(calls.commits.getFirst().allOrNothing()).isFalse();
    assertThat(model.step().get()).isEqualTo(ImportModel.Step.RESULT);
    assertThat(model.report().get().committed()).isTrue();
  }

  @Test
  void whenEveryRowIsRightAllCanBeWrittenAtOnce() {
    calls.refused = 0;
    rehearse();
    assertThat(model.outcome().get()).isEmpty();
    model.commit(true);
    assertThat(calls.commits.getFirst().allOrNothing()).isTrue();
  }

  @Test
  void theWorkbookOfRefusedRowsIsNamedAfterTheFile() throws IOException {
    rehearse();
    assertThat(model.refusedName()).isEqualTo("流动人口 退回.xlsx");
    model.saveRefused(folder.resolve("out.xlsx"), file -> {});
    assertThat(Files.readAllBytes(folder.resolve("out.xlsx"))).containsExactly(9);
  }

  @Test
  void aFileThatIsGoneIsToldByName() throws IOException {
    Files.delete(model.file().get());
    model.rehearse();
    assertThat(model.refusal().get().wording()).startsWith("“流动人口.xlsx”读不出来");
  }
}
