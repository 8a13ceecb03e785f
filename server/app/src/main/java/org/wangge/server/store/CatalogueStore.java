package org.wangge.server.store;

import static org.wangge.server.store.schema.Tables.OWN_FIELD;
import static org.wangge.server.store.schema.Tables.OWN_LIST;
import static org.wangge.server.store.schema.Tables.OWN_MODULE;
import static org.wangge.server.store.schema.Tables.OWN_TYPE;
import static org.wangge.server.store.schema.Tables.OWN_VALUE;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.impl.DSL;
import org.wangge.catalogue.CodeList;
import org.wangge.catalogue.Field;
import org.wangge.catalogue.Module;
import org.wangge.catalogue.RecordType;
import org.wangge.catalogue.TownAdditions.OwnList;
import org.wangge.server.access.Caller;

/** What a town adds to the catalogue: kept as drafts, and the tables of its types. */
public final class CatalogueStore {
  private static final String SEPARATOR = "\n";

  /**
   * A draft as it is kept.
   *
   * @param key key of the type; of a field the key of its type
   * @param name name of the field; empty for a type
   * @param version counts saves of a type from 1; 0 for a field
   * @param draft the text
   */
  public record Draft(String key, String name, long version, String draft) {}

  /** Modules of the town in navigation order. */
  public List<Module> modules(Tx tx) {
    return tx.sql()
        .selectFrom(OWN_MODULE)
        .orderBy(OWN_MODULE.SORT)
        .fetch(row -> new Module(row.getModuleKey(), row.getLabel()));
  }

  /** Adds a module behind the others. */
  public void addModule(Tx tx, Module module) {
    tx.sql()
        .insertInto(OWN_MODULE)
        .set(OWN_MODULE.MODULE_KEY, module.key())
        .set(OWN_MODULE.LABEL, module.label())
        .set(OWN_MODULE.SORT, tx.sql().fetchCount(OWN_MODULE) + 1)
        .execute();
  }

  /** Types of the town in the order in which they were added. */
  public List<Draft> types(Tx tx) {
    return tx.sql()
        .selectFrom(OWN_TYPE)
        .orderBy(OWN_TYPE.SORT)
        .fetch(row -> new Draft(row.getTypeKey(), "", row.getVersion(), row.getDraft()));
  }

  /** Makes the table of a new type and keeps its draft. */
  public void addType(Tx tx, Caller caller, RecordType type, String draft) {
    RecordDefinition.create(type).forEach(sql -> tx.sql().execute(sql));
    tx.sql()
        .insertInto(OWN_TYPE)
        .set(OWN_TYPE.TYPE_KEY, type.key())
        .set(OWN_TYPE.VERSION, 1L)
        .set(OWN_TYPE.SORT, tx.sql().fetchCount(OWN_TYPE) + 1)
        .set(OWN_TYPE.DRAFT, draft)
        .set(OWN_TYPE.UPDATED_BY, caller.account().name())
        .set(OWN_TYPE.UPDATED_AT, tx.now())
        .execute();
  }

  /**
   * Keeps the new draft of a type that exists and makes the columns of new fields.
   *
   * @param version version that was read
   * @param added fields without a column yet
   * @return false when somebody changed it meanwhile; nothing is written then
   */
  public boolean changeType(
      Tx tx, Caller caller, RecordType type, List<Field> added, long version, String draft) {
    int rows =
        tx.sql()
            .update(OWN_TYPE)
            .set(OWN_TYPE.VERSION, version + 1)
            .set(OWN_TYPE.DRAFT, draft)
            .set(OWN_TYPE.UPDATED_BY, caller.account().name())
            .set(OWN_TYPE.UPDATED_AT, tx.now())
            .where(OWN_TYPE.TYPE_KEY.eq(type.key()))
            .and(OWN_TYPE.VERSION.eq(version))
            .execute();
    if (rows == 0) {
      return false;
    }
    added.forEach(field -> addColumns(tx, type, field));
    return true;
  }

  /** Fields a town has added to shipped types. */
  public List<Draft> fields(Tx tx) {
    return tx.sql()
        .selectFrom(OWN_FIELD)
        .orderBy(OWN_FIELD.TYPE_KEY, OWN_FIELD.SORT)
        .fetch(row -> new Draft(row.getTypeKey(), row.getFieldName(), 0, row.getDraft()));
  }

  /** Makes the column of a new field of a shipped type, or keeps the new draft of one. */
  public void saveField(Tx tx, Caller caller, RecordType type, Field field, String draft) {
    int changed =
        tx.sql()
            .update(OWN_FIELD)
            .set(OWN_FIELD.DRAFT, draft)
            .set(OWN_FIELD.UPDATED_BY, caller.account().name())
            .set(OWN_FIELD.UPDATED_AT, tx.now())
            .where(OWN_FIELD.TYPE_KEY.eq(type.key()))
            .and(OWN_FIELD.FIELD_NAME.eq(field.name()))
            .execute();
    if (changed > 0) {
      return;
    }
    addColumns(tx, type, field);
    tx.sql()
        .insertInto(OWN_FIELD)
        .set(OWN_FIELD.TYPE_KEY, type.key())
        .set(OWN_FIELD.FIELD_NAME, field.name())
        .set(OWN_FIELD.SORT, tx.sql().fetchCount(OWN_FIELD, OWN_FIELD.TYPE_KEY.eq(type.key())) + 1)
        .set(OWN_FIELD.DRAFT, draft)
        .set(OWN_FIELD.UPDATED_BY, caller.account().name())
        .set(OWN_FIELD.UPDATED_AT, tx.now())
        .execute();
  }

