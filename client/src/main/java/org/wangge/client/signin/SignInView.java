package org.wangge.client.signin;

import java.io.File;
import javafx.application.Platform;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.wangge.client.signin.SignInModel.Step;
import org.wangge.client.ui.Icon;
import org.wangge.client.ui.Messages;
import org.wangge.client.ui.Styles;
import org.wangge.client.ui.Theme;

/** The card in the middle of the window through which one comes in. */
public final class SignInView extends StackPane {
  private static final Messages TEXT = Messages.of(SignInView.class);

  private final SignInModel model;
  private final VBox card = new VBox();
  private Node first;

  /** A card over this model. */
  public SignInView(SignInModel model) {
    this.model = model;
    getStyleClass().add("sign-in");
    card.getStyleClass().add("sign-in-card");
    card.setMaxHeight(USE_PREF_SIZE);
    getChildren().add(card);
    model
        .busy()
        .addListener(
            (busy, before, now) -> {
              if (!now) {
                first.requestFocus();
              }
            });
    model.step().subscribe(this::show);
  }

  /** Puts the focus where typing goes on. */
  public void takeFocus() {
    first.requestFocus();
  }

  private void show(Step step) {
    card.getChildren().clear();
    Label product = new Label(Messages.of(Theme.class).get("product"));
    product.getStyleClass().add("product-name");
    card.getChildren().add(product);
    switch (step) {
      case ENROL -> enrol();
      case SIGN_IN -> signIn();
      case NEW_PASSWORD -> newPassword();
    }
    Label sentence = new Label();
    sentence.getStyleClass().addAll("sentence", Styles.DANGER);
    sentence.textProperty().bind(model.sentence());
    sentence
        .graphicProperty()
        .bind(
            model
                .sentence()
                .map(
                    words -> {
                      Node icon = Icon.ERROR.node();
                      icon.getStyleClass().add(Styles.DANGER);
                      return words.isEmpty() ? null : icon;
                    }));
    sentence.managedProperty().bind(model.sentence().isNotEmpty());
    sentence.visibleProperty().bind(model.sentence().isNotEmpty());
    int button = card.getChildren().size() - (step == Step.NEW_PASSWORD ? 1 : 2);
    card.getChildren().add(button, sentence);
    ProgressBar bar = new ProgressBar();
    bar.getStyleClass().add("loading");
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.visibleProperty().bind(model.busy());
    bar.setAccessibleText(TEXT.get("busy"));
    card.getChildren().add(bar);
    Platform.runLater(first::requestFocus);
  }

  private void enrol() {
    heading("enrol.title", "enrol.sentence");
    TextField address = field("address", new TextField(), model.address());
    TextField code = field("code", new TextField(), model.code());
    address.setOnAction(event -> code.requestFocus());
    code.setOnAction(event -> model.enrolByCode());
    act("enrol.act", model::enrolByCode);
    Button file = new Button(TEXT.get("enrol.file"));
    file.getStyleClass().add(Styles.LINK);
    file.setOnAction(event -> chooseFile());
    card.getChildren().add(file);
    first = address;
  }

  private void chooseFile() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(TEXT.get("enrol.file"));
    chooser
        .getExtensionFilters()
        .add(new FileChooser.ExtensionFilter(TEXT.get("enrol.file.kind"), "*.pem", "*.crt"));
    File file = chooser.showOpenDialog(getScene().getWindow());
    if (file != null) {
      model.enrolByFile(file.toPath());
    }
  }

  private void signIn() {
    heading(model.accountIsFree() ? "sign-in.title" : "locked.title", null);
    TextField account = field("account", new TextField(), model.account());
    account.setEditable(model.accountIsFree());
    PasswordField password = field("password", new PasswordField(), model.password());
    account.setOnAction(event -> password.requestFocus());
    password.setOnAction(event -> model.signIn());
    act(model.accountIsFree() ? "sign-in.act" : "locked.act", model::signIn);
    Button server = new Button(TEXT.get("server.change"));
    server.getStyleClass().add(Styles.LINK);
    server.setOnAction(event -> model.changeServer());
    server.setVisible(model.accountIsFree());
    card.getChildren().add(server);
    first = model.account().get().isEmpty() ? account : password;
  }

  private void newPassword() {
    heading("new-password.title", "new-password.sentence");
    PasswordField next = field("next", new PasswordField(), model.next());
    PasswordField repeated = field("repeated", new PasswordField(), model.repeated());
    next.setOnAction(event -> repeated.requestFocus());
    repeated.setOnAction(event -> model.changePassword());
    act("new-password.act", model::changePassword);
    first = next;
  }

  private void heading(String title, String sentence) {
    Label heading = new Label(TEXT.get(title));
    heading.getStyleClass().add(Styles.TITLE);
    card.getChildren().add(heading);
    if (sentence != null) {
      Label words = new Label(TEXT.get(sentence));
      words.getStyleClass().addAll("sentence", Styles.MUTED);
      card.getChildren().add(words);
    }
  }

  private <T extends TextField> T field(String key, T field, StringProperty value) {
    Label label = new Label(TEXT.get(key));
    label.getStyleClass().add(Styles.MUTED);
    label.setLabelFor(field);
    field.setId("sign-in-" + key);
    field.textProperty().bindBidirectional(value);
    field.setAccessibleText(TEXT.get(key));
    if (TEXT.has(key + ".prompt")) {
      field.setPromptText(TEXT.get(key + ".prompt"));
    }
    field.disableProperty().bind(model.busy());
    card.getChildren().addAll(label, field);
    return field;
  }

  private void act(String key, Runnable act) {
    Button button = new Button(TEXT.get(key));
    button.setId("sign-in-act");
    button.getStyleClass().add(Styles.PRIMARY);
    button.setMaxWidth(Double.MAX_VALUE);
    button.setAlignment(Pos.CENTER);
    button.setOnAction(event -> act.run());
    button.disableProperty().bind(model.busy());
    card.getChildren().add(button);
  }
}
