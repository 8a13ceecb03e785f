package org.wangge.server.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The picture and the table of the user guide are drawn from the table the server goes by. */
class FlowGuideTest {
  private static final Path GUIDE = Path.of("../../docs/guide/event-flow.md");

  private final Flow flow = Flow.shipped();
  private final EventWords words = new EventWords();

  @Test
  void theGuideShowsTheTableThatIsInForce() throws IOException {
    String drawn = drawn();
    // What stands here after a change of the table belongs into the guide.
    Files.writeString(Path.of("target/event-flow.md"), drawn);
    assertThat(GUIDE).hasContent(drawn);
  }

  private String drawn() {
    StringBuilder page = new StringBuilder();
    page.append("# 事件流转\n\n");
    page.append("服务器按一张表办事，工作站的按钮、下面的图和表都由它而来。\n\n");
    page.append("```mermaid\nstateDiagram-v2\n");
    for (State state : State.values()) {
      page.append("  state \"%s\" as %s\n".formatted(words.state(state), state.code()));
    }
    page.append("  [*] --> D: 登记\n");
    Set<String> arrows = new LinkedHashSet<>();
    for (Transition way : flow.transitions()) {
      way.to()
          .ifPresent(
              to ->
                  way.from().stream()
                      .sorted()
                      .forEach(
                          from ->
                              arrows.add(
                                  "  %s --> %s: %s"
                                      .formatted(from.code(), to.code(), words.act(way.act())))));
    }
    arrows.forEach(arrow -> page.append(arrow).append('\n'));
    page.append("```\n\n");
    page.append("| 序号 | 操作 | 从 | 到 | 须写意见 | 不改变状态 |\n|---|---|---|---|---|---|\n");
    Set<String> lines = new LinkedHashSet<>();
    for (Transition way : flow.transitions()) {
      lines.add(
          "| %d | %s | %s | %s | %s | %s |"
              .formatted(
                  way.number(),
                  words.act(way.act()),
                  way.from().stream().sorted().map(words::state).collect(Collectors.joining("、")),
                  way.to().map(words::state).orElse("—"),
                  way.wordsRequired() ? "是" : "",
                  way.to().isEmpty() ? "是" : ""));
    }
    lines.forEach(line -> page.append(line).append('\n'));
    return page.toString();
  }
}
