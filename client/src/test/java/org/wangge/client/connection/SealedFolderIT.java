package org.wangge.client.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealedFolderIT {
  private static final byte[] WORDS = "王建国 339999199001020027".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  private static byte[] entry(SealedFolder sealed, String name) {
    return sealed.entries("").get(name);
  }

  @Test
  void entriesAreThereAgainAfterTheNextSignIn() {
    SealedFolder.open(folder, "Autumn-2026").put("draft-1", WORDS);

    assertThat(entry(SealedFolder.open(folder, "Autumn-2026"), "draft-1")).isEqualTo(WORDS);
  }

  @Test
  void nothingCanBeReadOnTheDisk() throws IOException {
    SealedFolder.open(folder, "Autumn-2026").put("draft-1", WORDS);

    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String content = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(content).doesNotContain("339999").doesNotContain("Autumn");
      }
    }
  }

  @Test
  void aNewPasswordOfTheirOwnKeepsEverythingInPlace() {
    SealedFolder sealed = SealedFolder.open(folder, "Autumn-2026");
    sealed.put("draft-1", WORDS);
    sealed.relock("Winter-2026");

    SealedFolder again = SealedFolder.open(folder, "Winter-2026");
    assertThat(entry(again, "draft-1")).isEqualTo(WORDS);
    assertThat(again.locked()).isZero();
  }

  @Test
  void afterAResetThePastIsSetAsideAndTakenBackWithTheOldPassword() {
    SealedFolder.open(folder, "Autumn-2026").put("draft-1", WORDS);

    SealedFolder again = SealedFolder.open(folder, "Reset-2026");
    again.put("draft-2", WORDS);
    assertThat(again.entries("")).containsOnlyKeys("draft-2");
    assertThat(again.locked()).isEqualTo(1);

    assertThat(again.recover("Wrong-2026")).isZero();
    assertThat(again.recover("Autumn-2026")).isEqualTo(1);
    assertThat(again.locked()).isZero();
    assertThat(SealedFolder.open(folder, "Reset-2026").entries(""))
        .containsOnlyKeys("draft-1", "draft-2");
  }

  @Test
  void aDamagedEntryHarmsNoOther() throws IOException {
    SealedFolder sealed = SealedFolder.open(folder, "Autumn-2026");
    sealed.put("draft-1", WORDS);
    sealed.put("draft-2", WORDS);
    Files.write(folder.resolve("draft-1.sealed"), new byte[] {1, 2, 3});

    assertThat(sealed.entries("").keySet()).isEqualTo(java.util.Set.of("draft-2"));
    assertThat(Files.exists(folder.resolve("draft-1.sealed"))).isTrue();
  }

  @Test
  void aRemovedEntryIsGone() {
    SealedFolder sealed = SealedFolder.open(folder, "Autumn-2026");
    sealed.put("draft-1", WORDS);
    sealed.remove("draft-1");
    sealed.remove("draft-1");

    assertThat(List.copyOf(sealed.entries("").keySet())).isEmpty();
  }
}
