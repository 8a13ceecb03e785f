package org.wangge.client.work;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** Files chosen in the computer's own dialogs; the folder used last comes up again. */
public final class NativeFileDoor implements FileDoor {
  private final Supplier<Window> window;
  private final Consumer<String> opener;
  private File folder;

  /**
   * A door of this window.
   *
   * @param opener opens an address in the computer's own program
   */
  public NativeFileDoor(Supplier<Window> window, Consumer<String> opener) {
    this.window = window;
    this.opener = opener;
  }

  @Override
  public Optional<Path> chooseToRead(String title, String kind, List<String> endings) {
    FileChooser chooser = chooser(title);
    chooser
        .getExtensionFilters()
        .add(
            new FileChooser.ExtensionFilter(
                kind, endings.stream().map(ending -> "*" + ending).toList()));
    return chosen(chooser.showOpenDialog(window.get()));
  }

  @Override
  public Optional<Path> chooseToWrite(String title, String name) {
    FileChooser chooser = chooser(title);
    chooser.setInitialFileName(name);
    return chosen(chooser.showSaveDialog(window.get()));
  }

  private FileChooser chooser(String title) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    if (folder != null && folder.isDirectory()) {
      chooser.setInitialDirectory(folder);
    }
    return chooser;
  }

  private Optional<Path> chosen(File file) {
    if (file == null) {
      return Optional.empty();
    }
    folder = file.getParentFile();
    return Optional.of(file.toPath());
  }

  @Override
  public void show(Path file) {
    opener.accept(file.toUri().toString());
  }
}
