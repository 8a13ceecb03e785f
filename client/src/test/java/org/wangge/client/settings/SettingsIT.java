package org.wangge.client.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsIT {
  @TempDir Path folder;

  @Test
  void whatWasSetIsThereAtTheNextStart() {
    Settings settings = new Settings(folder.resolve("new"));
    settings.set(Settings.SERVER, "https://192.168.1.5:8443");
    settings.set("tabs.李村", "records/house records/person/new");

    Settings again = new Settings(folder.resolve("new"));
    assertThat(again.get(Settings.SERVER)).contains("https://192.168.1.5:8443");
    assertThat(again.get("tabs.李村")).contains("records/house records/person/new");
  }

  @Test
  void anEmptyValueRemovesTheKey() throws IOException {
    Settings settings = new Settings(folder);
    settings.set(Settings.ACCOUNT, "chenjia");
    settings.set(Settings.ACCOUNT, "");

    assertThat(settings.get(Settings.ACCOUNT)).isEmpty();
    assertThat(Files.readString(folder.resolve("workstation.properties")))
        .doesNotContain("account");
  }

  @Test
  void theWorkstationHasAName() {
    Settings settings = new Settings(folder);
    assertThat(settings.workstation()).isNotBlank();
    settings.set(Settings.WORKSTATION, "村办公室");
    assertThat(settings.workstation()).isEqualTo("村办公室");
  }
}
