package org.wangge.client.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.client.settings.Settings;
import org.wangge.client.testing.ManualBackground;
import org.wangge.client.ui.Destination;
import org.wangge.client.ui.Feature;
import org.wangge.client.ui.Icon;
import org.wangge.client.ui.KeyAct;
import org.wangge.client.ui.Page;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;

class ShellModelIT {
  private static final Destination PEOPLE = Destination.of("records", "floating_person");
  private static final Destination HOUSES = Destination.of("records", "house");
  private static final Destination SECRET = Destination.of("records", "secret");

  @TempDir Path folder;

  private ShellModel shell;
  private final List<String> closed = new ArrayList<>();

  /** A page that is only a place. */
  private final class Leaf implements Page {
    private final Destination destination;
    private final SimpleBooleanProperty unsaved = new SimpleBooleanProperty();

    Leaf(Destination destination) {
      this.destination = destination;
    }

    @Override
    public Destination destination() {
      return destination;
    }

    @Override
    public ReadOnlyStringProperty title() {
      return new ReadOnlyStringWrapper(destination.toString());
    }

    @Override
    public ReadOnlyBooleanProperty unsaved() {
      return unsaved;
    }

    @Override
    public Node view() {
      throw new UnsupportedOperationException("nobody looks");
    }

    @Override
    public List<KeyAct> keys() {
      return List.of();
    }

    @Override
    public void shown() {}

    @Override
    public void leave(Runnable close) {
      if (!unsaved.get()) {
        close.run();
      }
    }

    @Override
    public void closed() {
      closed.add(destination.toString());
    }
  }

  private final class Records implements Feature {
    @Override
    public String key() {
      return "records";
    }

    @Override
    public List<NavigationItem> navigation() {
      return List.of(
          new NavigationItem("网格事件", Icon.EVENT, "网格事件", Destination.of("records", "event"), 3),
          new NavigationItem("实有人口", Icon.PEOPLE, "流动人口", PEOPLE, 2),
          new NavigationItem("实有人口", Icon.PEOPLE, "实有房屋", HOUSES, 2));
    }

    @Override
    public Page open(Destination destination) {
      if (destination.equals(SECRET)) {
        throw new Problem(ProblemCode.FORBIDDEN);
      }
      return new Leaf(destination);
    }

    @Override
    public List<Hit> find(String words) {
      return List.of(new Hit(Icon.PEOPLE, "刘大", "流动人口", PEOPLE));
    }
  }

  @BeforeEach
  void open() {
    shell =
        new ShellModel(
            List.of(new Records()), new Settings(folder), "chenjia", new ManualBackground());
  }

  private Leaf front() {
    return (Leaf) shell.selected().get();
  }

  @Test
  void theNavigationStandsInOrderAndInGroups() {
    assertThat(shell.groups())
        .extracting(group -> group.item().group())
        .containsExactly("实有人口", "网格事件");
    assertThat(shell.groups().getFirst().items()).hasSize(2);
    assertThat(shell.groups().getLast().items()).isEmpty();
  }

  @Test
  void openingTwiceShowsTheSameTab() {
    shell.open(PEOPLE);
    shell.open(HOUSES);
    shell.open(PEOPLE);

    assertThat(shell.pages()).hasSize(2);
    assertThat(front().destination()).isEqualTo(PEOPLE);
  }

  @Test
  void whatIsNotAllowedIsToldAndNotOpened() {
    shell.open(SECRET);

    assertThat(shell.pages()).isEmpty();
    assertThat(shell.refusal().get().code()).isEqualTo(ProblemCode.FORBIDDEN);
  }

  @Test
  void closingShowsTheNeighbour() {
    shell.open(PEOPLE);
    shell.open(HOUSES);
    shell.askToClose(front());

    assertThat(front().destination()).isEqualTo(PEOPLE);
    assertThat(closed).containsExactly(HOUSES.toString());
  }

  @Test
  void aTabWithSomethingUnsavedIsAskedFirst() {
    shell.open(PEOPLE);
    front().unsaved.set(true);
    shell.askToClose(front());

    assertThat(shell.pages()).hasSize(1);
    assertThat(shell.hasUnsaved()).isTrue();
  }

  @Test
  void tabsAreThereAgainAfterARestart() {
    shell.open(PEOPLE);
    shell.open(HOUSES);
    shell.select(shell.pages().getFirst());

    open();
    shell.restoreTabs();
    assertThat(shell.pages()).extracting(Page::destination).containsExactly(PEOPLE, HOUSES);
    assertThat(front().destination()).isEqualTo(PEOPLE);
  }

  @Test
  void aFirstStartOpensTheFirstItem() {
    shell.restoreTabs();

    assertThat(front().destination()).isEqualTo(PEOPLE);
  }

  @Test
  void searchFindsFunctionsByPinyinBeforeRecords() {
    shell.find("ld");

    assertThat(shell.hits().get()).extracting(Feature.Hit::label).containsExactly("流动人口", "刘大");
    shell.find("");
    assertThat(shell.hits().get()).isEmpty();
  }

  @Test
  void tabsCanBeWalkedThroughInACircle() {
    shell.open(PEOPLE);
    shell.open(HOUSES);
    shell.selectBeside(1);
    assertThat(front().destination()).isEqualTo(PEOPLE);
    shell.selectBeside(-1);
    assertThat(front().destination()).isEqualTo(HOUSES);
  }

  @Test
  void destinationsReadBackAsWritten() {
    assertThat(Destination.parse(PEOPLE.toString())).isEqualTo(PEOPLE);
    assertThat(PEOPLE.part(7)).isEmpty();
    assertThat(Map.of(PEOPLE, 1)).containsKey(Destination.of("records", "floating_person"));
  }
}
