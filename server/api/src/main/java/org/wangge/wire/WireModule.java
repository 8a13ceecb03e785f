package org.wangge.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleDeserializers;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.wangge.catalogue.Catalogue;
import org.wangge.catalogue.CatalogueProof;
import org.wangge.catalogue.CodeList;
import org.wangge.catalogue.Expression;
import org.wangge.catalogue.Expressions;
import org.wangge.catalogue.Module;
import org.wangge.catalogue.RecordType;
import org.wangge.catalogue.Section;
import org.wangge.record.Filter;
import org.wangge.record.Record;
import org.wangge.record.Status;

/** Everything whose JSON is not simply that of its components. */
final class WireModule extends SimpleModule {
  private static final long serialVersionUID = 1L;

  WireModule(Catalogue catalogue, ValueCodec values) {
    super("wangge");
    addDeserializer(String.class, new SoundText());
    addSerializer(Expression.class, new ExpressionWriter());
    addDeserializer(Expression.class, new ExpressionReader());
    addSerializer(Catalogue.class, new CatalogueWriter());
    addDeserializer(Catalogue.class, new CatalogueReader());
    addSerializer(Record.class, new RecordWriter(catalogue, values));
    addDeserializer(Record.class, new RecordReader(catalogue, values));
    addSerializer(Filter.class, new FilterWriter());
    addSerializer(new EnumWriter());
    setDeserializers(new Enums(_deserializers));
  }

  /** Enums are written in lower case with hyphens, as in the catalogue files. */
  private static String key(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Refuses texts with control characters or broken characters, wherever they stand. */
  private static final class SoundText extends StdDeserializer<String> {
    private static final long serialVersionUID = 1L;

    SoundText() {
      super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      if (!parser.hasToken(JsonToken.VALUE_STRING)) {
        return (String) context.handleUnexpectedToken(String.class, parser);
      }
      String text = StringDeserializer.instance.deserialize(parser, context);
      return ValueCodec.unsound(text)
          ? (String) context.handleWeirdStringValue(String.class, "", "control characters")
          : text;
    }
  }

  @SuppressWarnings("rawtypes")
  private static final class EnumWriter extends StdSerializer<Enum> {
    private static final long serialVersionUID = 1L;

    EnumWriter() {
      super(Enum.class);
    }

    @Override
    public void serialize(Enum value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString(key((Enum<?>) value));
    }
  }

  private static final class EnumReader extends StdDeserializer<Enum<?>> {
    private static final long serialVersionUID = 1L;

    EnumReader(Class<?> type) {
      super(type);
    }

    @Override
    public Enum<?> deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      String text = parser.hasToken(JsonToken.VALUE_STRING) ? parser.getText() : "";
      for (Object constant : handledType().getEnumConstants()) {
        if (key((Enum<?>) constant).equals(text)) {
          return (Enum<?>) constant;
        }
      }
      return (Enum<?>) context.handleWeirdStringValue(handledType(), text, "unknown");
    }
  }

  private static final class Enums extends SimpleDeserializers {
    private static final long serialVersionUID = 1L;
    private final SimpleDeserializers others;

    Enums(SimpleDeserializers others) {
      this.others = others;
    }

    @Override
    public JsonDeserializer<?> findEnumDeserializer(
        Class<?> type, DeserializationConfig config, BeanDescription description) {
      return new EnumReader(type);
    }

    @Override
    public JsonDeserializer<?> findBeanDeserializer(
        com.fasterxml.jackson.databind.JavaType type,
        DeserializationConfig config,
        BeanDescription description)
        throws com.fasterxml.jackson.databind.JsonMappingException {
      return others.findBeanDeserializer(type, config, description);
    }
  }

  private static final class ExpressionWriter extends StdSerializer<Expression> {
    private static final long serialVersionUID = 1L;

    ExpressionWriter() {
      super(Expression.class);
    }

    @Override
    public void serialize(Expression value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString(value.source());
    }
  }

  private static final class ExpressionReader extends StdDeserializer<Expression> {
    private static final long serialVersionUID = 1L;

    ExpressionReader() {
      super(Expression.class);
    }

