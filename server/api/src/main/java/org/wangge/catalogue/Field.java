package org.wangge.catalogue;

import java.util.List;
import java.util.Optional;

/**
 * One field of a record type, as described in its catalogue file.
 *
 * @param name column, wire and file name, lower case with underscores
 * @param label Chinese name on forms, list heads and templates
 * @param kind what values it takes
 * @param length longest text in characters, most digits of an integer or decimal; 0 where the kind
 *     has none
 * @param scale decimal places; 0 otherwise
 * @param core true when the value lives in the core type's row (a person's name on a floating
 *     person's form)
 * @param essential without it the record is refused on every way in
 * @param required a form refuses to save without it; a row of a spreadsheet is taken in and marked
 *     incomplete
 * @param requiredWhen condition under which it is required; empty = see {@code required}
 * @param relevantWhen condition under which it is shown and kept; empty = always
 * @param computed expression that gives the value; such a field is never typed
 * @param initial value of a new record as text in the wire's form, or the words {@code today},
 *     {@code now}; empty = none
 * @param system set by the server only (workflow), shown but never typed
 * @param imported a system field that a ledger taken over as history may bring along
 * @param codes key of the code list of a CODE or CODES field; empty otherwise
 * @param reference key of the target type of a REFERENCE; empty otherwise
 * @param inList shown as a list column at first
 * @param filter offered as a filter
 * @param sorted lists may be sorted by it
 * @param search part in the search box
 * @param sensitivity class
 * @param unique unique among active records: {@code server}, {@code village} or empty
 * @param pinned the form offers to keep the value for the next record
 * @param synonyms other headings villages use for this column
 * @param provinceName column name in the provincial sheets; empty = the label
 * @param help one sentence for the person who types, may be empty
 * @param source clause or own
 */
public record Field(
    String name,
    String label,
    Kind kind,
    int length,
    int scale,
    boolean core,
    boolean essential,
    boolean required,
    Optional<Expression> requiredWhen,
    Optional<Expression> relevantWhen,
    Optional<Expression> computed,
    String initial,
    boolean system,
    boolean imported,
    String codes,
    String reference,
    boolean inList,
    boolean filter,
    boolean sorted,
    SearchBy search,
    Sensitivity sensitivity,
    String unique,
    boolean pinned,
    List<String> synonyms,
    String provinceName,
    String help,
    String source) {

  /** Copies the lists. */
  public Field {
    synonyms = List.copyOf(synonyms);
  }

  /** Whether a person may type into it. */
  public boolean editable() {
    return !system && computed.isEmpty();
  }

  /** Whether it takes several lines: a long text. */
  public boolean multiline() {
    return kind == Kind.TEXT && length >= 300;
  }

  /** The same field seen from an extension's form. */
  public Field asCore() {
    return new Field(
        name,
        label,
        kind,
        length,
        scale,
        true,
        essential,
        required,
        requiredWhen,
        relevantWhen,
        computed,
        initial,
        system,
        imported,
        codes,
        reference,
        inList,
        filter,
        sorted,
        search,
        sensitivity,
        unique,
        pinned,
        synonyms,
        provinceName,
        help,
        source);
  }

  /** The same field without a column in the list at first. */
  public Field withoutColumn() {
    return new Field(
        name,
        label,
        kind,
        length,
        scale,
        core,
        essential,
        required,
        requiredWhen,
        relevantWhen,
        computed,
        initial,
        system,
        imported,
        codes,
        reference,
        false,
        filter,
        sorted,
        search,
        sensitivity,
        unique,
        pinned,
        synonyms,
        provinceName,
        help,
        source);
  }
}
