package org.wangge.client.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.wangge.client.ui.Matching;

/** Where the choices of a field come from. */
public interface Choices {
  /** Finds what fits the typed words and hands it over on the window's thread; all when empty. */
  void find(String words, Consumer<List<Choice>> found);

  /** Tells what a value is called, on the window's thread; at once where it is known. */
  void label(Object value, Consumer<String> found);

  /** Choices from a list that is at hand. */
  static Choices of(List<Choice> all) {
    return new Choices() {
      @Override
      public void find(String words, Consumer<List<Choice>> found) {
        found.accept(fitting(all, words));
      }

      @Override
      public void label(Object value, Consumer<String> found) {
        found.accept(
            all.stream()
                .filter(choice -> choice.value().equals(value))
                .map(Choice::label)
                .findFirst()
                .orElse(value.toString()));
      }
    };
  }

  /**
   * Choices from a list that is at hand.
   *
   * @param offered what may be chosen
   * @param labels what a value is called, also one that is no longer offered
   */
  static Choices of(List<Choice> offered, Function<String, String> labels) {
    return new Choices() {
      @Override
      public void find(String words, Consumer<List<Choice>> found) {
        found.accept(fitting(offered, words));
      }

      @Override
      public void label(Object value, Consumer<String> found) {
        found.accept(labels.apply(value.toString()));
      }
    };
  }

  /**
   * What fits, best first: the code itself, the code without leading zeros, the beginning of the
   * label, its pinyin initials, the beginning of the code, any part of the label, a synonym.
   */
  static List<Choice> fitting(List<Choice> all, String words) {
    String wanted = words.strip().toLowerCase(Locale.ROOT);
    if (wanted.isEmpty()) {
      return all;
    }
    record Ranked(Choice choice, int rank, int place) {}
    List<Ranked> ranked = new ArrayList<>();
    for (int place = 0; place < all.size(); place++) {
      Choice choice = all.get(place);
      Optional<Integer> rank = rank(choice, wanted);
      if (rank.isPresent()) {
        ranked.add(new Ranked(choice, rank.get(), place));
      }
    }
    ranked.sort(Comparator.comparingInt(Ranked::rank).thenComparingInt(Ranked::place));
    return ranked.stream().map(Ranked::choice).toList();
  }

  private static Optional<Integer> rank(Choice choice, String wanted) {
    String label = choice.label().toLowerCase(Locale.ROOT);
    if (choice.code().equals(wanted)) {
      return Optional.of(0);
    }
    if (!choice.code().isEmpty() && choice.code().replaceFirst("^0+(?=.)", "").equals(wanted)) {
      return Optional.of(1);
    }
    if (label.startsWith(wanted)) {
      return Optional.of(2);
    }
    if (Matching.initialsBegin(choice.label(), wanted)) {
      return Optional.of(3);
    }
    if (choice.code().startsWith(wanted)) {
      return Optional.of(4);
    }
    if (label.contains(wanted)) {
      return Optional.of(5);
    }
    boolean synonym = choice.synonyms().stream().anyMatch(other -> other.contains(wanted));
    return synonym ? Optional.of(6) : Optional.empty();
  }
}
