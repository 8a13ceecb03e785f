package org.wangge.server.http;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.wangge.catalogue.Catalogue;
import org.wangge.catalogue.RecordType;
import org.wangge.server.access.Account;
import org.wangge.server.access.Post;
import org.wangge.server.access.Rights;
import org.wangge.server.areas.Areas;
import org.wangge.wire.Area;
import org.wangge.wire.CatalogueDocument;
import org.wangge.wire.Paths;
import org.wangge.wire.WireCodec;

/** What a workstation needs to know before it shows a form: record types, code lists, places. */
public final class CatalogueRoutes {
  /** No field uses this list, but every cancellation names one of its codes. */
  private static final String CANCEL_REASON = "cancel_reason";

  private CatalogueRoutes() {}

  /** The routes. */
  public static List<Route> of(Catalogue catalogue, WireCodec codec, Areas areas) {
    Map<Seen, CatalogueDocument> documents = new ConcurrentHashMap<>();
    return List.of(
        Route.of(
            "GET",
            Paths.CATALOGUE,
            Need.signedIn(),
            CatalogueDocument.class,
            "Record types and code lists that the account may use",
            exchange -> {
              Account account = exchange.session().account();
              return Answer.of(
                  documents.computeIfAbsent(
                      new Seen(account.post(), account.granted()),
                      seen -> codec.document(usedBy(account, catalogue))));
            }),
        Route.of(
            "GET",
            Paths.AREAS,
            Need.signedIn(),
            Types.listOf(Area.class),
            "Places at and below the account's area",
            exchange -> Answer.of(areas.below(exchange.caller()))));
  }

  /** What decides which types an account may use. */
  private record Seen(Post post, Set<String> granted) {}

  private static Catalogue usedBy(Account account, Catalogue catalogue) {
    List<RecordType> types =
        catalogue.types().stream().filter(type -> !Rights.acts(account, type).isEmpty()).toList();
    return new Catalogue(
        catalogue.modules().stream()
            .filter(module -> types.stream().anyMatch(type -> type.module().equals(module.key())))
            .toList(),
        types,
        catalogue.codeLists().stream()
            .filter(
                list ->
                    list.key().equals(CANCEL_REASON)
                        || types.stream()
                            .flatMap(type -> type.fields().stream())
                            .anyMatch(field -> field.codes().equals(list.key())))
            .toList());
  }
}
