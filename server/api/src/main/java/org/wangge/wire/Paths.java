package org.wangge.wire;

/** Paths of the HTTPS interface; {@code {name}} marks a path parameter. */
public final class Paths {
  /** All paths begin with it. */
  public static final String ROOT = "/api/v1";

  /** GET, open: {@link Health}. */
  public static final String HEALTH = ROOT + "/health";

  /** GET, open: the OpenAPI document. */
  public static final String OPENAPI = ROOT + "/openapi.json";

  /** POST {@link SignIn} opens, GET tells, DELETE ends the session: {@link Session}. */
  public static final String SESSION = ROOT + "/session";

  /** POST {@link PasswordChange}. */
  public static final String PASSWORD = ROOT + "/session/password";

  /** GET: {@link CatalogueDocument}, limited to what the account may use. */
  public static final String CATALOGUE = ROOT + "/catalogue";

  /** GET: list of {@link CodeListRow}; POST {@link CodeListSave}: {@link CodeListRow}. */
  public static final String CODE_LISTS = ROOT + "/code-lists";

  /** GET: list of {@link org.wangge.catalogue.CodeList.Value} of the list {@code {type}}. */
  public static final String CODE_LIST = ROOT + "/code-lists/{type}";

  /** GET: list of {@link OwnTypeDraft}; POST {@link OwnTypeSave}: {@link OwnTypeDraft}. */
  public static final String OWN_TYPES = ROOT + "/own-types";

  /** GET: list of {@link OwnField}; POST {@link OwnFieldSave}: {@link OwnField}. */
  public static final String OWN_FIELDS = ROOT + "/own-fields";

  /** GET: list of {@link Area} at and below the account's area. */
  public static final String AREAS = ROOT + "/areas";

  /** POST {@link org.wangge.record.Query}: page of {@link org.wangge.record.Record}. */
  public static final String QUERY = ROOT + "/records/{type}/query";

  /** POST {@link Check}: {@link Checked}; nothing is stored. */
  public static final String CHECK = ROOT + "/records/{type}/check";

  /** GET: a record; PUT {@link Save}: {@link Saved}. */
  public static final String RECORD = ROOT + "/records/{type}/{id}";

  /** POST {@link Cancel}: {@link Saved}. */
  public static final String CANCEL = ROOT + "/records/{type}/{id}/cancel";

  /** POST {@link Restore}: {@link Saved}. */
  public static final String RESTORE = ROOT + "/records/{type}/{id}/restore";

  /** GET: list of {@link org.wangge.record.Change}, newest first. */
  public static final String HISTORY = ROOT + "/records/{type}/{id}/history";

  /** GET: list of {@link Related}, what belongs to the record or mentions it. */
  public static final String RELATED = ROOT + "/records/{type}/{id}/related";

  /** POST {@link Reveal}: {@link Revealed}; leaves an audit row. */
  public static final String REVEAL = ROOT + "/records/{type}/{id}/reveal";

  /** GET: {@link EventCase}, the event with steps, clocks and allowed acts. */
  public static final String EVENT = ROOT + "/events/{id}";

  /** POST {@link EventAct}: {@link EventCase}. */
  public static final String EVENT_ACTS = ROOT + "/events/{id}/acts";

  /** GET with query parameters {@code place}, {@code state}: {@link VisitsDue}. */
  public static final String VISITS_DUE = ROOT + "/visits/due";

  /** GET with query parameter {@code month} such as 2026-10: list of {@link VisitRate}. */
  public static final String VISIT_RATES = ROOT + "/visits/rates";

  /** GET: list of {@link VisitDuty}; POST {@link VisitDutySave}: {@link VisitDuty}. */
  public static final String VISIT_DUTIES = ROOT + "/visits/duties";

  /** GET: list of {@link BulletinState}; POST {@link BulletinOrder}: {@link Job}. */
  public static final String BULLETINS = ROOT + "/bulletins";

  /** GET: {@link BulletinDocument}, the frozen tables of a month such as 2026-10. */
  public static final String BULLETIN = ROOT + "/bulletins/{month}";

  /** GET: the file; {format} is {@code pdf} or {@code xlsx}. */
  public static final String BULLETIN_FILE = ROOT + "/bulletins/{month}/{format}";

  /**
   * POST the bytes of a spreadsheet with query parameters {@code name}, {@code type}, {@code
   * village}, {@code requestId}: {@link Job}; its result is an {@link ImportReport} (a rehearsal).
   */
  public static final String IMPORTS = ROOT + "/imports";

  /** GET: {@link ImportReport}. */
  public static final String IMPORT = ROOT + "/imports/{id}";

  /** GET with query parameters {@code outcome}, {@code after}: page of {@link ImportRow}. */
  public static final String IMPORT_ROWS = ROOT + "/imports/{id}/rows";

  /** GET: list of {@link ImportQuestion}; POST {@link ImportAnswers}: {@link Job}. */
  public static final String IMPORT_QUESTIONS = ROOT + "/imports/{id}/questions";

  /** POST {@link ImportCommit}: {@link Job}. */
  public static final String IMPORT_COMMIT = ROOT + "/imports/{id}/commit";

  /** GET: workbook of the refused rows with the reason beside each cell. */
  public static final String IMPORT_REFUSED = ROOT + "/imports/{id}/refused";

  /** POST {@link ExportOrder}: the workbook. */
  public static final String EXPORTS = ROOT + "/exports";

  /** GET with query parameter {@code type}: an empty template workbook. */
  public static final String TEMPLATE = ROOT + "/templates/{type}";

  /** GET: {@link Job}; DELETE asks it to stop. */
  public static final String JOB = ROOT + "/jobs/{id}";

  /** GET: list of {@link AccountRow}; POST {@link AccountSave}. */
  public static final String ACCOUNTS = ROOT + "/accounts";

  /** PUT {@link AccountSave}. */
  public static final String ACCOUNT = ROOT + "/accounts/{id}";

  /** GET with query parameter {@code after}: page of {@link AuditRow}. */
  public static final String AUDIT = ROOT + "/audit";

  private Paths() {}
}
