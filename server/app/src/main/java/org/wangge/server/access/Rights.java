package org.wangge.server.access;

import java.util.EnumSet;
import java.util.Set;
import org.wangge.catalogue.RecordType;
import org.wangge.catalogue.Sensitivity;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;

/** The table of posts: the one place that says what a post may do and see. */
public final class Rights {
  private Rights() {}

  /** What may be done to records of a type. */
  public enum Act {
    /** List, search, read, history. */
    READ,
    /** Register and change. */
    WRITE,
    /** Cancel and restore. */
    CANCEL
  }

  /** What may be done beside records. */
  public enum Function {
    /** Take spreadsheets in. */
    IMPORT,
    /** Write lists out, with a reason. */
    EXPORT,
    /** Act on events. */
    EVENT,
    /** Read bulletins. */
    BULLETIN_READ,
    /** Count and freeze bulletins. */
    BULLETIN,
    /** Make and change accounts. */
    ACCOUNTS,
    /** Read the audit trail. */
    AUDIT,
    /** Reveal masked values, with a reason. */
    REVEAL,
    /** Change code lists and add record types of the town's own. */
    CATALOGUE
  }

  /** Acts a post may do to records of this type. Types are limited to those in the catalogue. */
  public static Set<Act> acts(Post post, String type) {
    return switch (post) {
      case VILLAGE_OPERATOR, TOWN_OPERATOR, SERVER -> EnumSet.allOf(Act.class);
      case GRID_WORKER, GRID_LEADER ->
          type.equals("event") ? EnumSet.of(Act.READ, Act.WRITE) : EnumSet.of(Act.READ);
      case VILLAGE_SECRETARY, TOWN_LEADER, COUNTY -> EnumSet.of(Act.READ);
      case TOWN_DEPARTMENT ->
          type.equals("event") ? EnumSet.of(Act.READ) : EnumSet.noneOf(Act.class);
      case SYSTEM_ADMINISTRATOR, SECURITY_ADMINISTRATOR, AUDITOR -> EnumSet.noneOf(Act.class);
    };
  }

  /** Acts an account may do to records of this type: its post's, none without a needed grant. */
  public static Set<Act> acts(Account account, RecordType type) {
    return isOpen(account, type) ? acts(account.post(), type.key()) : EnumSet.noneOf(Act.class);
  }

  private static boolean isOpen(Account account, RecordType type) {
    return !type.restricted()
        || account.post() == Post.SERVER
        || account.granted().contains(type.module());
  }

  /** Posts that may be granted restricted modules: those that read records at all. */
  public static boolean mayBeGranted(Post post) {
    return switch (post) {
      case GRID_WORKER,
          GRID_LEADER,
          VILLAGE_OPERATOR,
          VILLAGE_SECRETARY,
          TOWN_OPERATOR,
          TOWN_LEADER,
          COUNTY ->
          true;
      case TOWN_DEPARTMENT, SYSTEM_ADMINISTRATOR, SECURITY_ADMINISTRATOR, AUDITOR, SERVER -> false;
    };
  }

  /** Functions of a post. */
  public static Set<Function> functions(Post post) {
    return switch (post) {
      case GRID_WORKER, GRID_LEADER -> EnumSet.of(Function.EVENT);
      case VILLAGE_OPERATOR ->
          EnumSet.of(
              Function.IMPORT,
              Function.EXPORT,
              Function.EVENT,
              Function.BULLETIN_READ,
              Function.REVEAL);
      case VILLAGE_SECRETARY -> EnumSet.of(Function.EVENT, Function.BULLETIN_READ, Function.REVEAL);
      case TOWN_OPERATOR ->
          EnumSet.of(
              Function.IMPORT,
              Function.EXPORT,
              Function.EVENT,
              Function.BULLETIN_READ,
              Function.BULLETIN,
              Function.REVEAL,
              Function.CATALOGUE);
      case TOWN_DEPARTMENT -> EnumSet.of(Function.EVENT, Function.BULLETIN_READ);
      // A leader instructs and supervises; what that is says the table of the workflow.
      case TOWN_LEADER -> EnumSet.of(Function.EVENT, Function.BULLETIN_READ);
      case COUNTY -> EnumSet.of(Function.BULLETIN_READ);
      case SYSTEM_ADMINISTRATOR -> EnumSet.of(Function.ACCOUNTS);
      case SECURITY_ADMINISTRATOR -> EnumSet.noneOf(Function.class);
      case AUDITOR -> EnumSet.of(Function.AUDIT);
      case SERVER -> EnumSet.allOf(Function.class);
    };
  }

  /** Sensitivity classes a post sees in clear without asking. */
  public static Set<Sensitivity> visible(Post post) {
    return switch (post) {
      case SERVER -> EnumSet.allOf(Sensitivity.class);
      case GRID_WORKER, GRID_LEADER, VILLAGE_OPERATOR, VILLAGE_SECRETARY, TOWN_OPERATOR ->
          EnumSet.of(Sensitivity.OPEN, Sensitivity.PERSONAL);
      default -> EnumSet.of(Sensitivity.OPEN);
    };
  }

  /** Sensitivity classes a post may ask to see, giving a reason. */
  public static Set<Sensitivity> revealable(Post post) {
    return switch (post) {
      case VILLAGE_OPERATOR, VILLAGE_SECRETARY, TOWN_OPERATOR ->
          EnumSet.of(Sensitivity.OPEN, Sensitivity.PERSONAL, Sensitivity.SENSITIVE);
      default -> visible(post);
    };
  }

  /** Classes an account may ask to see of this type: with a grant also those of special groups. */
  public static Set<Sensitivity> revealable(Account account, RecordType type) {
    Set<Sensitivity> classes = EnumSet.copyOf(revealable(account.post()));
    if (functions(account.post()).contains(Function.REVEAL)
        && account.granted().contains(type.module())) {
      classes.add(Sensitivity.SPECIAL);
    }
    return classes;
  }

  /**
   * Refuses unless the account may do this to records of this type.
   *
   * @throws Problem FORBIDDEN
   */
  public static void require(Account account, Act act, RecordType type) {
    if (!acts(account, type).contains(act)) {
      throw new Problem(ProblemCode.FORBIDDEN);
    }
  }

  /**
   * Refuses unless the account's post may do this to records of this type; whether a grant is
   * needed is judged where the type is known.
   *
   * @throws Problem FORBIDDEN
   */
  public static void require(Account account, Act act, String type) {
    if (!acts(account.post(), type).contains(act)) {
      throw new Problem(ProblemCode.FORBIDDEN);
    }
  }

  /**
   * Refuses unless the account has this function.
   *
   * @throws Problem FORBIDDEN
   */
  public static void require(Account account, Function function) {
    if (!functions(account.post()).contains(function)) {
      throw new Problem(ProblemCode.FORBIDDEN);
    }
  }

  /** Whether a code lies in the account's area. */
  public static boolean covers(Account account, String area) {
    return area != null && area.startsWith(account.area());
  }
}
