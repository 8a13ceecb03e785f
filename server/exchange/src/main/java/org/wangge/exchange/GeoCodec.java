package org.wangge.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wangge.catalogue.Field;
import org.wangge.exchange.sheet.Cell;

/** Pairs of longitude and latitude in degrees. Within China the larger one is the longitude. */
final class GeoCodec implements CellCodec {
  private static final Pattern PAIR =
      Pattern.compile(
          "[(\\[]?(-?\\d{1,3}(?:\\.\\d+)?)°?\\s*[,;\\s]\\s*(-?\\d{1,3}(?:\\.\\d+)?)°?[)\\]]?");
  private static final double LAST_LATITUDE = 54;
  private static final double FIRST_LONGITUDE = 73;
  private static final double LAST_LONGITUDE = 136;

  @Override
  public Reading read(Cell cell, Field field, String village, CellContext context) {
    String text = Plain.text(cell.text()).replace('，', ',').replace('、', ',').replace('；', ';');
    if (Words.NONE.contains(Plain.compact(text))) {
      return Reading.NOTHING;
    }
    List<String> pairs = new ArrayList<>();
    Matcher matcher = PAIR.matcher(text);
    int end = 0;
    while (matcher.find()) {
      if (!text.substring(end, matcher.start()).matches("[\\s,;]*")) {
        return Reading.refused(field, "geo-format");
      }
      end = matcher.end();
      double first = Double.parseDouble(matcher.group(1));
      double second = Double.parseDouble(matcher.group(2));
      if (first >= FIRST_LONGITUDE
          && first <= LAST_LONGITUDE
          && second > 0
          && second < LAST_LATITUDE) {
        pairs.add(matcher.group(1) + "," + matcher.group(2));
      } else if (second >= FIRST_LONGITUDE
          && second <= LAST_LONGITUDE
          && first > 0
          && first < LAST_LATITUDE) {
        pairs.add(matcher.group(2) + "," + matcher.group(1));
      } else {
        return Reading.refused(field, "geo-format");
      }
    }
    return pairs.isEmpty() || end < text.length()
        ? Reading.refused(field, "geo-format")
        : Reading.of(String.join(" ", pairs));
  }
}