  private static void addColumns(Tx tx, RecordType type, Field field) {
    RecordDefinition.add(type, field).forEach(sql -> tx.sql().execute(sql));
  }

  /** Code lists of the town and what it has changed in shipped ones. */
  public List<OwnList> lists(Tx tx) {
    Map<String, List<CodeList.Value>> values = new LinkedHashMap<>();
    tx.sql()
        .selectFrom(OWN_VALUE)
        .orderBy(OWN_VALUE.LIST_KEY, OWN_VALUE.SORT)
        .forEach(
            row ->
                values
                    .computeIfAbsent(row.getListKey(), key -> new java.util.ArrayList<>())
                    .add(
                        new CodeList.Value(
                            row.getCode(),
                            row.getLabel(),
                            row.getParent(),
                            row.getSynonyms().isEmpty()
                                ? List.of()
                                : List.of(row.getSynonyms().split(SEPARATOR)),
                            row.getValidFrom(),
                            row.getValidTo(),
                            row.getProvinceCode())));
    return tx.sql()
        .selectFrom(OWN_LIST)
        .orderBy(OWN_LIST.LIST_KEY)
        .fetch(
            row ->
                new OwnList(
                    row.getListKey(),
                    row.getLabel(),
                    row.getVerified(),
                    values.getOrDefault(row.getListKey(), List.of())));
  }

  /** Makes or changes a list; values of the same code are replaced, the others stay. */
  public void saveList(Tx tx, Caller caller, OwnList list) {
    Optional<String> known =
        tx.sql()
            .select(OWN_LIST.LIST_KEY)
            .from(OWN_LIST)
            .where(OWN_LIST.LIST_KEY.eq(list.key()))
            .fetchOptional(OWN_LIST.LIST_KEY);
    if (known.isEmpty()) {
      tx.sql()
          .insertInto(OWN_LIST)
          .set(OWN_LIST.LIST_KEY, list.key())
          .set(OWN_LIST.LABEL, list.label())
          .set(OWN_LIST.VERIFIED, list.verified())
          .set(OWN_LIST.UPDATED_BY, caller.account().name())
          .set(OWN_LIST.UPDATED_AT, tx.now())
          .execute();
    } else {
      tx.sql()
          .update(OWN_LIST)
          .set(OWN_LIST.VERIFIED, list.verified())
          .set(OWN_LIST.UPDATED_BY, caller.account().name())
          .set(OWN_LIST.UPDATED_AT, tx.now())
          .where(OWN_LIST.LIST_KEY.eq(list.key()))
          .execute();
    }
    for (CodeList.Value value : list.values()) {
      saveValue(tx, caller, list.key(), value);
    }
  }

  private static void saveValue(Tx tx, Caller caller, String list, CodeList.Value value) {
    Integer before =
        tx.sql()
            .select(OWN_VALUE.SORT)
            .from(OWN_VALUE)
            .where(OWN_VALUE.LIST_KEY.eq(list))
            .and(OWN_VALUE.CODE.eq(value.code()))
            .fetchOptional(OWN_VALUE.SORT)
            .orElse(null);
    int sort =
        before != null
            ? before
            : Optional.ofNullable(
                        tx.sql()
                            .select(DSL.max(OWN_VALUE.SORT))
                            .from(OWN_VALUE)
                            .where(OWN_VALUE.LIST_KEY.eq(list))
                            .fetchSingle()
                            .value1())
                    .orElse(0)
                + 1;
    tx.sql()
        .deleteFrom(OWN_VALUE)
        .where(OWN_VALUE.LIST_KEY.eq(list))
        .and(OWN_VALUE.CODE.eq(value.code()))
        .execute();
    tx.sql()
        .insertInto(OWN_VALUE)
        .set(OWN_VALUE.LIST_KEY, list)
        .set(OWN_VALUE.CODE, value.code())
        .set(OWN_VALUE.LABEL, value.label())
        .set(OWN_VALUE.PARENT, value.parent())
        .set(OWN_VALUE.SYNONYMS, String.join(SEPARATOR, value.synonyms()))
        .set(OWN_VALUE.VALID_FROM, value.from())
        .set(OWN_VALUE.VALID_TO, value.to())
        .set(OWN_VALUE.PROVINCE_CODE, value.provinceCode())
        .set(OWN_VALUE.SORT, sort)
        .set(OWN_VALUE.UPDATED_BY, caller.account().name())
        .set(OWN_VALUE.UPDATED_AT, tx.now())
        .execute();
  }
}
