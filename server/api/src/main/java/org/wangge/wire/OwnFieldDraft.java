package org.wangge.wire;

/**
 * A field of the town's own, as the town describes it.
 *
 * @param name stable name; empty for a new field, which gets one from its label
 * @param label Chinese name
 * @param section title of the section it stands in
 * @param kind kind, such as {@code text}
 * @param length longest text, most digits; 0 = the usual one of the kind
 * @param scale decimal places; 0 for all but decimals
 * @param required whether a form refuses to save without it
 * @param codes key of the code list of a chosen field; empty otherwise
 * @param inList shown as a list column
 * @param filter offered as a filter
 * @param searched found from the search box
 * @param sensitivity class, such as {@code personal}
 * @param help one sentence for the person who types; may be empty
 * @param hidden no longer on the form; what was typed stays
 */
public record OwnFieldDraft(
    String name,
    String label,
    String section,
    String kind,
    int length,
    int scale,
    boolean required,
    String codes,
    boolean inList,
    boolean filter,
    boolean searched,
    String sensitivity,
    String help,
    boolean hidden) {}
