package org.wangge.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every refusal and every finding has its Chinese sentence. */
class WordingTest {
  private static final ResourceBundle BUNDLE =
      ResourceBundle.getBundle("org.wangge.problem.wording", Locale.CHINA);
  private static final Pattern CODE = Pattern.compile("\"([a-z]+(?:-[a-z]+)+|required|kind)\"");

  @Test
  void everyProblemHasASentenceAndEverySentenceAProblem() {
    Set<String> codes = new TreeSet<>();
    for (ProblemCode code : ProblemCode.values()) {
      codes.add("problem." + code.key());
      assertThat(ProblemCode.of(code.key())).contains(code);
    }
    Set<String> sentences = new TreeSet<>(BUNDLE.keySet());
    sentences.removeIf(key -> !key.startsWith("problem."));
    assertThat(sentences).isEqualTo(codes);
  }

  /** Findings have no enum, since catalogues add their own; the sources of the checkers tell. */
  @Test
  void everyFindingOfTheCheckersHasASentence() {
    Set<String> codes = new TreeSet<>();
    Path sources = Path.of("src/main/java/org/wangge/validation");
    try (Stream<Path> files = Files.walk(sources)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        Matcher matcher = CODE.matcher(Files.readString(file));
        while (matcher.find()) {
          codes.add("finding." + matcher.group(1));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    assertThat(codes).hasSizeGreaterThan(30);
    assertThat(BUNDLE.keySet()).containsAll(codes);
  }

  @Test
  void sentencesAreChineseAndWhole() {
    List<String> bad = new ArrayList<>();
    for (String key : BUNDLE.keySet()) {
      String text = BUNDLE.getString(key);
      if (text.codePoints().noneMatch(Character::isIdeographic) || text.contains("校验")) {
        bad.add(key);
      }
    }
    assertThat(bad).isEmpty();
  }

  /** What is wrong and how to mend it, in one whole sentence, whichever module finds it. */
  @Test
  void everyFindingSaysHowToMendIt() {
    List<String> bad = new ArrayList<>();
    for (String key : BUNDLE.keySet()) {
      String text = BUNDLE.getString(key);
      // What ends with a reason ends with a problem's own sentence.
      boolean whole = text.endsWith("{reason}") || (text.endsWith("。") && text.contains("请"));
      if (key.startsWith("finding.") && !whole) {
        bad.add(key + "=" + text);
      }
    }
    assertThat(bad).isEmpty();
  }

  /** Codes that other modules give their findings. */
  @Test
  void everyFindingOfTheOtherModulesHasASentence() throws IOException {
    Pattern made =
        Pattern.compile("Finding\\s*\\.(?:forbid|warn)\\(([^;]*?)\"([a-z]+(?:-[a-z]+)+)\"");
    Set<String> codes = new TreeSet<>();
    for (String module : List.of("../exchange", "../app")) {
      try (Stream<Path> files = Files.walk(Path.of(module, "src/main/java"))) {
        for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
          Matcher matcher = made.matcher(Files.readString(file));
          while (matcher.find()) {
            codes.add("finding." + matcher.group(2));
          }
        }
      }
    }
    assertThat(codes).hasSizeGreaterThan(20);
    assertThat(BUNDLE.keySet()).containsAll(codes);
  }

  @Test
  void argumentsAreFilledInAndMissingOnesLeaveADash() {
    assertThat(Wording.fill("{a}和{b}", Map.of("a", "甲$1"))).isEqualTo("甲$1和—");
    assertThat(new Problem(ProblemCode.STALE_VERSION, Map.of("by", "李××")).wording())
        .contains("李××");
    assertThat(Wording.of("problem.of-a-newer-server", Map.of()))
        .isEqualTo("problem.of-a-newer-server");
  }

  @Test
  void aProblemsOwnMessageTellsNoValues() {
    assertThat(new Problem(ProblemCode.DUPLICATE, Map.of("what", "11010519491231002X")))
        .hasMessage("duplicate [what]");
  }
}
