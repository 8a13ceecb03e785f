package org.wangge.client.bulletins;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.client.testing.Desks;
import org.wangge.client.testing.ManualBackground;
import org.wangge.client.testing.MemoryJobs;
import org.wangge.client.workplace.Workplace;
import org.wangge.wire.BulletinDocument;
import org.wangge.wire.BulletinOrder;
import org.wangge.wire.BulletinState;
import org.wangge.wire.Job;
import org.wangge.wire.Table;

class BulletinsModelTest {
  private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
  private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 2, 9, 0);

  private final ManualBackground background = new ManualBackground();
  private final MemoryJobs jobs = new MemoryJobs();
  private final Calls calls = new Calls();

  private final class Calls implements BulletinCalls {
    private final List<BulletinState> states = new ArrayList<>();
    private final List<BulletinOrder> orders = new ArrayList<>();

    @Override
    public List<BulletinState> states() {
      return states;
    }

    @Override
    public BulletinDocument document(YearMonth month) {
      return new BulletinDocument(
          states.getLast(), "关于2026年10月份掌起镇通报", List.of(), List.<Table>of(), List.of());
    }

    @Override
    public Job order(BulletinOrder order) {
      orders.add(order);
      return jobs.ordered("bulletin");
    }

    @Override
    public byte[] file(YearMonth month, String format) {
      return new byte[] {1, 2, 3};
    }
  }

  private BulletinsModel model(Workplace workplace) {
    BulletinsModel model = new BulletinsModel(workplace, calls, jobs, background, () -> NOW);
    model.load();
    return model;
  }

  @Test
  void theTownSeesTheMonthThatIsOverFirst() {
    BulletinsModel model = model(Desks.town());
    assertThat(model.chosen().get().month()).isEqualTo(OCTOBER);
    assertThat(BulletinsModel.stateName(model.chosen().get())).isEqualTo("未生成");
    assertThat(model.months()).extracting(BulletinState::month).startsWith(YearMonth.of(2026, 11));
  }

  @Test
  void aBulletinIsMadeAndShown() {
    BulletinsModel model = model(Desks.town());
    List<String> told = new ArrayList<>();
    jobs.done("2026-10");
    model.make(told::add);
    assertThat(calls.orders.getFirst().month()).isEqualTo(OCTOBER);
    assertThat(calls.orders.getFirst().area()).isEqualTo("330282104");
    assertThat(calls.orders.getFirst().preview()).isFalse();
    calls.states.add(new BulletinState(OCTOBER, "330282104", "frozen", NOW, 1));
    background.pass(Duration.ofSeconds(1));
    assertThat(told).containsExactly("2026年10月通报已生成");
    assertThat(model.document().get().title()).contains("掌起镇");
    assertThat(BulletinsModel.stateName(model.chosen().get())).isEqualTo("已定稿");
  }

  @Test
  void theCurrentMonthIsOnlyAPreview() {
    BulletinsModel model = model(Desks.town());
    model.choose(model.months().getFirst());
    model.make(sentence -> {});
    assertThat(calls.orders.getFirst().preview()).isTrue();
  }

  @Test
  void aVillageReadsButMakesNothing() {
    BulletinsModel model = model(Desks.village());
    assertThat(model.mayMake()).isFalse();
    assertThat(model.months().getFirst().month()).isEqualTo(OCTOBER);
    model.make(sentence -> {});
    assertThat(calls.orders).isEmpty();
  }

  @Test
  void aFileIsWrittenUnderTheBulletinsName(@TempDir Path folder) throws IOException {
    calls.states.add(new BulletinState(OCTOBER, "330282104", "frozen", NOW, 1));
    BulletinsModel model = model(Desks.town());
    assertThat(model.fileName("pdf")).isEqualTo("关于2026年10月份掌起镇通报 2026-10.pdf");
    List<Path> written = new ArrayList<>();
    model.save("pdf", folder.resolve("a.pdf"), written::add);
    assertThat(Files.readAllBytes(written.getFirst())).containsExactly(1, 2, 3);
  }
}
