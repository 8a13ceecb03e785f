package org.wangge.catalogue;

import java.util.List;

/**
 * A titled group of fields, in the order of the paper form.
 *
 * @param label Chinese title
 * @param folded true when it starts folded
 * @param fields fields in the order of entry; core fields of an extension are marked so
 */
public record Section(String label, boolean folded, List<Field> fields) {
  /** Copies the list. */
  public Section {
    fields = List.copyOf(fields);
  }
}
