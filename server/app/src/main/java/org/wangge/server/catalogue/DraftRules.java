package org.wangge.server.catalogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.wangge.catalogue.Catalogue;
import org.wangge.catalogue.CodeList;
import org.wangge.catalogue.Columns;
import org.wangge.catalogue.Kind;
import org.wangge.catalogue.Module;
import org.wangge.catalogue.RecordType;
import org.wangge.catalogue.Sensitivity;
import org.wangge.catalogue.TownAdditions;
import org.wangge.pinyin.Readings;
import org.wangge.validation.Finding;
import org.wangge.validation.InvalidRecord;
import org.wangge.wire.CodeListSave;
import org.wangge.wire.OwnFieldDraft;
import org.wangge.wire.OwnTypeDraft;
import org.wangge.wire.OwnTypeSave;

/** What a town's description must be like, in words for the clerk who wrote it. */
final class DraftRules {
  /** Kinds a town may choose; the others belong to machinery a town's own type has no part in. */
  static final Set<Kind> KINDS =
      Set.of(
          Kind.TEXT,
          Kind.INTEGER,
          Kind.DECIMAL,
          Kind.DATE,
          Kind.DATETIME,
          Kind.CODE,
          Kind.CODES,
          Kind.YES_NO,
          Kind.ID_NUMBER,
          Kind.CREDIT_CODE,
          Kind.PHONE,
          Kind.PLACE,
          Kind.REFERENCE);

  private static final int LONGEST_TEXT = 2000;
  private static final int MOST_FIELDS = 60;
  private static final int MOST_COLUMNS = 9;
  private static final int LABEL = 20;
  private static final int NAME = 24;

  /** What this product does not collect, whoever asks for it. */
  private static final Pattern REFUSED =
      Pattern.compile("宗教|信仰|教派|上访|信访|指纹|人脸|虹膜|基因|DNA|HIV|艾滋", Pattern.CASE_INSENSITIVE);

  private static final Pattern CODE = Pattern.compile("[0-9A-Za-z]{1,20}");

  private DraftRules() {}

  // ---- code lists

  static void requireSound(CodeListSave wish, Catalogue catalogue, boolean isNew, int longest) {
    List<Finding> findings = new ArrayList<>();
    Optional<CodeList> before = isNew ? Optional.empty() : catalogue.findCodeList(wish.key());
    if (isNew) {
      label(wish.label(), longest, "label", findings);
      if (catalogue.codeLists().stream().anyMatch(list -> list.label().equals(wish.label()))) {
        findings.add(Finding.forbid("label", "own-label-taken", Map.of("typed", wish.label())));
      }
      if (wish.values().isEmpty()) {
        findings.add(Finding.forbid("values", "own-list-empty"));
      }
    } else if (before.isEmpty()) {
      findings.add(Finding.forbid("key", "own-list-unknown"));
    }
    int longestCode = before.map(list -> room(list.key(), catalogue)).orElse(20);
    Set<String> codes = new HashSet<>();
    before.ifPresent(list -> list.values().forEach(value -> codes.add(value.code())));
    for (CodeList.Value value : wish.values()) {
      String code = value.code() == null ? "" : value.code();
      if (!CODE.matcher(code).matches() || code.length() > longestCode) {
        findings.add(
            Finding.forbid("code", "own-code", Map.of("typed", code, "length", longestCode)));
      }
      label(value.label(), 60, "label", findings);
      if (!value.parent().isEmpty() && !codes.contains(value.parent())) {
        findings.add(Finding.forbid("parent", "own-parent", Map.of("typed", value.parent())));
      }
      if (value.from() != null && value.to() != null && value.to().isBefore(value.from())) {
        findings.add(
            Finding.forbid("to", "own-days", Map.of("typed", String.valueOf(value.label()))));
      }
      codes.add(code);
    }
    refuse(findings);
  }

  /** The shortest column that holds codes of this list. */
  private static int room(String list, Catalogue catalogue) {
    return catalogue.types().stream()
        .flatMap(type -> type.fields().stream())
        .filter(field -> field.codes().equals(list))
        .mapToInt(org.wangge.catalogue.Field::length)
        .min()
        .orElse(20);
  }

  // ---- types and fields

