package org.wangge.server.events;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/** Chinese names of states, acts and grades. */
final class EventWords {
  private static final List<String> GRADES = List.of("01", "02", "03");

  private final ResourceBundle bundle =
      ResourceBundle.getBundle("org.wangge.server.events.words", Locale.CHINA);

  /** The name of a state. */
  String state(State state) {
    return bundle.getString("state." + state.code());
  }

  /** What is set on an event beside its state: supervision, 加急, 宣传案例. */
  List<String> marks(Situation situation) {
    List<String> marks = new ArrayList<>();
    if (situation.supervision() > 0) {
      marks.add(bundle.getString("mark.supervision." + situation.supervision()));
    }
    if (situation.urgent()) {
      marks.add(bundle.getString("mark.urgent"));
    }
    if (situation.publicised()) {
      marks.add(bundle.getString("mark.publicised"));
    }
    return List.copyOf(marks);
  }

  /** The verb of an act; the key itself for an act of a newer server. */
  String act(String act) {
    String key = "act." + act;
    return bundle.containsKey(key) ? bundle.getString(key) : act;
  }

  /** Satisfaction grades by code, best first. */
  Map<String, String> grades() {
    Map<String, String> grades = new LinkedHashMap<>();
    GRADES.forEach(grade -> grades.put(grade, bundle.getString("grade." + grade)));
    return grades;
  }

  /** What was written, with the grade before it where one was chosen. */
  String withGrade(String written, String grade) {
    if (grade.isEmpty()) {
      return written;
    }
    String name = grades().getOrDefault(grade, grade);
    return written.isEmpty() ? name : name + " " + written;
  }

  /** The label of something that is asked with an act. */
  String label(String name) {
    return bundle.getString("label." + name);
  }
}
