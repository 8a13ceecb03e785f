package org.wangge.server.http;

import java.util.List;
import org.wangge.catalogue.CodeList;
import org.wangge.server.access.Rights;
import org.wangge.server.catalogue.OwnCatalogue;
import org.wangge.wire.CodeListRow;
import org.wangge.wire.CodeListSave;
import org.wangge.wire.OwnField;
import org.wangge.wire.OwnFieldSave;
import org.wangge.wire.OwnTypeDraft;
import org.wangge.wire.OwnTypeSave;
import org.wangge.wire.Paths;

/** Code lists, record types and fields a town keeps itself. */
public final class OwnCatalogueRoutes {
  private static final Need NEED = Need.of(Rights.Function.CATALOGUE);

  private OwnCatalogueRoutes() {}

  /** The routes. */
  public static List<Route> of(OwnCatalogue own) {
    return List.of(
        Route.of(
            "GET",
            Paths.CODE_LISTS,
            NEED,
            Types.listOf(CodeListRow.class),
            "All code lists",
            exchange -> Answer.of(own.lists(exchange.caller()))),
        Route.of(
            "GET",
            Paths.CODE_LIST,
            NEED,
            Types.listOf(CodeList.Value.class),
            "Values of a code list, also those out of force",
            exchange -> Answer.of(own.list(exchange.caller(), exchange.path("type")).values())),
        Route.of(
            "POST",
            Paths.CODE_LISTS,
            NEED,
            CodeListSave.class,
            CodeListRow.class,
            "Makes or changes a code list",
            exchange -> {
              CodeListSave wish = exchange.body(CodeListSave.class);
              return Answer.of(own.save(exchange.caller(), wish));
            }),
        Route.of(
            "GET",
            Paths.OWN_TYPES,
            NEED,
            Types.listOf(OwnTypeDraft.class),
            "Record types of the town's own",
            exchange -> Answer.of(own.types(exchange.caller()))),
        Route.of(
            "POST",
            Paths.OWN_TYPES,
            NEED,
            OwnTypeSave.class,
            OwnTypeDraft.class,
            "Adds or changes a record type of the town's own",
            exchange -> {
              OwnTypeSave wish = exchange.body(OwnTypeSave.class);
              Exchange.required(wish.draft(), "draft");
              return Answer.of(own.save(exchange.caller(), wish));
            }),
        Route.of(
            "GET",
            Paths.OWN_FIELDS,
            NEED,
            Types.listOf(OwnField.class),
            "Fields the town has added to shipped types",
            exchange -> Answer.of(own.fields(exchange.caller()))),
        Route.of(
            "POST",
            Paths.OWN_FIELDS,
            NEED,
            OwnFieldSave.class,
            OwnField.class,
            "Adds a field to a shipped type, or changes one",
            exchange -> {
              OwnFieldSave wish = exchange.body(OwnFieldSave.class);
              Exchange.required(wish.field(), "field");
              return Answer.of(own.save(exchange.caller(), wish));
            }));
  }
}