  static void requireSound(OwnTypeSave save, Optional<OwnTypeDraft> before, Catalogue catalogue) {
    OwnTypeDraft wish = save.draft();
    List<Finding> findings = new ArrayList<>();
    label(wish.label(), LABEL, "label", findings);
    boolean taken =
        catalogue.types().stream()
            .anyMatch(type -> type.label().equals(wish.label()) && !type.key().equals(wish.key()));
    if (taken) {
      findings.add(Finding.forbid("label", "own-label-taken", Map.of("typed", wish.label())));
    }
    if (catalogue.module(wish.module()).isEmpty()) {
      label(save.moduleLabel(), 10, "module", findings);
    }
    if (before.isEmpty() && wish.version() != 0) {
      findings.add(Finding.forbid("key", "own-type-unknown"));
    }
    List<OwnFieldDraft> shown = wish.fields().stream().filter(field -> !field.hidden()).toList();
    if (title(shown) == null) {
      findings.add(Finding.forbid("fields", "own-no-text"));
    }
    if (wish.fields().size() > MOST_FIELDS) {
      findings.add(Finding.forbid("fields", "own-too-many", Map.of("most", MOST_FIELDS)));
    }
    if (shown.stream().filter(OwnFieldDraft::inList).count() > MOST_COLUMNS - 1) {
      findings.add(Finding.forbid("fields", "own-columns", Map.of("most", MOST_COLUMNS - 1)));
    }
    Set<String> labels = new HashSet<>(Set.of("所属网格", "备注"));
    for (OwnFieldDraft field : wish.fields()) {
      if (!labels.add(field.label())) {
        findings.add(Finding.forbid("fields", "own-label-taken", Map.of("typed", field.label())));
      }
      Optional<OwnFieldDraft> kept =
          before.flatMap(
              draft ->
                  draft.fields().stream()
                      .filter(old -> !old.name().isEmpty() && old.name().equals(field.name()))
                      .findFirst());
      check(field, kept, catalogue, findings);
    }
    before.ifPresent(
        draft ->
            draft.fields().stream()
                .filter(
                    old -> wish.fields().stream().noneMatch(now -> now.name().equals(old.name())))
                .forEach(
                    old ->
                        findings.add(
                            Finding.forbid(
                                "fields", "own-field-gone", Map.of("label", old.label())))));
    refuse(findings);
  }

  static void requireSound(
      OwnFieldDraft wish, Optional<OwnFieldDraft> before, RecordType type, Catalogue catalogue) {
    List<Finding> findings = new ArrayList<>();
    boolean taken =
        type.fields().stream()
            .anyMatch(
                field -> field.label().equals(wish.label()) && !field.name().equals(wish.name()));
    if (taken) {
      findings.add(Finding.forbid("label", "own-label-taken", Map.of("typed", wish.label())));
    }
    if (type.key().startsWith(TownAdditions.PREFIX)) {
      findings.add(Finding.forbid("type", "own-field-of-own-type"));
    }
    long columns =
        type.fields().stream()
            .filter(field -> field.inList() && !field.name().equals(wish.name()))
            .count();
    if (wish.inList() && columns >= MOST_COLUMNS) {
      findings.add(Finding.forbid("inList", "own-columns", Map.of("most", MOST_COLUMNS)));
    }
    check(wish, before, catalogue, findings);
    refuse(findings);
  }

  private static void check(
      OwnFieldDraft field,
      Optional<OwnFieldDraft> before,
      Catalogue catalogue,
      List<Finding> findings) {
    String label = field.label() == null ? "" : field.label();
    label(label, LABEL, "fields", findings);
    Kind kind = Kind.of(field.kind()).filter(KINDS::contains).orElse(null);
    if (kind == null) {
      findings.add(Finding.forbid("fields", "own-kind", Map.of("label", label)));
      return;
    }
    boolean sound =
        switch (kind) {
          case TEXT -> field.length() >= 1 && field.length() <= LONGEST_TEXT;
          case INTEGER -> field.length() >= 1 && field.length() <= 18;
          case DECIMAL ->
              field.scale() >= 1 && field.length() > field.scale() && field.length() <= 18;
          default -> true;
        };
    if (!sound) {
      findings.add(
          Finding.forbid("fields", "own-length", Map.of("label", label, "most", LONGEST_TEXT)));
    }
    boolean coded = kind == Kind.CODE || kind == Kind.CODES;
    if (coded && catalogue.findCodeList(field.codes()).isEmpty()) {
      findings.add(Finding.forbid("fields", "own-codes", Map.of("label", label)));
    }
    if (kind == Kind.REFERENCE && catalogue.find(field.codes()).isEmpty()) {
      findings.add(Finding.forbid("fields", "own-reference", Map.of("label", label)));
    }
    if (!field.sensitivity().isBlank() && Sensitivity.of(field.sensitivity()).isEmpty()) {
      findings.add(Finding.forbid("fields", "own-sensitivity", Map.of("label", label)));
    }
    before.ifPresent(
        old -> {
          boolean same =
              old.kind().equals(field.kind())
                  && old.length() == field.length()
                  && old.scale() == field.scale()
                  && old.codes().equals(field.codes())
                  && old.searched() == field.searched();
          if (!same) {
            findings.add(Finding.forbid("fields", "own-kind-changed", Map.of("label", label)));
          }
        });
  }

