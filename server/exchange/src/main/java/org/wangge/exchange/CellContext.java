package org.wangge.exchange;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.wangge.catalogue.Catalogue;
import org.wangge.catalogue.Field;

/** What codecs look up: code lists, areas, records, the day. */
public final class CellContext {
  private final Catalogue catalogue;
  private final Places places;
  private final References references;
  private final LocalDate today;
  private final Answers answers;
  private final Map<String, CodeIndex> codes = new ConcurrentHashMap<>();
  private final Map<String, String> placeNames = new ConcurrentHashMap<>();

  /**
   * A context.
   *
   * @param today the day values are judged on, town time
   */
  public CellContext(Catalogue catalogue, Places places, References references, LocalDate today) {
    this(catalogue, places, references, today, Answers.NONE);
  }

  /**
   * The same with what people said that unknown values mean.
   *
   * @param today the day values are judged on, town time
   */
  public CellContext(
      Catalogue catalogue, Places places, References references, LocalDate today, Answers answers) {
    this.catalogue = catalogue;
    this.places = places;
    this.references = references;
    this.today = today;
    this.answers = answers;
  }

  /** The catalogue. */
  public Catalogue catalogue() {
    return catalogue;
  }

  /** Names of areas. */
  public Places places() {
    return places;
  }

  /** Records that cells may name. */
  public References references() {
    return references;
  }

  /** The day values are judged on. */
  public LocalDate today() {
    return today;
  }

  Answers answers() {
    return answers;
  }

  Map<String, String> placeNames() {
    return placeNames;
  }

  CodeIndex codes(Field field) {
    return codes.computeIfAbsent(field.codes(), key -> new CodeIndex(catalogue.codeList(key)));
  }
}
