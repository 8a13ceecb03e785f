package org.wangge.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.wangge.record.Record;
import org.wangge.record.RecordId;

/** What holds for records whatever way the database is reached. */
abstract class RecordStoreContract {
  private static final LocalDate BIRTH = LocalDate.of(1988, 5, 20);

  abstract Town town();

  @Test
  void keepsWhatAFormSaid() {
    UUID id = RecordId.next();
    SaveResult saved =
        town().save(
            town().near,
            "floating_person",
            id,
            0,
            Town.NEAR,
            Town.floating("曾沄玥", Town.number(BIRTH, 11)));
    Record read = town().records.read(town().near, "floating_person", id);
    assertThat(read).isEqualTo(saved.record());
    assertThat(read.values().text("name")).isEqualTo("曾沄玥");
    assertThat(read.version()).isEqualTo(1);
    assertThat(read.values().date("birth_date")).isEqualTo(BIRTH);
  }
}
