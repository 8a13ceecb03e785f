package org.wangge.server.demo;

import java.util.List;

/**
 * An invented household of registered residents.
 *
 * @param number household number
 * @param village village code
 * @param grid grid code
 * @param group number of the villagers' group
 * @param address address within the town
 * @param members the head first
 */
public record DemoHousehold(
    String number, String village, String grid, int group, String address, List<Member> members) {
  /** Copies the list. */
  public DemoHousehold {
    members = List.copyOf(members);
  }

  /**
   * A member.
   *
   * @param person who
   * @param relation code of the relation to the head
   * @param education code of education
   * @param marital code of marital status
   */
  public record Member(DemoPerson person, String relation, String education, String marital) {}

  /** The head. */
  public DemoPerson head() {
    return members.getFirst().person();
  }
}
