package org.wangge.client.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Text must be readable by old eyes: 4.5 to 1 by the formula of WCAG 2.1, in both token sets. */
class ContrastTest {
  private static final Pattern TOKEN = Pattern.compile("(-w-[a-z-]+): (#[0-9a-f]{6});");

  private static Map<String, String> tokens(String... sheets) throws IOException {
    Map<String, String> tokens = new HashMap<>();
    for (String sheet : sheets) {
      try (InputStream in = Theme.class.getResourceAsStream(sheet)) {
        Matcher matcher = TOKEN.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        while (matcher.find()) {
          tokens.put(matcher.group(1), matcher.group(2));
        }
      }
    }
    return tokens;
  }

  private static double luminance(String colour) {
    double[] parts = new double[3];
    for (int part = 0; part < 3; part++) {
      double value = Integer.parseInt(colour.substring(1 + 2 * part, 3 + 2 * part), 16) / 255.0;
      parts[part] = value <= 0.03928 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
  }

  private static double contrast(String one, String other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static void check(Map<String, String> tokens) {
    String[][] pairs = {
      {"-w-text", "-w-raised"},
      {"-w-text", "-w-surface"},
      {"-w-text", "-w-accent-light"},
      {"-w-muted", "-w-raised"},
      {"-w-muted", "-w-surface"},
      {"-w-accent", "-w-raised"},
      {"-w-accent-strong", "-w-accent-light"},
      {"-w-on-accent", "-w-accent"},
      {"-w-on-accent", "-w-danger"},
      {"-w-success", "-w-raised"},
      {"-w-success", "-w-success-light"},
      {"-w-warning", "-w-raised"},
      {"-w-warning", "-w-warning-light"},
      {"-w-danger", "-w-raised"},
      {"-w-danger", "-w-danger-light"},
    };
    for (String[] pair : pairs) {
      assertThat(contrast(tokens.get(pair[0]), tokens.get(pair[1])))
          .as(pair[0] + " on " + pair[1])
          .isGreaterThanOrEqualTo(4.5);
    }
  }

  @Test
  void wordsCanBeReadOnEveryGround() throws IOException {
    check(tokens("workstation.css"));
  }

  @Test
  void wordsCanBeReadOnEveryGroundInHighContrast() throws IOException {
    check(tokens("workstation.css", "high-contrast.css"));
  }
}
