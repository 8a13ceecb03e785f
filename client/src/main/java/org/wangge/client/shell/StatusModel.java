package org.wangge.client.shell;

import java.time.LocalTime;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.wangge.client.connection.LineState;

/**
 * What the status line tells.
 *
 * @param line whether the server answers
 * @param drafts drafts on this workstation
 * @param waiting saves waiting to be sent
 * @param lastSave time of the last save; null before the first
 */
public record StatusModel(
    ReadOnlyObjectProperty<LineState> line,
    ReadOnlyIntegerProperty drafts,
    ReadOnlyIntegerProperty waiting,
    ObjectProperty<LocalTime> lastSave) {

  /** A status line over these. */
  public static StatusModel of(
      ReadOnlyObjectProperty<LineState> line,
      ReadOnlyIntegerProperty drafts,
      ReadOnlyIntegerProperty waiting) {
    return new StatusModel(line, drafts, waiting, new SimpleObjectProperty<>());
  }
}
