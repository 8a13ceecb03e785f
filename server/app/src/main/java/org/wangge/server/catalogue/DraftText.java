package org.wangge.server.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wangge.catalogue.Kind;
import org.wangge.wire.OwnFieldDraft;
import org.wangge.wire.OwnTypeDraft;

/** Turns a town's description into the form of a catalogue file. */
final class DraftText {
  private static final String SOURCE = "本镇";
  private static final String FIRST_SECTION = "登记内容";
  private static final String LAST_SECTION = "其他";

  private DraftText() {}

  /** The content of the file of a type; hidden fields are left out. */
  static Map<String, Object> type(OwnTypeDraft draft) {
    Map<String, List<Object>> sections = new LinkedHashMap<>();
    List<OwnFieldDraft> shown = draft.fields().stream().filter(field -> !field.hidden()).toList();
    for (OwnFieldDraft field : shown) {
      String section = field.section().isBlank() ? FIRST_SECTION : field.section().strip();
      sections.computeIfAbsent(section, label -> new ArrayList<>()).add(field(field));
    }
    Map<String, Object> last = new LinkedHashMap<>();
    List<Object> place = sections.computeIfAbsent(LAST_SECTION, label -> new ArrayList<>());
    place.add(Map.of("name", "grid", "inList", true));
    place.add("remark");
    List<Object> all = new ArrayList<>();
    sections.forEach((label, fields) -> all.add(Map.of("label", label, "fields", fields)));
    last.put("key", draft.key());
    last.put("label", draft.label().strip());
    last.put("listed", draft.listed());
    last.put("title", List.of(DraftRules.title(shown).name()));
    last.put("sheetNames", List.of(draft.label().strip()));
    last.put("sections", all);
    return last;
  }

  /** A field as it stands in a section. */
  static Map<String, Object> field(OwnFieldDraft draft) {
    Kind kind = Kind.of(draft.kind()).orElseThrow();
    Map<String, Object> field = new LinkedHashMap<>();
    field.put("name", draft.name());
    field.put("label", draft.label().strip());
    field.put("kind", draft.kind());
    if (draft.length() > 0) {
      field.put("length", draft.length());
    }
    if (draft.scale() > 0) {
      field.put("scale", draft.scale());
    }
    field.put("required", draft.required());
    if (kind == Kind.CODE || kind == Kind.CODES) {
      field.put("codes", draft.codes());
    } else if (kind == Kind.REFERENCE) {
      field.put("reference", draft.codes());
    }
    field.put("inList", draft.inList());
    field.put("filter", draft.filter());
    if (draft.searched()) {
      field.put("search", kind == Kind.TEXT ? "prefix" : "exact");
    }
    field.put("sensitivity", draft.sensitivity().isBlank() ? "open" : draft.sensitivity());
    field.put("help", draft.help());
    field.put("source", SOURCE);
    return field;
  }
}
