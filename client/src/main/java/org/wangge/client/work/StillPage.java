package org.wangge.client.work;

import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import org.wangge.client.ui.Destination;
import org.wangge.client.ui.KeyAct;
import org.wangge.client.ui.Page;

/** A page on which nothing can be left unsaved. */
public abstract class StillPage implements Page {
  private final Destination destination;
  private final ReadOnlyStringWrapper title;
  private final ReadOnlyBooleanWrapper unsaved = new ReadOnlyBooleanWrapper(false);

  /** A page at this place under this title. */
  protected StillPage(Destination destination, String title) {
    this.destination = destination;
    this.title = new ReadOnlyStringWrapper(title);
  }

  @Override
  public final Destination destination() {
    return destination;
  }

  @Override
  public final ReadOnlyStringProperty title() {
    return title.getReadOnlyProperty();
  }

  @Override
  public final ReadOnlyBooleanProperty unsaved() {
    return unsaved.getReadOnlyProperty();
  }

  @Override
  public abstract Node view();

  @Override
  public List<KeyAct> keys() {
    return List.of();
  }

  @Override
  public void shown() {
    // Most pages have nothing to fetch anew.
  }

  @Override
  public void leave(Runnable close) {
    close.run();
  }
}
