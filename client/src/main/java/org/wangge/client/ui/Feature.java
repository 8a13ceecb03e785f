package org.wangge.client.ui;

import java.util.List;

/** A part of the workstation that brings navigation items and pages of its own. */
public interface Feature {
  /** First part of its destinations. */
  String key();

  /** What it offers in the navigation to the signed-in account; nothing that is not allowed. */
  List<NavigationItem> navigation();

  /**
   * Makes the page of a destination of this feature.
   *
   * @throws org.wangge.problem.Problem NOT_FOUND when the account has no such page
   */
  Page open(Destination destination);

  /** What is found for the words in the search box; called off the window's thread. */
  default List<Hit> find(String words) {
    return List.of();
  }

  /**
   * An item of the navigation.
   *
   * @param group label of the group it stands in; equal to {@code label} for an item without group
   * @param icon icon of the group
   * @param label label
   * @param destination where it leads
   * @param order place among the groups
   */
  record NavigationItem(
      String group, Icon icon, String label, Destination destination, int order) {}

  /**
   * Something found.
   *
   * @param icon what it is
   * @param label what names it
   * @param detail kind and place, in small
   * @param destination where it leads
   */
  record Hit(Icon icon, String label, String detail, Destination destination) {}
}
