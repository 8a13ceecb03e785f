package org.wangge.server.events;

import java.util.Arrays;
import java.util.Optional;

/** States of an event; the code is the one of the code list {@code event_state}. */
public enum State {
  /** 草稿: registered, not yet handed in. */
  DRAFT("D"),
  /** 备案: settled on the spot, registered only. */
  FILED("F"),
  /** 待受理: lies with a unit that has not accepted it. */
  WAITING("A"),
  /** 办理中: accepted by the unit that holds it. */
  HANDLING("P"),
  /** 待核查: closed by the handler, waits for the check of the unit that registered it. */
  CHECKING("V"),
  /** 待回访评价: checked, waits for the call back. */
  CALLING_BACK("E"),
  /** 已结案. */
  CLOSED("Z"),
  /** 已归档: locked, only readable. */
  ARCHIVED("G"),
  /** 不予受理. */
  REFUSED("N");

  private final String code;

  State(String code) {
    this.code = code;
  }

  /** Code in records, table and wire. */
  public String code() {
    return code;
  }

  /** The state of this code, or empty. */
  public static Optional<State> of(String code) {
    return Arrays.stream(values()).filter(state -> state.code.equals(code)).findFirst();
  }

  /** Whether the way is at its end and no unit holds the event. */
  public boolean ended() {
    return this == FILED || this == CLOSED || this == ARCHIVED || this == REFUSED;
  }
}
