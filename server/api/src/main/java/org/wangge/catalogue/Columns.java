package org.wangge.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The one place that says in which column of its type's table a field lives. */
public final class Columns {
  /** Columns of a core row that no field may take the name of. */
  public static final Set<String> LIFE_CYCLE =
      Set.of(
          "id",
          "version",
          "status",
          "incomplete",
          "area",
          "registered_by",
          "registered_at",
          "updated_by",
          "updated_at",
          "workstation",
          "effective_date",
          "cancel_date",
          "cancel_reason",
          "cancel_note",
          "import_id",
          "import_row");

  /** Words that cannot stand as a plain column name in Derby or PostgreSQL. */
  private static final Set<String> RESERVED =
      Set.of(
          ("add all allocate alter analyse analyze and any are array as asc assertion asymmetric at"
                  + " authorization avg begin between bigint binary bit boolean both by call case"
                  + " cast char character check close coalesce collate collation column commit"
                  + " connect connection constraint constraints continue convert corresponding"
                  + " create cross current cursor date deallocate dec decimal declare default"
                  + " deferrable deferred delete desc describe diagnostics disconnect distinct do"
                  + " double drop else end endexec escape except exception exec execute exists"
                  + " explain external false fetch first float for foreign found from full function"
                  + " get getcurrentconnection global go goto grant group having hour identity"
                  + " ilike immediate in indicator initially inner inout input insensitive insert"
                  + " int integer intersect into is isnull isolation join key last lateral leading"
                  + " left like limit localtime localtimestamp longint lower ltrim match max min"
                  + " minute national natural nchar next no none not notnull null nullif numeric"
                  + " nvarchar of offset on only open option or order outer output over overlaps"
                  + " pad partial placing precision prepare preserve primary prior privileges"
                  + " procedure public read real references relative restrict returning revoke"
                  + " right rollback rows rtrim schema scroll second select session_user set"
                  + " similar smallint some space sql sqlcode sqlerror sqlstate substr substring"
                  + " sum symmetric system_user table temporary then timezone_hour timezone_minute"
                  + " to trailing transaction translate translation trim true union unique unknown"
                  + " update upper user using values varbinary varchar variadic varying verbose"
                  + " view whenever where window with work write xml xmlexists xmlparse xmlquery"
                  + " xmlserialize year")
              .split(" "));

  private Columns() {}

  /** The column of a field: its name, with an underscore where the name is a reserved word. */
  public static String of(Field field) {
    return of(field.name());
  }

  /** The column of a field's name. */
  public static String of(String name) {
    return RESERVED.contains(name.toLowerCase(Locale.ROOT)) ? name + "_" : name;
  }

  /** The SQL type of a field's column, by its kind. */
  public static String type(Field field) {
    return switch (field.kind()) {
      case TEXT, CODE, CODES, ID_NUMBER, CREDIT_CODE, PHONE, GRID, PLACE, GEO, PHOTO, FILE ->
          "VARCHAR(" + field.length() + ")";
      case INTEGER -> field.length() <= 9 ? "INTEGER" : "BIGINT";
      case DECIMAL -> "DECIMAL(" + field.length() + "," + field.scale() + ")";
      case DATE -> "DATE";
      case DATETIME -> "TIMESTAMP";
      case YES_NO -> "BOOLEAN";
      case REFERENCE -> "CHAR(16) FOR BIT DATA";
    };
  }

  /** Columns of pinyin initials of a {@link SearchBy#NAME} field, the usual reading first. */
  public static List<String> initials(Field field) {
    return List.of(field.name() + "_initials", field.name() + "_initials2");
  }

  /** Column of the full pinyin by which a {@link SearchBy#NAME} field is sorted. */
  public static String sort(Field field) {
    return field.name() + "_sort";
  }

  /**
   * Column that holds the value of a unique field while the record is active and nothing after; a
   * unique constraint stands on it. The database keeps it itself.
   */
  public static String active(Field field) {
    return field.name() + "_active";
  }
}
