package org.wangge.catalogue;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;

/**
 * Reads a catalogue from its files: {@code modules.yaml} (modules, their types in order, the files
 * of code lists), {@code common.yaml} (fields many types share), {@code <module>/<type>.yaml} and
 * {@code code-lists/<file>.yaml}. Strict: an unknown key, an unknown name or a contradiction is
 * refused with file and place.
 */
@SuppressWarnings("UnusedMethod") // the reader of the files calls the constructors of the records
public final class CatalogueFiles {
  private static final ObjectMapper MAPPER =
      YAMLMapper.builder(
              YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .build();

  /** Title of the section with a town's own fields, and the place named when one is wrong. */
  private static final String OWN = "本镇补充";

  private final Function<String, String> texts;

  /**
   * Reads through a function from file name to text.
   *
   * @param texts answers null for a file that does not exist
   */
  public CatalogueFiles(Function<String, String> texts) {
    this.texts = texts;
  }

  /**
   * The catalogue that comes with the program.
   *
   * @throws Problem BAD_CATALOGUE when the files contradict themselves
   */
  public static Catalogue shipped() {
    return Shipped.CATALOGUE;
  }

  private static final class Shipped {
    private static final Catalogue CATALOGUE = new CatalogueFiles(CatalogueFiles::resource).read();
  }

  private static String resource(String name) {
    try (InputStream stream = CatalogueFiles.class.getResourceAsStream(name)) {
      return stream == null ? null : new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads and proves everything.
   *
   * @throws Problem BAD_CATALOGUE with file and key
   */
  public Catalogue read() {
    return read(TownAdditions.NONE);
  }

  /**
   * The catalogue that comes with the program together with what a town adds.
   *
   * @throws Problem BAD_CATALOGUE when the additions contradict it or themselves
   */
  public static Catalogue shippedWith(TownAdditions additions) {
    return new CatalogueFiles(CatalogueFiles::resource).read(additions);
  }

  /**
   * Reads and proves the files with what a town adds.
   *
   * @throws Problem BAD_CATALOGUE with file and key
   */
  public Catalogue read(TownAdditions additions) {
    ModulesFile index = read("modules.yaml", ModulesFile.class);
    Map<String, Field> common = new LinkedHashMap<>();
    CommonFile commonFile = read("common.yaml", CommonFile.class);
    for (FieldFile field : commonFile.fields()) {
      common.put(field.name(), field(field, "common.yaml"));
    }
    List<CodeList> lists = new ArrayList<>();
    for (String file : index.codeLists()) {
      lists.addAll(codeLists("code-lists/" + file + ".yaml"));
    }
    lists = new ArrayList<>(withOwn(lists, additions.lists()));
    Map<String, List<Field>> ownFields = new LinkedHashMap<>();
    for (TownAdditions.OwnField field : additions.fields()) {
      ownFields.computeIfAbsent(field.type(), type -> new ArrayList<>()).add(ownField(field));
    }
    List<Module> modules = new ArrayList<>();
    Map<String, RecordType> types = new LinkedHashMap<>();
    for (ModuleFile module : index.modules()) {
      modules.add(new Module(module.key(), module.label()));
      for (String type : module.types()) {
        String file = module.key() + "/" + type + ".yaml";
        TypeFile raw = read(file, TypeFile.class);
        if (!type.equals(raw.key())) {
          throw bad(file, "key");
        }
        types.put(type, type(raw, module.key(), file, common, types, ownFields));
      }
    }
    modules.addAll(additions.modules());
    for (TownAdditions.OwnType own : additions.types()) {
      TypeFile raw = parse(own.yaml(), OWN, TypeFile.class);
      if (!orEmpty(raw.key()).startsWith(TownAdditions.PREFIX) || types.containsKey(raw.key())) {
        throw bad(OWN, String.valueOf(raw.key()));
      }
      String file = OWN + " " + raw.key();
      types.put(raw.key(), type(raw, own.module(), file, common, types, Map.of()));
    }
    Catalogue catalogue = new Catalogue(modules, List.copyOf(types.values()), lists);
    CatalogueProof.prove(catalogue);
    return catalogue;
  }

  private RecordType type(
      TypeFile raw,
      String module,
      String file,
      Map<String, Field> common,
      Map<String, RecordType> before,
      Map<String, List<Field>> ownFields) {
    String extended = orEmpty(raw.extensionOf());
    RecordType core = extended.isEmpty() ? null : before.get(extended);
    if (!extended.isEmpty() && core == null) {
      throw bad(file, extended);
    }
    Map<String, Field> coreFields = core == null ? Map.of() : core.byName();
    List<Section> sections = new ArrayList<>();
    for (SectionFile section : raw.sections()) {
      List<Field> fields = new ArrayList<>();
      for (FieldFile field : section.fields()) {
        if (field.isMention()) {
          Field mentioned = coreFields.get(field.name());
          if (mentioned != null) {
            fields.add(adjusted(mentioned.asCore(), field));
          } else if (core == null && common.containsKey(field.name())) {
            fields.add(adjusted(common.get(field.name()), field));
          } else {
            throw bad(file, field.name());
          }
        } else {
          fields.add(field(field, file));
        }
      }
      sections.add(new Section(section.label(), Boolean.TRUE.equals(section.folded()), fields));
    }
    List<Field> own = new ArrayList<>();
    if (core != null) {
      ownFields
          .getOrDefault(core.key(), List.of())
          .forEach(field -> own.add(field.asCore().withoutColumn()));
    }
    own.addAll(ownFields.getOrDefault(raw.key(), List.of()));
    if (!own.isEmpty()) {
      sections.add(new Section(OWN, false, own));
    }
    List<Check> checks = new ArrayList<>(core == null ? List.of() : core.checks());
    for (CheckFile check : raw.checks()) {
      checks.add(check(check, file));
    }
    List<String> hooks = new ArrayList<>(core == null ? List.of() : core.hooks());
    hooks.addAll(raw.hooks());
    return new RecordType(
        raw.key(),
        raw.label(),
        module,
        extended,
        raw.fixed(),
        raw.listed() == null || raw.listed(),
        sections,
        checks,
        raw.title(),
        raw.sheetNames(),
        hooks,
        orEmpty(raw.parent()),
        orEmpty(raw.category()),
        Boolean.TRUE.equals(raw.restricted()));
  }

  /** A field of the town's own; it is never essential, since records stand without it. */
  private static Field ownField(TownAdditions.OwnField own) {
    FieldFile raw = parse(own.yaml(), OWN, FieldFile.class);
    if (raw.isMention()
        || !orEmpty(raw.name()).startsWith(TownAdditions.PREFIX)
        || Boolean.TRUE.equals(raw.essential())) {
      throw bad(OWN, own.type() + "." + raw.name());
    }
    return field(raw, OWN);
  }

  private static List<CodeList> withOwn(
      List<CodeList> shipped, List<TownAdditions.OwnList> additions) {
    Map<String, CodeList> lists = new LinkedHashMap<>();
    shipped.forEach(list -> lists.put(list.key(), list));
    for (TownAdditions.OwnList own : additions) {
      CodeList before = lists.get(own.key());
      if (before == null && !own.key().startsWith(TownAdditions.PREFIX)) {
        throw bad(OWN, own.key());
      }
      Map<String, CodeList.Value> values = new LinkedHashMap<>();
      if (before != null) {
        before.values().forEach(value -> values.put(value.code(), value));
      }
      own.values().forEach(value -> values.put(value.code(), value));
      lists.put(
          own.key(),
          new CodeList(
              own.key(),
              before == null ? own.label() : before.label(),
              own.verified() || (before != null && before.verified()),
              List.copyOf(values.values())));
    }
    return List.copyOf(lists.values());
  }

  private static Check check(CheckFile raw, String file) {
    boolean forbids = raw.forbids() != null;
    if (forbids == (raw.warns() != null) || raw.key() == null) {
      throw bad(file, String.valueOf(raw.key()));
    }
    return new Check(
        raw.key(),
        raw.field(),
        Expressions.parse(forbids ? raw.forbids() : raw.warns()),
        forbids,
        raw.message());
  }

  /** A core field as an extension's form shows it. */
  private static Field adjusted(Field field, FieldFile wish) {
    return new Field(
        field.name(),
        wish.label() == null ? field.label() : wish.label(),
        field.kind(),
        field.length(),
        field.scale(),
        field.core(),
        field.essential(),
        wish.required() == null
            ? field.required() && !Boolean.TRUE.equals(wish.system())
            : wish.required(),
        wish.requiredWhen() == null ? field.requiredWhen() : expression(wish.requiredWhen()),
        wish.relevantWhen() == null ? field.relevantWhen() : expression(wish.relevantWhen()),
        field.computed(),
        wish.initial() == null ? field.initial() : wish.initial(),
        wish.system() == null ? field.system() : wish.system(),
        field.imported(),
        field.codes(),
        field.reference(),
        wish.inList() == null ? field.inList() : wish.inList(),
        wish.filter() == null ? field.filter() : wish.filter(),
        field.sorted(),
        field.search(),
        field.sensitivity(),
        wish.unique() == null ? field.unique() : wish.unique(),
        wish.pinned() == null ? field.pinned() : wish.pinned(),
        wish.synonyms().isEmpty() ? field.synonyms() : wish.synonyms(),
        field.provinceName(),
        wish.help() == null ? field.help() : wish.help(),
        field.source());
  }

  private static Field field(FieldFile raw, String file) {
    Kind kind = Kind.of(orEmpty(raw.kind())).orElseThrow(() -> bad(file, raw.name() + ".kind"));
    Sensitivity sensitivity =
        Sensitivity.of(raw.sensitivity() == null ? "open" : raw.sensitivity())
            .orElseThrow(() -> bad(file, raw.name() + ".sensitivity"));
    boolean computed = raw.computed() != null;
    return new Field(
        raw.name(),
        raw.label(),
        kind,
        raw.length() == null ? usualLength(kind) : raw.length(),
        raw.scale() == null ? 0 : raw.scale(),
        false,
        Boolean.TRUE.equals(raw.essential()),
        Boolean.TRUE.equals(raw.required()),
        expression(raw.requiredWhen()),
        expression(raw.relevantWhen()),
        computed ? expression(raw.computed()) : Optional.empty(),
        orEmpty(raw.initial()),
        Boolean.TRUE.equals(raw.system()) || Boolean.TRUE.equals(raw.imported()),
        Boolean.TRUE.equals(raw.imported()),
        orEmpty(raw.codes()),
        orEmpty(raw.reference()),
        Boolean.TRUE.equals(raw.inList()),
        Boolean.TRUE.equals(raw.filter()),
        Boolean.TRUE.equals(raw.sorted()),
        raw.search() == null ? SearchBy.NONE : searchBy(raw.search(), raw.name(), file),
        sensitivity,
        orEmpty(raw.unique()),
        Boolean.TRUE.equals(raw.pinned()),
        raw.synonyms(),
        orEmpty(raw.provinceName()),
        orEmpty(raw.help()),
        raw.source() == null ? "GB/T 31000-2015" : raw.source());
  }

  private static SearchBy searchBy(String word, String name, String file) {
    return switch (word) {
      case "name" -> SearchBy.NAME;
      case "exact" -> SearchBy.EXACT;
      case "prefix" -> SearchBy.PREFIX;
      default -> throw bad(file, name + ".search");
    };
  }

  private static int usualLength(Kind kind) {
    return switch (kind) {
      case ID_NUMBER -> 30;
      case CREDIT_CODE -> 18;
      case PHONE -> 20;
      case GRID -> 15;
      case PLACE -> 12;
      case GEO -> 50;
      default -> 0;
    };
  }

  private static Optional<Expression> expression(String source) {
    return source == null || source.isEmpty()
        ? Optional.empty()
        : Optional.of(Expressions.parse(source));
  }

  private List<CodeList> codeLists(String file) {
    CodeListsFile raw = read(file, CodeListsFile.class);
    List<CodeList> lists = new ArrayList<>();
    raw.lists()
        .forEach(
            (key, list) -> {
              List<CodeList.Value> values = new ArrayList<>();
              list.values()
                  .forEach(
                      (code, value) ->
                          values.add(
                              new CodeList.Value(
                                  code,
                                  value.label(),
                                  orEmpty(value.parent()),
                                  value.synonyms(),
                                  null,
                                  null,
                                  orEmpty(value.province()))));
              lists.add(
                  new CodeList(key, list.label(), !Boolean.FALSE.equals(list.verified()), values));
            });
    return lists;
  }

  private <T> T read(String file, Class<T> form) {
    String text = texts.apply(file);
    if (text == null) {
      throw bad(file, "—");
    }
    return parse(text, file, form);
  }

  private static <T> T parse(String text, String file, Class<T> form) {
    try {
      T value = MAPPER.readValue(text, form);
      if (value == null) {
        throw bad(file, "—");
      }
      return value;
    } catch (JsonMappingException e) {
      StringBuilder path = new StringBuilder();
      for (JsonMappingException.Reference step : e.getPath()) {
        path.append(
            step.getFieldName() == null
                ? "[" + step.getIndex() + "]"
                : (path.isEmpty() ? "" : ".") + step.getFieldName());
      }
      throw new Problem(ProblemCode.BAD_CATALOGUE, Map.of("what", file + " : " + path), e);
    } catch (JsonProcessingException e) {
      String place = e.getLocation() == null ? "—" : String.valueOf(e.getLocation().getLineNr());
      throw new Problem(ProblemCode.BAD_CATALOGUE, Map.of("what", file + " : " + place), e);
    }
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }

  private static <T> List<T> orEmpty(List<T> list) {
    return list == null ? List.of() : list;
  }

  private static <T> Map<String, T> orEmpty(Map<String, T> map) {
    return map == null ? Map.of() : map;
  }

  private static Problem bad(String file, String key) {
    return new Problem(ProblemCode.BAD_CATALOGUE, Map.of("what", file + " : " + key));
  }

  private record ModulesFile(List<ModuleFile> modules, List<String> codeLists) {
    private ModulesFile {
      modules = orEmpty(modules);
      codeLists = orEmpty(codeLists);
    }
  }

  private record ModuleFile(String key, String label, List<String> types) {
    private ModuleFile {
      types = orEmpty(types);
    }
  }

  private record CommonFile(List<FieldFile> fields) {
    private CommonFile {
      fields = orEmpty(fields);
    }
  }

  private record TypeFile(
      String key,
      String label,
      String extensionOf,
      String parent,
      String category,
      Boolean restricted,
      Map<String, String> fixed,
      Boolean listed,
      List<String> title,
      List<String> sheetNames,
      List<String> hooks,
      List<SectionFile> sections,
      List<CheckFile> checks) {
    private TypeFile {
      fixed = orEmpty(fixed);
      title = orEmpty(title);
      sheetNames = orEmpty(sheetNames);
      hooks = orEmpty(hooks);
      sections = orEmpty(sections);
      checks = orEmpty(checks);
    }
  }

  private record SectionFile(String label, Boolean folded, List<FieldFile> fields) {
    private SectionFile {
      fields = orEmpty(fields);
    }
  }

  /** A rule: {@code forbids} or {@code warns} holds the condition that must be true. */
  private record CheckFile(
      String key, String field, String forbids, String warns, String message) {}

  /**
   * A field, or a mention of a shared one: a bare name, or a name without a kind and with what is
   * different here.
   */
  private record FieldFile(
      String name,
      String label,
      String kind,
      Integer length,
      Integer scale,
      Boolean essential,
      Boolean required,
      String requiredWhen,
      String relevantWhen,
      String computed,
      String initial,
      Boolean system,
      Boolean imported,
      String codes,
      String reference,
      Boolean inList,
      Boolean filter,
      Boolean sorted,
      String search,
      String sensitivity,
      String unique,
      Boolean pinned,
      List<String> synonyms,
      String provinceName,
      String help,
      String source) {
    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    private FieldFile {
      synonyms = orEmpty(synonyms);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    private FieldFile(String name) {
      this(
          name, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
          null, null, null, null, null, null, null, null, null, null, null);
    }

    private boolean isMention() {
      return kind == null;
    }
  }

  private record CodeListsFile(Map<String, CodeListFile> lists) {
    private CodeListsFile {
      lists = orEmpty(lists);
    }
  }

  private record CodeListFile(String label, Boolean verified, Map<String, ValueFile> values) {
    private CodeListFile {
      values = orEmpty(values);
    }
  }

  private record ValueFile(String label, String parent, List<String> synonyms, String province) {
    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    private ValueFile {
      synonyms = orEmpty(synonyms);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    private ValueFile(String label) {
      this(label, null, null, null);
    }
  }
}
