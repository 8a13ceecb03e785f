package org.wangge.server.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;
import org.wangge.server.access.Caller;
import org.wangge.server.access.Rights.Function;
import org.wangge.server.imports.Imports;
import org.wangge.server.jobs.Jobs;
import org.wangge.wire.ImportAnswers;
import org.wangge.wire.ImportCommit;
import org.wangge.wire.ImportQuestion;
import org.wangge.wire.ImportReport;
import org.wangge.wire.ImportRow;
import org.wangge.wire.Job;
import org.wangge.wire.Paths;

/** Spreadsheets taken in: rehearsed first, then written. */
public final class ImportRoutes {
  /** Media type of a workbook. */
  static final String WORKBOOK =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private static final int LONGEST_NAME = 200;
  private static final int PAGE = 200;

  private final Imports imports;
  private final Jobs jobs;

  private ImportRoutes(Imports imports, Jobs jobs) {
    this.imports = imports;
    this.jobs = jobs;
  }

  /** The routes. */
  public static List<Route> of(Imports imports, Jobs jobs) {
    ImportRoutes handlers = new ImportRoutes(imports, jobs);
    return List.of(
        Route.of(
                "POST",
                Paths.IMPORTS,
                Need.of(Function.IMPORT),
                byte[].class,
                Job.class,
                "Rehearses a spreadsheet; the job's result is the id of the import",
                handlers::rehearse)
            .withQuery("name", "type", "village", "requestId"),
        Route.of(
            "GET",
            Paths.IMPORT,
            Need.of(Function.IMPORT),
            ImportReport.class,
            "What an import does or did",
            exchange -> Answer.of(imports.report(exchange.caller(), exchange.id()))),
        Route.of(
                "GET",
                Paths.IMPORT_ROWS,
                Need.of(Function.IMPORT),
                Types.pageOf(ImportRow.class),
                "A page of the rows of an import",
                handlers::rows)
            .withQuery("outcome", "after"),
        Route.of(
            "GET",
            Paths.IMPORT_QUESTIONS,
            Need.of(Function.IMPORT),
            Types.listOf(ImportQuestion.class),
            "Values of a rehearsed import that no code list knows, each once",
            exchange -> Answer.of(imports.questions(exchange.caller(), exchange.id()))),
        Route.of(
            "POST",
            Paths.IMPORT_QUESTIONS,
            Need.of(Function.IMPORT),
            ImportAnswers.class,
            Job.class,
            "Says what values mean and which rows mean a known record; rehearses again",
            handlers::answer),
        Route.of(
            "POST",
            Paths.IMPORT_COMMIT,
            Need.of(Function.IMPORT),
            ImportCommit.class,
            Job.class,
            "Writes a rehearsed import",
            handlers::commit),
        Route.of(
            "GET",
            Paths.IMPORT_REFUSED,
            Need.of(Function.IMPORT),
            byte[].class,
            "Workbook of the refused rows with the reason beside each cell",
            handlers::refused),
        Route.of(
            "GET",
            Paths.TEMPLATE,
            Need.of(Function.IMPORT),
            byte[].class,
            "An empty template workbook of a type",
            handlers::template));
  }

  private Answer rehearse(Exchange exchange) {
    String name = Exchange.text(exchange.query("name"), "name", LONGEST_NAME);
    if (name.isBlank()) {
      throw Exchange.malformed("name");
    }
    UUID requestId = exchange.queryId("requestId");
    Optional<String> type = given(exchange, "type");
    Optional<String> village = given(exchange, "village");
    if (village.filter(code -> !code.matches("[0-9]{12}")).isPresent()) {
      throw Exchange.malformed("village");
    }
    Imports.File file = new Imports.File(name, bytes(exchange), type, village, requestId);
    Caller caller = exchange.caller();
    return Answer.accepted(
        jobs.start(
            caller,
            "import",
            requestId,
            progress -> imports.rehearse(caller, file, progress).id().toString()));
  }

  private Answer answer(Exchange exchange) {
    ImportAnswers answers = exchange.body(ImportAnswers.class);
    Caller caller = exchange.caller();
    UUID id = exchange.id();
    imports.report(caller, id);
    return Answer.accepted(
        jobs.start(
            caller,
            "answer",
            Exchange.required(answers.requestId(), "requestId"),
            progress -> imports.answer(caller, id, answers, progress).id().toString()));
  }

  private Answer commit(Exchange exchange) {
    ImportCommit order = exchange.body(ImportCommit.class);
    Caller caller = exchange.caller();
    UUID id = exchange.id();
    // Refused here already when it is another account's.
    imports.report(caller, id);
    return Answer.accepted(
        jobs.start(
            caller,
            "commit",
            Exchange.required(order.requestId(), "requestId"),
            progress -> imports.commit(caller, id, order, progress).id().toString()));
  }

  private Answer rows(Exchange exchange) {
    String outcome = exchange.query("outcome");
    if (!outcome.isEmpty()
        && !List.of("create", "change", "same", "refuse", "ask").contains(outcome)) {
      throw Exchange.malformed("outcome");
    }
    return Answer.of(
        imports.rows(exchange.caller(), exchange.id(), outcome, given(exchange, "after"), PAGE));
  }

  private Answer refused(Exchange exchange) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    String name = imports.refusedWorkbook(exchange.caller(), exchange.id(), out);
    return Answer.file(WORKBOOK, name, out.toByteArray());
  }

  private Answer template(Exchange exchange) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    String name = imports.template(exchange.caller(), exchange.path("type"), out);
    return Answer.file(WORKBOOK, name, out.toByteArray());
  }

  private static byte[] bytes(Exchange exchange) {
    try {
      byte[] bytes = exchange.file().readAllBytes();
      if (bytes.length == 0) {
        throw new Problem(ProblemCode.EMPTY_FILE, Map.of());
      }
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<String> given(Exchange exchange, String name) {
    return Optional.of(exchange.query(name)).filter(value -> !value.isEmpty());
  }
}
