package org.wangge.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wangge.catalogue.Catalogue;
import org.wangge.catalogue.RecordType;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;
import org.wangge.record.Filter;
import org.wangge.record.Page;
import org.wangge.record.Query;
import org.wangge.record.Values;

/**
 * The JSON of everything that travels, the same on both sides. Strict: broken JSON, unknown or
 * missing properties, wrong types, control characters and huge numbers are refused as MALFORMED
 * with the place. Absent values are written as null. Safe for use by several threads.
 */
public final class WireCodec {
  private static final int LONGEST_TEXT = 1_000_000;
  private static final int LONGEST_NUMBER = 40;
  private static final int DEEPEST = 40;

  private final ObjectMapper mapper;
  private final ValueCodec values = new ValueCodec();

  /**
   * A codec for records of this catalogue.
   *
   * @param catalogue types that records may have
   */
  public WireCodec(Catalogue catalogue) {
    JsonFactory factory =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxStringLength(LONGEST_TEXT)
                    .maxNumberLength(LONGEST_NUMBER)
                    .maxNestingDepth(DEEPEST)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    mapper =
        JsonMapper.builder(factory)
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module())
            .addModule(new WireModule(catalogue, values))
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .withCoercionConfig(
                LogicalType.Textual,
                config -> {
                  config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
                  config.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
                  config.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
                })
            .build();
  }

  /** A codec for what travels before a catalogue is known: health, sign-in, problems. */
  public static WireCodec withoutRecords() {
    return new WireCodec(new Catalogue(List.of(), List.of(), List.of()));
  }

  /** The JSON of a wire record, page, list or map, in UTF-8. */
  public byte[] write(Object value) {
    try {
      return mapper.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new Problem(ProblemCode.INTERNAL, Map.of(), e);
    }
  }

  /**
   * Reads a wire record.
   *
   * @throws Problem MALFORMED with the field
   */
  public <T> T read(byte[] json, Class<T> type) {
    return type.cast(readAs(json, mapper.constructType(type)));
  }

  /**
   * Reads a list of wire records.
   *
   * @throws Problem MALFORMED with the field
   */
  @SuppressWarnings("unchecked")
  public <T> List<T> readList(byte[] json, Class<T> type) {
    return (List<T>)
        readAs(json, mapper.getTypeFactory().constructCollectionType(List.class, type));
  }

  /**
   * Reads a page of wire records.
   *
   * @throws Problem MALFORMED with the field
   */
  @SuppressWarnings("unchecked")
  public <T> Page<T> readPage(byte[] json, Class<T> type) {
    return (Page<T>)
        readAs(json, mapper.getTypeFactory().constructParametricType(Page.class, type));
  }

  private Object readAs(byte[] json, JavaType type) {
    Object value;
    try {
      value = mapper.readValue(json, type);
    } catch (JsonMappingException e) {
      throw problemIn(e);
    } catch (IOException e) {
      throw malformed("", e);
    }
    if (value == null) {
      throw malformed("", null);
    }
    demandRequestId(value);
    return value;
  }

  private static Problem problemIn(JsonMappingException e) {
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference step : e.getPath()) {
      if (step.getFieldName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof Problem problem && problem.code() != ProblemCode.MALFORMED) {
        return problem;
      }
      if (cause instanceof Problem problem
          && problem.arguments().get("field") instanceof String s) {
        path.append(path.isEmpty() ? "" : ".").append(s);
        break;
      }
    }
    return malformed(path.toString(), e);
  }

  private static void demandRequestId(Object value) {
    RecordComponent[] components = value.getClass().getRecordComponents();
    if (components == null) {
      return;
    }
    for (RecordComponent component : components) {
      if (component.getName().equals("requestId")) {
        try {
          if (component.getAccessor().invoke(value) == null) {
            throw malformed("requestId", null);
          }
        } catch (ReflectiveOperationException e) {
          throw new Problem(ProblemCode.INTERNAL, Map.of(), e);
        }
      }
    }
  }

  static Problem malformed(String field, Throwable cause) {
    return new Problem(ProblemCode.MALFORMED, Map.of("field", field), cause);
  }

  /**
   * Values from their JSON form: dates and references as ISO and UUID texts, decimals as texts,
   * several codes as arrays, null as empty.
   *
   * @throws Problem MALFORMED with the field's name for a name the type does not have or a value
   *     its kind does not take
   */
  public Values fromWire(RecordType type, Map<String, Object> json) {
    return values.fromWire(type, json, Set.of());
  }

  /** Values in their JSON form; masked values, which are texts whatever their kind, stay as is. */
  public Map<String, Object> toWire(RecordType type, Values present) {
    return values.toWire(type, present);
  }

  /**
   * A query just read, its filters' operands in the Java types of their fields' kinds.
   *
   * @throws Problem MALFORMED with the field's name when the type has no such filter
   */
  public Query typed(RecordType type, Query query) {
    List<Filter> filters = new ArrayList<>();
    for (Filter filter : query.filters()) {
      filters.add(values.typed(type, filter));
    }
    return new Query(
        query.text(),
        filters,
        query.sort(),
        query.descending(),
        query.after(),
        query.limit(),
        query.cancelled());
  }

  /** The catalogue with its fingerprint, ready to be sent. */
  public CatalogueDocument document(Catalogue catalogue) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(write(catalogue));
      return new CatalogueDocument(HexFormat.of().formatHex(digest), catalogue);
    } catch (NoSuchAlgorithmException e) {
      throw new Problem(ProblemCode.INTERNAL, Map.of(), e);
    }
  }
}
