package org.wangge.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.wangge.testing.TestClient.Reply;
import org.wangge.wire.Paths;

class OpenApiIT {
  private static TestServer server;
  private static Reply reply;
  private static JsonNode document;

  @BeforeAll
  static void read() throws Exception {
    server = TestServer.start();
    reply = server.client().get(Paths.OPENAPI);
    document = new ObjectMapper().readTree(reply.body());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void everyPathOfTheInterfaceIsDescribed() throws Exception {
    TreeSet<String> described = new TreeSet<>();
    document.get("paths").fieldNames().forEachRemaining(described::add);
    TreeSet<String> paths = new TreeSet<>();
    for (var field : Paths.class.getFields()) {
      paths.add((String) field.get(null));
    }
    paths.remove(Paths.ROOT);

    assertThat(described).isEqualTo(paths);
    assertThat(document.get("openapi").asText()).startsWith("3.1");
  }

  @Test
  void everyOperationHasItsOwnIdASummaryAndWhatItAnswers() {
    TreeSet<String> ids = new TreeSet<>();
    document
        .get("paths")
        .forEach(
            path ->
                path.forEach(
                    operation -> {
                      assertThat(ids.add(operation.get("operationId").asText())).isTrue();
                      assertThat(operation.get("summary").asText()).isNotBlank();
                      assertThat(operation.get("responses").has("default")).isTrue();
                    }));

    assertThat(ids).hasSizeGreaterThan(30);
  }

  @Test
  void everyReferenceLeadsToASchema() {
    TreeSet<String> missing = new TreeSet<>();
    document
        .findValues("$ref")
        .forEach(
            reference -> {
              String name = reference.asText().replace("#/components/schemas/", "");
              if (!document.at("/components/schemas").has(name)) {
                missing.add(name);
              }
            });

    assertThat(missing).isEmpty();
  }

  @Test
  void allButTheOpenRoutesNeedASession() {
    TreeSet<String> open = new TreeSet<>();
    document
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        operation -> {
                          if (!operation.getValue().has("security")) {
                            open.add(operation.getKey() + " " + path.getKey());
                          }
                        }));

    assertThat(open)
        .containsExactlyInAnyOrder(
            "get /api/v1/health", "get /api/v1/openapi.json", "post /api/v1/session");
  }

  @Test
  void theDoorOfTheCommandLineIsNotPartOfTheInterface() {
    assertThat(reply.text()).doesNotContain("/control");
  }
}