    @Override
    public Expression deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      return Expressions.parse(context.readValue(parser, String.class));
    }
  }

  private record CatalogueParts(
      List<Module> modules, List<TypeParts> types, List<ListParts> codeLists) {}

  private record TypeParts(
      String key,
      String label,
      String module,
      String extensionOf,
      Map<String, String> fixed,
      boolean listed,
      List<Section> sections,
      List<org.wangge.catalogue.Check> checks,
      List<String> title,
      List<String> sheetNames,
      List<String> hooks,
      String parent,
      String category,
      boolean restricted) {
    private static TypeParts of(RecordType type) {
      return new TypeParts(
          type.key(),
          type.label(),
          type.module(),
          type.extensionOf(),
          type.fixed(),
          type.listed(),
          type.sections(),
          type.checks(),
          type.title(),
          type.sheetNames(),
          type.hooks(),
          type.parent(),
          type.category(),
          type.restricted());
    }

    private RecordType whole() {
      return new RecordType(
          key,
          label,
          module,
          extensionOf,
          fixed,
          listed,
          sections,
          checks,
          title,
          sheetNames,
          hooks,
          parent,
          category,
          restricted);
    }
  }

  private record ListParts(
      String key, String label, boolean verified, List<CodeList.Value> values) {
    private static ListParts of(CodeList list) {
      return new ListParts(list.key(), list.label(), list.verified(), list.values());
    }

    private CodeList whole() {
      return new CodeList(key, label, verified, values);
    }
  }

  private static final class CatalogueWriter extends StdSerializer<Catalogue> {
    private static final long serialVersionUID = 1L;

    CatalogueWriter() {
      super(Catalogue.class);
    }

    @Override
    public void serialize(Catalogue value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      provider.defaultSerializeValue(
          new CatalogueParts(
              value.modules(),
              value.types().stream().map(TypeParts::of).toList(),
              value.codeLists().stream().map(ListParts::of).toList()),
          json);
    }
  }

  private static final class CatalogueReader extends StdDeserializer<Catalogue> {
    private static final long serialVersionUID = 1L;

    CatalogueReader() {
      super(Catalogue.class);
    }

    @Override
    public Catalogue deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      CatalogueParts parts = context.readValue(parser, CatalogueParts.class);
      Catalogue catalogue =
          new Catalogue(
              parts.modules(),
              parts.types().stream().map(TypeParts::whole).toList(),
              parts.codeLists().stream().map(ListParts::whole).toList());
      CatalogueProof.prove(catalogue);
      return catalogue;
    }
  }

  /** A record with its values in their JSON form. */
  private record RecordParts(
      UUID id,
      String type,
      long version,
      String area,
      Status status,
      boolean incomplete,
      Map<String, Object> values,
      Set<String> masked,
      String registeredBy,
      LocalDateTime registeredAt,
      String updatedBy,
      LocalDateTime updatedAt,
      Map<String, String> titles) {}

  private static final class RecordWriter extends StdSerializer<Record> {
    private static final long serialVersionUID = 1L;
    private final transient Catalogue catalogue;
    private final transient ValueCodec values;

    RecordWriter(Catalogue catalogue, ValueCodec values) {
      super(Record.class);
      this.catalogue = catalogue;
      this.values = values;
    }

    @Override
    public void serialize(Record value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      RecordType type = catalogue.type(value.type());
      provider.defaultSerializeValue(
          new RecordParts(
              value.id(),
              value.type(),
              value.version(),
              value.area(),
              value.status(),
              value.incomplete(),
              values.toWire(type, value.values()),
              value.masked(),
              value.registeredBy(),
              value.registeredAt(),
              value.updatedBy(),
              value.updatedAt(),
              value.titles()),
          json);
    }
  }

  private static final class RecordReader extends StdDeserializer<Record> {
    private static final long serialVersionUID = 1L;
    private final transient Catalogue catalogue;
    private final transient ValueCodec values;

    RecordReader(Catalogue catalogue, ValueCodec values) {
      super(Record.class);
      this.catalogue = catalogue;
      this.values = values;
    }

    @Override
    public Record deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      RecordParts parts = context.readValue(parser, RecordParts.class);
      RecordType type =
          catalogue.find(parts.type()).orElseThrow(() -> ValueCodec.unknownType("type"));
      return new Record(
          parts.id(),
          parts.type(),
          parts.version(),
          parts.area(),
          parts.status(),
          parts.incomplete(),
          values.fromWire(type, parts.values(), parts.masked()),
          parts.masked(),
          parts.registeredBy(),
          parts.registeredAt(),
          parts.updatedBy(),
          parts.updatedAt(),
          parts.titles() == null ? Map.of() : parts.titles());
    }
  }

  /** Operands are written in the JSON form of their Java types. */
  private static final class FilterWriter extends StdSerializer<Filter> {
    private static final long serialVersionUID = 1L;

    FilterWriter() {
      super(Filter.class);
    }

    @Override
    public void serialize(Filter value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeStartObject();
      json.writeStringField("field", value.field());
      json.writeStringField("operator", key(value.operator()));
      json.writeArrayFieldStart("values");
      for (Object operand : value.values()) {
        provider.defaultSerializeValue(ValueCodec.plain(operand), json);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }
}
