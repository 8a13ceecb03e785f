package org.wangge.server.http;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wangge.catalogue.Catalogue;
import org.wangge.record.Values;
import org.wangge.wire.ProblemDocument;

/** Makes the OpenAPI 3.1 description of the interface from the table of routes. */
final class OpenApi {
  private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");

  private final Map<String, Object> schemas = new TreeMap<>();

  private OpenApi() {}

  /** The description as a tree of maps and lists, ready to be written as JSON. */
  static Map<String, Object> describe(Routes routes, String version) {
    return new OpenApi().document(routes, version);
  }

  private Map<String, Object> document(Routes routes, String version) {
    Map<String, Map<String, Object>> paths = new LinkedHashMap<>();
    for (Route route : routes.all()) {
      if (route.need() instanceof Need.Control) {
        continue; // spoken by the program with itself only
      }
      paths
          .computeIfAbsent(route.path(), _ -> new LinkedHashMap<>())
          .put(route.method().toLowerCase(Locale.ROOT), operation(route));
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("openapi", "3.1.0");
    document.put(
        "info",
        map(
            "title",
            "Wangge server",
            "version",
            version,
            "description",
            "Times are the town's time without zone. Refusals are problem details (RFC 9457) whose"
                + " title is a stable code."));
    document.put("paths", paths);
    document.put(
        "components",
        map(
            "schemas",
            schemas,
            "securitySchemes",
            map("session", map("type", "http", "scheme", "bearer"))));
    return document;
  }

  private Map<String, Object> operation(Route route) {
    Map<String, Object> operation = new LinkedHashMap<>();
    operation.put("operationId", operationId(route));
    operation.put("summary", route.summary());
    switch (route.need()) {
      case Need.Open(), Need.Control() -> {}
      case Need.SignedIn signedIn -> operation.put("security", session());
      case Need.Function(var function) -> {
        operation.put("security", session());
        operation.put("x-function", key(function));
      }
      case Need.Act(var act, var type) -> {
        operation.put("security", session());
        operation.put("x-act", type.isEmpty() ? key(act) : key(act) + " " + type);
      }
    }
    List<Object> parameters = new ArrayList<>();
    Matcher matcher = PARAMETER.matcher(route.path());
    while (matcher.find()) {
      parameters.add(parameter("path", matcher.group(1)));
    }
    route.query().forEach(name -> parameters.add(parameter("query", name)));
    if (!parameters.isEmpty()) {
      operation.put("parameters", parameters);
    }
    if (route.request() != Void.class) {
      operation.put("requestBody", map("required", true, "content", content(route.request())));
    }
    Map<String, Object> responses = new LinkedHashMap<>();
    if (route.answer() == Void.class) {
      responses.put("204", map("description", "Done"));
    } else {
      responses.put("2XX", map("description", route.summary(), "content", content(route.answer())));
    }
    responses.put(
        "default",
        map(
            "description",
            "Refused",
            "content",
            map("application/problem+json", map("schema", schema(ProblemDocument.class)))));
    operation.put("responses", responses);
    return operation;
  }

  private static String operationId(Route route) {
    StringBuilder id = new StringBuilder(route.method().toLowerCase(Locale.ROOT));
    for (String segment : route.path().replace("/api/v1", "").split("/", -1)) {
      String word = segment.replaceAll("[^a-z]", "");
      if (!word.isEmpty()) {
        id.append(segment.startsWith("{") ? "By" : "")
            .append(Character.toUpperCase(word.charAt(0)))
            .append(word.substring(1));
      }
    }
    return id.toString();
  }

  private Map<String, Object> content(Type type) {
    return type == byte[].class
        ? map("application/octet-stream", map())
        : map("application/json", map("schema", schema(type)));
  }

  private static Map<String, Object> parameter(String place, String name) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "string");
    if (name.equals("id") || name.equals("requestId")) {
      schema.put("format", "uuid");
    }
    return map("name", name, "in", place, "required", place.equals("path"), "schema", schema);
  }

  private Map<String, Object> schema(Type type) {
    if (type instanceof ParameterizedType parameterized) {
      Type first = parameterized.getActualTypeArguments()[0];
      Class<?> raw = (Class<?>) parameterized.getRawType();
      if (raw == List.class || raw == Set.class) {
        return map("type", "array", "items", schema(first));
      } else if (raw == Optional.class) {
        return map("anyOf", List.of(schema(first), map("type", "null")));
      } else if (raw == Map.class) {
        return map(
            "type",
            "object",
            "additionalProperties",
            schema(parameterized.getActualTypeArguments()[1]));
      }
      return map(
          "type",
          "object",
          "properties",
          map(
              "rows",
              map("type", "array", "items", schema(first)),
              "next",
              map("type", List.of("string", "null"))),
          "required",
          List.of("rows"));
    }
    Class<?> plain = (Class<?>) type;
    if (plain == String.class) {
      return map("type", "string");
    } else if (plain == int.class || plain == long.class || plain == Long.class) {
      return map("type", "integer");
    } else if (plain == BigDecimal.class) {
      return map("type", "string");
    } else if (plain == boolean.class || plain == Boolean.class) {
      return map("type", "boolean");
    } else if (plain == UUID.class) {
      return map("type", "string", "format", "uuid");
    } else if (plain == LocalDate.class) {
      return map("type", "string", "format", "date");
    } else if (plain == LocalDateTime.class) {
      return map("type", "string", "description", "such as 2026-10-31T09:30:00, town time");
    } else if (plain == YearMonth.class) {
      return map("type", "string", "pattern", "^[0-9]{4}-[0-9]{2}$");
    } else if (plain.isEnum()) {
      return map(
          "type",
          "string",
          "enum",
          Arrays.stream(plain.getEnumConstants()).map(value -> key((Enum<?>) value)).toList());
    } else if (plain.isRecord()) {
      return reference(plain);
    } else if (plain == Values.class || plain == Catalogue.class) {
      return map("type", "object");
    }
    return map();
  }

  private Map<String, Object> reference(Class<?> type) {
    String name = type.getSimpleName();
    if (!schemas.containsKey(name)) {
      Map<String, Object> properties = new LinkedHashMap<>();
      // Entered first, for types that hold themselves.
      schemas.put(name, map("type", "object", "properties", properties));
      for (RecordComponent component : type.getRecordComponents()) {
        properties.put(component.getName(), schema(component.getGenericType()));
      }
    }
    return map("$ref", "#/components/schemas/" + name);
  }

  private static List<Object> session() {
    return List.of(map("session", List.of()));
  }

  private static String key(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Map<String, Object> map(Object... pairs) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put((String) pairs[i], pairs[i + 1]);
    }
    return map;
  }
}
