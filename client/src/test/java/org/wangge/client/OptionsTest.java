package org.wangge.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OptionsTest {
  @Test
  void readsServerCertificateAndFolder() {
    Options options =
        Options.parse(
            "--server", "https://127.0.0.1:8443", "--ca", "/a/authority.pem", "--settings", "/s");

    assertThat(options.server()).contains(URI.create("https://127.0.0.1:8443"));
    assertThat(options.authority()).contains(Path.of("/a/authority.pem"));
    assertThat(options.settings()).isEqualTo(Path.of("/s"));
  }

  @Test
  void withoutArgumentsEverythingComesFromTheSettingsFolder() {
    Options options = Options.parse();

    assertThat(options.server()).isEmpty();
    assertThat(options.settings()).isNotNull();
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    assertThatThrownBy(() -> Options.parse("--colour", "blue")).hasMessage("--colour");
    assertThatThrownBy(() -> Options.parse("--server")).hasMessage("--server");
  }
}
