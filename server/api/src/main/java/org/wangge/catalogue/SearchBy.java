package org.wangge.catalogue;

/** How a field takes part in the search box above a list. */
public enum SearchBy {
  /** Not searched. */
  NONE,
  /** By its beginning. */
  PREFIX,
  /** By its whole value, never by a part (document numbers of masked fields included). */
  EXACT,
  /** By the beginning of the name and of every reading's pinyin initials. */
  NAME
}
