package org.wangge.server.catalogue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.wangge.catalogue.Catalogue;
import org.wangge.catalogue.CatalogueFiles;
import org.wangge.catalogue.CodeList;
import org.wangge.catalogue.Field;
import org.wangge.catalogue.Module;
import org.wangge.catalogue.RecordType;
import org.wangge.catalogue.TownAdditions;
import org.wangge.catalogue.TownAdditions.OwnList;
import org.wangge.catalogue.TownAdditions.OwnType;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;
import org.wangge.server.access.Caller;
import org.wangge.server.access.Rights;
import org.wangge.server.store.AuditStore;
import org.wangge.server.store.CatalogueStore;
import org.wangge.server.store.RequestStore;
import org.wangge.server.store.Store;
import org.wangge.server.store.Tx;
import org.wangge.wire.CodeListRow;
import org.wangge.wire.CodeListSave;
import org.wangge.wire.OwnField;
import org.wangge.wire.OwnFieldDraft;
import org.wangge.wire.OwnFieldSave;
import org.wangge.wire.OwnTypeDraft;
import org.wangge.wire.OwnTypeSave;
import org.wangge.wire.WireCodec;

/**
 * The catalogue of this town: what comes with the program and what the town added. A change is
 * proved as a whole before anything is kept, its columns are made in the same transaction, and from
 * then on the server works with the new catalogue; workstations get it when they sign in.
 */
public final class OwnCatalogue {
  private static final int LIST_NAME = 60;

  private final Store store;
  private final CatalogueStore drafts;
  private final AuditStore audit;
  private final RequestStore requests = new RequestStore();
  private final WireCodec codec = WireCodec.withoutRecords();
  private final Runnable changed;
  private volatile Catalogue catalogue;

  /**
   * Reads what the town has added.
   *
   * @param changed told after a change was kept; the server then takes up {@link #catalogue}
   * @throws Problem BAD_CATALOGUE when the additions do not fit the shipped catalogue
   */
  public OwnCatalogue(Store store, CatalogueStore drafts, AuditStore audit, Runnable changed) {
    this.store = store;
    this.drafts = drafts;
    this.audit = audit;
    this.changed = changed;
    this.catalogue = store.read(tx -> CatalogueFiles.shippedWith(additions(tx)));
  }

  /** The catalogue as it stands. */
  public Catalogue catalogue() {
    return catalogue;
  }

  // ---- code lists

  /** All code lists. */
  public List<CodeListRow> lists(Caller caller) {
    Rights.require(caller.account(), Rights.Function.CATALOGUE);
    return catalogue.codeLists().stream().map(this::row).toList();
  }

