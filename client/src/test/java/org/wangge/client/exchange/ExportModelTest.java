package org.wangge.client.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.client.testing.Desks;
import org.wangge.client.testing.ManualBackground;
import org.wangge.record.Page;
import org.wangge.wire.ExportOrder;
import org.wangge.wire.ImportCommit;
import org.wangge.wire.ImportReport;
import org.wangge.wire.ImportRow;
import org.wangge.wire.Job;

class ExportModelTest {
  private final List<ExportOrder> orders = new ArrayList<>();
  private final ExportModel model =
      new ExportModel(
          Desks.village(), new Calls(), new ManualBackground(), () -> LocalDate.of(2026, 10, 20));

  private final class Calls implements ExchangeCalls {
    @Override
    public Job rehearse(String name, byte[] content, String type, String village, UUID id) {
      throw new AssertionError("not asked for");
    }

    @Override
    public ImportReport report(UUID id) {
      throw new AssertionError("not asked for");
    }

    @Override
    public Page<ImportRow> rows(UUID id, String outcome, String after) {
      throw new AssertionError("not asked for");
    }

    @Override
    public Job commit(UUID id, ImportCommit commit) {
      throw new AssertionError("not asked for");
    }

    @Override
    public byte[] refused(UUID id) {
      throw new AssertionError("not asked for");
    }

    @Override
    public byte[] template(String type) {
      throw new AssertionError("not asked for");
    }

    @Override
    public byte[] export(ExportOrder order) {
      orders.add(order);
      return new byte[] {5};
    }
  }

  @Test
  void withoutAReasonNothingIsWritten(@TempDir Path folder) {
    model.reason().set("  查 ");
    model.export(folder.resolve("a.xlsx"), file -> {});
    assertThat(orders).isEmpty();
    assertThat(model.sentence().get()).isEqualTo("请写明用途，至少 4 个字");
  }

  @Test
  void theReasonAndTheChosenColumnsGoWithTheOrder(@TempDir Path folder) {
    model.type().set(Desks.CATALOGUE.type("floating_person"));
    model.chooseListed();
    model.reason().set("十月走访核对");
    model.export(folder.resolve("a.xlsx"), file -> {});
    ExportOrder order = orders.getFirst();
    assertThat(order.type()).isEqualTo("floating_person");
    assertThat(order.reason()).isEqualTo("十月走访核对");
    assertThat(order.fields()).contains("name").doesNotContain("remark");
    assertThat(order.clear()).isFalse();
    assertThat(folder.resolve("a.xlsx")).isRegularFile();
    assertThat(model.reason().get()).as("the next export has its own reason").isEmpty();
  }

  @Test
  void allColumnsAreAskedForByNamingNone(@TempDir Path folder) {
    model.reason().set("十月走访核对");
    model.export(folder.resolve("a.xlsx"), file -> {});
    assertThat(orders.getFirst().fields()).isEmpty();
    assertThat(Files.exists(folder.resolve("a.xlsx"))).isTrue();
  }
}