  private static void label(String label, int longest, String at, List<Finding> findings) {
    String text = label == null ? "" : label.strip();
    if (text.isEmpty() || text.length() > longest) {
      findings.add(Finding.forbid(at, "own-label", Map.of("typed", text, "most", longest)));
    } else if (REFUSED.matcher(text).find()) {
      findings.add(Finding.forbid(at, "own-refused", Map.of("typed", text)));
    }
  }

  private static void refuse(List<Finding> findings) {
    if (!findings.isEmpty()) {
      throw new InvalidRecord(findings);
    }
  }

  // ---- names

  /** The field that names a record: the first text; null when there is none. */
  static OwnFieldDraft title(List<OwnFieldDraft> shown) {
    return shown.stream().filter(field -> field.kind().equals("text")).findFirst().orElse(null);
  }

  /** The draft with names for what is new, and codes of the usual length. */
  static OwnTypeDraft named(OwnTypeSave save, Optional<OwnTypeDraft> before, Catalogue catalogue) {
    OwnTypeDraft wish = save.draft();
    Set<String> types = new HashSet<>();
    catalogue.types().forEach(type -> types.add(type.key()));
    Set<String> modules = new HashSet<>();
    catalogue.modules().forEach(module -> modules.add(module.key()));
    String module =
        catalogue
            .module(wish.module())
            .map(Module::key)
            .orElseGet(() -> freeName(save.moduleLabel(), modules));
    Set<String> names = new HashSet<>(Columns.LIFE_CYCLE);
    names.addAll(Set.of("grid", "remark"));
    wish.fields().forEach(field -> names.add(field.name()));
    List<OwnFieldDraft> fields = new ArrayList<>();
    for (OwnFieldDraft field : wish.fields()) {
      String name = field.name().isEmpty() ? freeName(field.label(), names) : field.name();
      names.add(name);
      fields.add(named(field, name, catalogue));
    }
    return new OwnTypeDraft(
        before.map(OwnTypeDraft::key).orElseGet(() -> freeName(wish.label(), types)),
        wish.version(),
        module,
        wish.label().strip(),
        fields,
        wish.listed());
  }

  static OwnFieldDraft named(OwnFieldDraft wish, RecordType type) {
    Set<String> names = new HashSet<>(Columns.LIFE_CYCLE);
    type.fields().forEach(field -> names.add(field.name()));
    return with(
        wish,
        wish.name().isEmpty() ? freeName(wish.label(), names) : wish.name(),
        wish.length(),
        wish.hidden());
  }

  /** The same field as it is while it is not hidden. */
  static OwnFieldDraft shown(OwnFieldDraft field) {
    return with(field, field.name(), field.length(), false);
  }

  private static OwnFieldDraft named(OwnFieldDraft field, String name, Catalogue catalogue) {
    Kind kind = Kind.of(field.kind()).orElseThrow();
    int length = field.length();
    if (kind == Kind.CODE || kind == Kind.CODES) {
      int longest =
          catalogue.codeList(field.codes()).values().stream()
              .mapToInt(value -> value.code().length())
              .max()
              .orElse(2);
      length = kind == Kind.CODE ? Math.max(longest, 20) : 200;
    }
    return with(field, name, length, field.hidden());
  }

  private static OwnFieldDraft with(OwnFieldDraft field, String name, int length, boolean hidden) {
    return new OwnFieldDraft(
        name,
        field.label().strip(),
        field.section(),
        field.kind(),
        length,
        field.scale(),
        field.required(),
        field.codes(),
        field.inList(),
        field.filter(),
        field.searched(),
        field.sensitivity(),
        field.help(),
        hidden);
  }

  /** A name of the town's own from the reading of a label, not taken yet. */
  static String freeName(String label, Set<String> taken) {
    String reading = Readings.full(label).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    String base =
        TownAdditions.PREFIX
            + (reading.isEmpty() ? "t" : reading.substring(0, Math.min(NAME, reading.length())));
    String name = base;
    for (int number = 2; taken.contains(name); number++) {
      name = base + number;
    }
    return name;
  }
}
