package org.wangge.validation;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Telephone numbers: 11-digit mobiles, landlines with area code, short numbers of organisations.
 */
public final class Phone {
  private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");
  private static final Pattern LANDLINE = Pattern.compile("0\\d{2,3}-\\d{7,8}(-\\d{1,5})?");
  private static final Pattern SHORT = Pattern.compile("(400|800)\\d{7}|1\\d{2}|1\\d{4}|9\\d{4,5}");
  private static final Pattern LOOSE =
      Pattern.compile("\\(?(010|02\\d|0[3-9]\\d{2})\\)?-?(\\d{7,8})(?:-|转|分机)?(\\d{1,5})?");

  private Phone() {}

  /** Half-width; mobiles as 11 digits, landlines as {@code 0574-63744365}. Never null. */
  public static String clean(String typed) {
    String text = Cleaning.compact(typed).replaceAll("[‐-―－−~]", "-");
    String digits = text.replace("-", "");
    String mobile = digits.replaceFirst("^(\\+?86|0086)(?=1[3-9])", "");
    if (MOBILE.matcher(mobile).matches()) {
      return mobile;
    }
    text = text.replaceFirst("^(\\+86|0086)-?0?(?=[2-9]|10)", "0");
    Matcher loose = LOOSE.matcher(text);
    if (loose.matches()) {
      return loose.group(1)
          + "-"
          + loose.group(2)
          + (loose.group(3) == null ? "" : "-" + loose.group(3));
    }
    return SHORT.matcher(digits).matches() ? digits : text;
  }

  /** Whether a cleaned number is a mobile. */
  public static boolean mobile(String number) {
    return MOBILE.matcher(number).matches();
  }

  /**
   * What is wrong with a cleaned number.
   *
   * @param organisation true allows numbers such as 110, 95588 and 400…
   */
  public static Optional<Finding> check(String field, String number, boolean organisation) {
    if (number.contains("*")) {
      return Optional.of(Finding.forbid(field, "value-masked"));
    }
    boolean right =
        MOBILE.matcher(number).matches()
            || LANDLINE.matcher(number).matches()
            || (organisation && SHORT.matcher(number).matches());
    if (right) {
      return Optional.empty();
    }
    boolean almostMobile = number.startsWith("1") && number.chars().allMatch(Character::isDigit);
    return Optional.of(Finding.forbid(field, almostMobile ? "phone-mobile" : "phone-format"));
  }
}
