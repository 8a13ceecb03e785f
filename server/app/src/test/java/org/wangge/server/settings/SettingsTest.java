package org.wangge.server.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;

class SettingsTest {
  @Test
  void theFileThatInitWritesIsReadAndHoldsEveryDefault() {
    Settings settings = Settings.parse(Settings.initialFile().lines().toList(), "settings");

    assertThat(settings.get(Settings.PORT)).isEqualTo(8443);
    assertThat(settings.get(Settings.SESSION_IDLE_MINUTES)).isEqualTo(60);
    assertThat(settings.get(Settings.SESSION_HOURS)).isEqualTo(12);
    assertThat(settings.get(Settings.LOCK_FAILURES)).isEqualTo(5);
    assertThat(settings.get(Settings.LOCK_MINUTES)).isEqualTo(15);
    assertThat(settings.get(Settings.DATABASE_MODE)).isEqualTo(DatabaseMode.EMBEDDED);
    assertThat(settings.get(Settings.SQL_ADDRESS)).isEqualTo("127.0.0.1");
  }

  @Test
  void everyKeyHasAManualInTheFile() {
    String file = Settings.initialFile();

    for (Setting<?> setting : Settings.KEYS) {
      assertThat(setting.manual()).as(setting.key()).matches("(?s).*\\p{IsHan}.*");
      assertThat(file).contains("# " + setting.manual().lines().findFirst().orElseThrow());
      assertThat(file).containsPattern("(?m)^" + setting.key() + " =");
    }
  }

  @Test
  void valuesAreReadWhateverTheSpacesAndComments() {
    Settings settings =
        Settings.parse(
            List.of(
                "\uFEFF# 说明", "", "server.port=9000", "  server.names = a.example , 10.0.0.1,  "),
            "settings");

    assertThat(settings.get(Settings.PORT)).isEqualTo(9000);
    assertThat(settings.get(Settings.NAMES)).containsExactly("a.example", "10.0.0.1");
  }

  @ParameterizedTest
  @CsvSource({
    "server.prot = 1, server.prot, 没有这个名称的设置。",
    "server.port = 65536, server.port, 应是 0 到 65535 的整数。",
    "server.port = eight, server.port, 应是 0 到 65535 的整数。",
    "sql.on = yes, sql.on, 应是 true（是）或 false（否）。",
    "database.mode = oracle, database.mode, 应是下列之一：embedded、derby-network。",
    "server.port, server.port, 应写成“名称 = 值”。"
  })
  void aWrongKeyOrValueIsRefusedWithItsLine(String line, String key, String expected) {
    Problem problem =
        catchThrowableOfType(
            Problem.class, () -> Settings.parse(List.of("# 一", "# 二", line), "settings"));

    assertThat(problem.code()).isEqualTo(ProblemCode.BAD_SETTING);
    assertThat(problem.arguments())
        .containsEntry("line", 3)
        .containsEntry("key", key)
        .containsEntry("expected", expected);
  }

  @Test
  void aKeyThatStandsTwiceIsRefused() {
    Problem problem =
        catchThrowableOfType(
            Problem.class,
            () -> Settings.parse(List.of("server.port = 1", "server.port = 2"), "settings"));

    assertThat(problem.arguments()).containsEntry("line", 2);
  }
}
