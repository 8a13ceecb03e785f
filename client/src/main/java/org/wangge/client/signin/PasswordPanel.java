package org.wangge.client.signin;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.VBox;
import org.wangge.client.connection.Entrance;
import org.wangge.client.ui.Background;
import org.wangge.client.ui.Dialogs;
import org.wangge.client.ui.Messages;
import org.wangge.client.ui.Styles;

/** Asks a signed-in account for a new password. */
public final class PasswordPanel {
  private static final Messages TEXT = Messages.of(PasswordPanel.class);

  private final Dialogs dialogs;
  private final Background background;
  private final Entrance entrance;
  private final Consumer<String> changed;
  private final PasswordField current = new PasswordField();
  private final PasswordField next = new PasswordField();
  private final PasswordField repeated = new PasswordField();
  private final Label refusal = new Label();

  /**
   * A panel.
   *
   * @param changed gets the new password
   */
  public PasswordPanel(
      Dialogs dialogs, Background background, Entrance entrance, Consumer<String> changed) {
    this.dialogs = dialogs;
    this.background = background;
    this.entrance = entrance;
    this.changed = changed;
  }

  /** Asks. */
  public void show() {
    refusal.getStyleClass().add(Styles.DANGER);
    refusal.setWrapText(true);
    refusal.managedProperty().bind(refusal.textProperty().isNotEmpty());
    Label policy = new Label(TEXT.get("new-password.sentence"));
    policy.setWrapText(true);
    policy.getStyleClass().add(Styles.MUTED);
    VBox content =
        new VBox(
            8,
            policy,
            label("current", current),
            current,
            label("next", next),
            next,
            label("repeated", repeated),
            repeated,
            refusal);
    dialogs.show(
        new Dialogs.Panel(
            TEXT.get("change.title"),
            content,
            current,
            false,
            List.of(
                new Dialogs.Act(
                    TEXT.get("change.act"),
                    Styles.PRIMARY,
                    opened -> {
                      change(opened);
                      return false;
                    })),
            true));
  }

  private static Label label(String key, PasswordField field) {
    Label label = new Label(TEXT.get(key));
    label.getStyleClass().add(Styles.MUTED);
    label.setLabelFor(field);
    field.setAccessibleText(TEXT.get(key));
    field.setId("change-" + key);
    return label;
  }

  private void change(Dialogs.Opened opened) {
    String wanted = next.getText();
    if (current.getText().isEmpty() || wanted.isEmpty()) {
      refusal.setText(TEXT.get("change.missing"));
    } else if (!wanted.equals(repeated.getText())) {
      refusal.setText(TEXT.get("password.differs"));
    } else {
      String old = current.getText();
      background.run(
          () -> {
            entrance.changePassword(old, wanted);
            return wanted;
          },
          done -> {
            opened.close();
            changed.accept(done);
          },
          problem -> refusal.setText(problem.wording()));
    }
  }
}
