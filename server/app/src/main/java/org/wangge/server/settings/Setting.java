package org.wangge.server.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.function.Function;
import org.wangge.problem.Wording;

/**
 * One key of the settings file.
 *
 * @param key name in the file, such as {@code server.port}
 * @param initial value that {@code init} writes, as text
 * @param parser turns the text into the value; throws IllegalArgumentException when it cannot
 * @param expected Chinese words for what the value must be
 * @param <T> type of the value
 */
public record Setting<T>(String key, String initial, Function<String, T> parser, String expected) {
  private static final ResourceBundle MANUAL =
      ResourceBundle.getBundle("org.wangge.server.settings.manual", Locale.CHINA);

  /** A whole number from {@code least} to {@code most}. */
  static Setting<Integer> integer(String key, int initial, int least, int most) {
    return new Setting<>(
        key,
        Integer.toString(initial),
        text -> {
          int value = Integer.parseInt(text);
          if (value < least || value > most) {
            throw new IllegalArgumentException("out of range");
          }
          return value;
        },
        words("expected.integer", Map.of("least", least, "most", most)));
  }

  /** {@code true} or {@code false}. */
  static Setting<Boolean> yesNo(String key, boolean initial) {
    return new Setting<>(
        key,
        Boolean.toString(initial),
        text ->
            switch (text) {
              case "true" -> true;
              case "false" -> false;
              default -> throw new IllegalArgumentException("neither true nor false");
            },
        words("expected.yes-no", Map.of()));
  }

  /** One of the constants of an enumeration, written in lower case with hyphens. */
  static <E extends Enum<E>> Setting<E> choice(String key, E initial) {
    Class<E> type = initial.getDeclaringClass();
    List<String> choices = Arrays.stream(type.getEnumConstants()).map(Setting::choiceName).toList();
    return new Setting<>(
        key,
        choiceName(initial),
        text -> Enum.valueOf(type, nameOfChoice(text, choices)),
        words("expected.choice", Map.of("choices", String.join("、", choices))));
  }

  /** Digits; empty is allowed. */
  static Setting<String> digits(String key, String initial) {
    return new Setting<>(
        key,
        initial,
        text -> {
          if (!text.matches("[0-9]*")) {
            throw new IllegalArgumentException("not digits");
          }
          return text;
        },
        words("expected.digits", Map.of()));
  }

  /** Any text; empty is allowed. */
  static Setting<String> text(String key, String initial) {
    return new Setting<>(key, initial, text -> text, words("expected.text", Map.of()));
  }

  /** Texts separated by commas; empty = none. */
  static Setting<List<String>> texts(String key, String initial) {
    return new Setting<>(
        key,
        initial,
        text ->
            Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList(),
        words("expected.texts", Map.of()));
  }

  /** What the key is for, in Chinese, one or more lines. */
  public String manual() {
    return MANUAL.getString(key);
  }

  private static String choiceName(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String nameOfChoice(String text, List<String> choices) {
    if (!choices.contains(text)) {
      throw new IllegalArgumentException("not a choice");
    }
    return text.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  private static String words(String key, Map<String, ?> arguments) {
    return Wording.fill(MANUAL.getString(key), arguments);
  }
}
