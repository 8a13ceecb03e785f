package org.wangge.server.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.wangge.exchange.HouseholdHeads;
import org.wangge.record.Values;

/**
 * Households of a household book: one for each number of a village, made of the rows that carry it.
 * The head is the row whose relation says so.
 */
final class HouseholdRows {
  /** Type of the records made here. */
  static final String TYPE = "household";

  /** Field of the household's number, in the book's rows and in the household. */
  static final String NUMBER = "household_no";

  private final Map<String, Household> households = new LinkedHashMap<>();

  /** What the rows of one household say together. */
  static final class Household {
    private final String village;
    private final String number;
    private int row;
    private int members;
    private boolean accepted;
    private UUID head;
    private final Map<String, Object> values = new LinkedHashMap<>();

    private Household(String village, String number) {
      this.village = village;
      this.number = number;
    }

    String village() {
      return village;
    }

    String number() {
      return number;
    }

    /** Row of the head, or the first row taken in. */
    int row() {
      return row;
    }

    /** Values of the household; a new one also gets the number of its members. */
    Values values(boolean isNew) {
      Map<String, Object> all = new LinkedHashMap<>(values);
      all.put(NUMBER, number);
      if (head != null) {
        all.put("head", head);
      }
      if (isNew) {
        all.put("member_count", (long) members);
      }
      return Values.of(all);
    }
  }

  /** Whether rows of a type carry households. */
  static boolean carriedBy(org.wangge.catalogue.RecordType type) {
    return !type.key().equals(TYPE)
        && type.field(NUMBER).isPresent()
        && type.field("relation_to_head").isPresent();
  }

  /**
   * Adds a row of the book.
   *
   * @param record id of the person the row became; null when the row was refused
   */
  void add(int row, String village, Values values, UUID record) {
    if (village == null || !(values.get(NUMBER) instanceof String number)) {
      return;
    }
    Household household =
        households.computeIfAbsent(village + '\n' + number, key -> new Household(village, number));
    household.members++;
    boolean isHead = HouseholdHeads.isHead(values);
    if (record == null) {
      return;
    }
    if (!household.accepted || isHead) {
      household.row = row;
    }
    household.accepted = true;
    putOnce(household, "head_name", values.get("head_name"));
    putOnce(household, "address", values.get("residence_address"));
    putOnce(household, "grid", values.get("grid"));
    if (isHead && household.head == null) {
      household.head = record;
      putOnce(household, "phone", values.get("phone"));
    }
  }

  private static void putOnce(Household household, String field, Object value) {
    if (value != null) {
      household.values.putIfAbsent(field, value);
    }
  }

  /** Households of which at least one row was taken in. */
  List<Household> households() {
    List<Household> accepted = new ArrayList<>();
    for (Household household : households.values()) {
      if (household.accepted) {
        accepted.add(household);
      }
    }
    return accepted;
  }
}
