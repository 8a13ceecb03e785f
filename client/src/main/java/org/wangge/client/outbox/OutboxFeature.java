package org.wangge.client.outbox;

import java.util.List;
import org.wangge.catalogue.Catalogue;
import org.wangge.client.connection.SealedDrafts;
import org.wangge.client.connection.SealedFolder;
import org.wangge.client.connection.SealedOutbox;
import org.wangge.client.ui.Background;
import org.wangge.client.ui.Destination;
import org.wangge.client.ui.Dialogs;
import org.wangge.client.ui.Feature;
import org.wangge.client.ui.Navigator;
import org.wangge.client.ui.Page;
import org.wangge.client.ui.Theme;

/** The page of drafts and waiting saves; it is reached from the status line. */
public final class OutboxFeature implements Feature {
  /** Its only page. */
  public static final Destination PAGE = Destination.of("outbox");

  private final Catalogue catalogue;
  private final SealedFolder folder;
  private final SealedDrafts drafts;
  private final SealedOutbox outbox;
  private final Background background;
  private final Dialogs dialogs;
  private final Theme theme;
  private Navigator navigator;

  /** A page over these. */
  public OutboxFeature(
      Catalogue catalogue,
      SealedFolder folder,
      SealedDrafts drafts,
      SealedOutbox outbox,
      Background background,
      Dialogs dialogs,
      Theme theme) {
    this.theme = theme;
    this.catalogue = catalogue;
    this.folder = folder;
    this.drafts = drafts;
    this.outbox = outbox;
    this.background = background;
    this.dialogs = dialogs;
  }

  /** Sets who opens tabs; the window is made after its features. */
  public void setNavigator(Navigator now) {
    navigator = now;
  }

  @Override
  public String key() {
    return PAGE.feature();
  }

  @Override
  public List<NavigationItem> navigation() {
    return List.of();
  }

  @Override
  public Page open(Destination destination) {
    return new OutboxPage(catalogue, folder, drafts, outbox, background, dialogs, navigator, theme);
  }
}
