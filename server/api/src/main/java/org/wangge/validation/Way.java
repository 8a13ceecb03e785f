package org.wangge.validation;

/** How a record comes in; it decides what may be missing. */
public enum Way {
  /** Typed in a form: everything required must be there. */
  FORM,
  /** From a spreadsheet: what identifies must be there, the rest makes the record incomplete. */
  SHEET
}
