package org.wangge.client.records;

import java.util.UUID;
import org.wangge.catalogue.Field;
import org.wangge.catalogue.RecordType;
import org.wangge.client.ui.Destination;

/** Where records are opened; a type with a page of its own leads elsewhere. */
public interface RecordLinks {
  /** The page of a record. */
  Destination record(RecordType type, UUID id);

  /** The list of a type. */
  static Destination list(RecordType type) {
    return Destination.of(RecordsFeature.KEY, type.key());
  }

  /** The empty form of a type. */
  static Destination empty(RecordType type) {
    return Destination.of(RecordsFeature.KEY, type.key(), RecordsFeature.NEW);
  }

  /** The empty form of a type for what belongs to a record or mentions it. */
  static Destination of(RecordType type, Field field, UUID id) {
    return Destination.of(
        RecordsFeature.KEY, type.key(), RecordsFeature.NEW, field.name(), id.toString());
  }

  /** A draft of a new record. */
  static Destination draft(RecordType type, UUID id) {
    return Destination.of(RecordsFeature.KEY, type.key(), RecordsFeature.DRAFT, id.toString());
  }
}