  /** A code list with all its values, also those out of force. */
  public CodeList list(Caller caller, String key) {
    Rights.require(caller.account(), Rights.Function.CATALOGUE);
    return catalogue
        .findCodeList(key)
        .orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND, Map.of("what", key)));
  }

  /**
   * Makes or changes a code list. Values are never removed, since records hold them; a value that
   * is not wanted any more gets a last day.
   *
   * @throws org.wangge.validation.InvalidRecord for values that cannot stand
   */
  public CodeListRow save(Caller caller, CodeListSave wish) {
    Rights.require(caller.account(), Rights.Function.CATALOGUE);
    String key =
        change(
            caller,
            wish.requestId(),
            "code-list " + wish,
            tx -> {
              boolean isNew = wish.key() == null || wish.key().isEmpty();
              DraftRules.requireSound(wish, catalogue, isNew, LIST_NAME);
              String name =
                  isNew
                      ? DraftRules.freeName(wish.label(), keys(catalogue.codeLists()))
                      : wish.key();
              drafts.saveList(
                  tx,
                  caller,
                  new OwnList(
                      name, isNew ? wish.label().strip() : "", wish.verified(), wish.values()));
              audit.append(tx, caller, "code-list", name + " " + wish.values().size(), "", "done");
              return name;
            });
    return row(catalogue.codeList(key));
  }

  private CodeListRow row(CodeList list) {
    List<String> usedBy =
        catalogue.types().stream()
            .filter(
                type -> type.fields().stream().anyMatch(field -> field.codes().equals(list.key())))
            .map(RecordType::label)
            .toList();
    return new CodeListRow(
        list.key(),
        list.label(),
        list.verified(),
        list.key().startsWith(TownAdditions.PREFIX),
        list.values().size(),
        usedBy);
  }

  // ---- types

  /** The town's record types, as they were described. */
  public List<OwnTypeDraft> types(Caller caller) {
    Rights.require(caller.account(), Rights.Function.CATALOGUE);
    return store.read(tx -> drafts.types(tx).stream().map(this::typeDraft).toList());
  }

  /**
   * Adds a record type, or changes one: labels, order, columns shown, further fields. The kind of a
   * field stays, since values of that kind are kept; a field that is not wanted is hidden.
   *
   * @return the type as it is kept
   * @throws org.wangge.validation.InvalidRecord for a description that cannot stand
   * @throws Problem STALE_VERSION when somebody changed it meanwhile
   */
  public OwnTypeDraft save(Caller caller, OwnTypeSave save) {
    OwnTypeDraft wish = save.draft();
    Rights.require(caller.account(), Rights.Function.CATALOGUE);
    String key =
        change(
            caller,
            save.requestId(),
            "own-type " + wish,
            tx -> {
              Optional<OwnTypeDraft> before =
                  drafts.types(tx).stream()
                      .map(this::typeDraft)
                      .filter(draft -> draft.key().equals(wish.key()))
                      .findFirst();
              DraftRules.requireSound(save, before, catalogue);
              OwnTypeDraft named = DraftRules.named(save, before, catalogue);
              if (catalogue.module(named.module()).isEmpty()) {
                drafts.addModule(tx, new Module(named.module(), save.moduleLabel().strip()));
              }
              keep(tx, caller, named, before);
              audit.append(tx, caller, "own-type", named.key(), "", "done");
              return named.key();
            });
    return types(caller).stream()
        .filter(draft -> draft.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  private void keep(Tx tx, Caller caller, OwnTypeDraft named, Optional<OwnTypeDraft> before) {
    String text = text(named);
    TownAdditions now = additions(tx);
    List<OwnType> types = new ArrayList<>();
    for (OwnTypeDraft draft : drafts.types(tx).stream().map(this::typeDraft).toList()) {
      types.add(own(draft.key().equals(named.key()) ? named : draft));
    }
    if (before.isEmpty()) {
      types.add(own(named));
    }
    RecordType type =
        CatalogueFiles.shippedWith(
                new TownAdditions(now.modules(), types, now.fields(), now.lists()))
            .type(named.key());
    if (before.isEmpty()) {
      drafts.addType(tx, caller, type, text);
      return;
    }
    Set<String> known = new HashSet<>();
    before.get().fields().forEach(field -> known.add(field.name()));
    List<Field> added =
        type.ownFields().stream()
            .filter(
                field -> named.fields().stream().anyMatch(own -> own.name().equals(field.name())))
            .filter(field -> !known.contains(field.name()))
            .toList();
    if (!drafts.changeType(tx, caller, type, added, named.version(), text)) {
      throw new Problem(ProblemCode.STALE_VERSION, Map.of("by", ""));
    }
  }

  // ---- fields of shipped types

  /** The fields the town has added to shipped types. */
  public List<OwnField> fields(Caller caller) {
    Rights.require(caller.account(), Rights.Function.CATALOGUE);
    return store.read(
        tx ->
            drafts.fields(tx).stream()
                .map(kept -> new OwnField(kept.key(), fieldDraft(kept)))
                .toList());
  }

  /**
   * Adds a field to a shipped type, or changes one as in a type of the town's own.
   *
   * @throws org.wangge.validation.InvalidRecord for a description that cannot stand
   */
  public OwnField save(Caller caller, OwnFieldSave wish) {
    Rights.require(caller.account(), Rights.Function.CATALOGUE);
    String name =
        change(
            caller,
            wish.requestId(),
            "own-field " + wish,
            tx -> {
              RecordType type = catalogue.type(wish.type());
              Optional<OwnFieldDraft> before =
                  drafts.fields(tx).stream()
                      .filter(kept -> kept.key().equals(wish.type()))
                      .map(this::fieldDraft)
                      .filter(draft -> draft.name().equals(wish.field().name()))
                      .findFirst();
              DraftRules.requireSound(wish.field(), before, type, catalogue);
              OwnFieldDraft named = DraftRules.named(wish.field(), type);
              TownAdditions now = additions(tx);
              List<TownAdditions.OwnField> fields =
                  new ArrayList<>(
                      now.fields().stream()
                          .filter(
                              own ->
                                  !own.type().equals(wish.type())
                                      || !own.yaml().contains("\"" + named.name() + "\""))
                          .toList());
              OwnFieldDraft shown = named.hidden() ? DraftRules.shown(named) : named;
              fields.add(new TownAdditions.OwnField(wish.type(), text(DraftText.field(shown))));
              RecordType proved =
                  CatalogueFiles.shippedWith(
                          new TownAdditions(now.modules(), now.types(), fields, now.lists()))
                      .type(wish.type());
              drafts.saveField(
                  tx, caller, type, proved.field(named.name()).orElseThrow(), text(named));
              audit.append(tx, caller, "own-field", wish.type() + "." + named.name(), "", "done");
              return named.name();
            });
    return fields(caller).stream()
        .filter(kept -> kept.type().equals(wish.type()) && kept.field().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  // ---- parts

  /** Work that changes the catalogue and answers a key. */
  private interface CatalogueWork {
    String in(Tx tx);
  }

  private synchronized String change(
      Caller caller, UUID requestId, String fingerprint, CatalogueWork work) {
    String key =
        store.write(
            tx -> {
              Optional<String> answered = requests.answered(tx, caller, requestId, fingerprint);
              if (answered.isPresent()) {
                return answered.get();
              }
              String made = work.in(tx);
              requests.remember(tx, caller, requestId, fingerprint, made);
              return made;
            });
    catalogue = store.read(tx -> CatalogueFiles.shippedWith(additions(tx)));
    changed.run();
    return key;
  }

  private TownAdditions additions(Tx tx) {
    return new TownAdditions(
        drafts.modules(tx),
        drafts.types(tx).stream().map(kept -> own(typeDraft(kept))).toList(),
        drafts.fields(tx).stream()
            .filter(kept -> !fieldDraft(kept).hidden())
            .map(
                kept ->
                    new TownAdditions.OwnField(kept.key(), text(DraftText.field(fieldDraft(kept)))))
            .toList(),
        drafts.lists(tx));
  }

  private OwnType own(OwnTypeDraft draft) {
    return new OwnType(draft.module(), text(DraftText.type(draft)));
  }

  private OwnTypeDraft typeDraft(CatalogueStore.Draft kept) {
    OwnTypeDraft draft =
        codec.read(kept.draft().getBytes(StandardCharsets.UTF_8), OwnTypeDraft.class);
    return new OwnTypeDraft(
        kept.key(), kept.version(), draft.module(), draft.label(), draft.fields(), draft.listed());
  }

  private OwnFieldDraft fieldDraft(CatalogueStore.Draft kept) {
    return codec.read(kept.draft().getBytes(StandardCharsets.UTF_8), OwnFieldDraft.class);
  }

  /** JSON, which is also what a catalogue file may be written in. */
  private String text(Object value) {
    return new String(codec.write(value), StandardCharsets.UTF_8);
  }

  private static Set<String> keys(List<CodeList> lists) {
    Map<String, CodeList> byKey = new LinkedHashMap<>();
    lists.forEach(list -> byKey.put(list.key(), list));
    return byKey.keySet();
  }
}
