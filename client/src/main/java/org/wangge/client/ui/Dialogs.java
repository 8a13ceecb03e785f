package org.wangge.client.ui;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.Node;
import org.wangge.problem.Problem;

/**
 * The one door for questions and notices. A dialog stands only where a decision is needed; it lies
 * inside the window and gives the focus back when it closes.
 */
public interface Dialogs {
  /** Asks for a decision; {@code agreed} is called when the act is chosen. */
  void confirm(Question question, Runnable agreed);

  /** Asks for words; {@code given} gets them, stripped. */
  void askText(TextQuestion question, Consumer<String> given);

  /** Shows a panel of its own. */
  Opened show(Panel panel);

  /** Tells that something was done, for a few seconds. */
  void say(String sentence);

  /** Tells that something was done and offers one act about it, for ten seconds. */
  void say(String sentence, String act, Runnable chosen);

  /** Tells a refusal that has no place of its own on the page. */
  void refuse(Problem problem);

  /** Whether a dialog stands open. */
  boolean isOpen();

  /**
   * A decision.
   *
   * @param title what is to be decided
   * @param sentence what it means
   * @param act verb of the button
   * @param ends true when the act ends or refuses something
   */
  record Question(String title, String sentence, String act, boolean ends) {}

  /**
   * A question for words.
   *
   * @param title what it is about
   * @param sentence why it is asked
   * @param label label of the field
   * @param act verb of the button
   * @param atLeast fewest characters
   * @param secret true for a password
   */
  record TextQuestion(
      String title, String sentence, String label, String act, int atLeast, boolean secret) {}

  /**
   * A panel with content of its own.
   *
   * @param title title
   * @param content content
   * @param focus node that gets the focus first
   * @param wide true for comparisons
   * @param acts buttons from left to right
   * @param closable true when Esc and the button 返回 close it
   */
  record Panel(
      String title, Node content, Node focus, boolean wide, List<Act> acts, boolean closable) {
    /** Copies the list. */
    public Panel {
      acts = List.copyOf(acts);
    }
  }

  /**
   * A button of a panel.
   *
   * @param label verb
   * @param style style name, empty for a plain button
   * @param chosen does it and tells whether the panel closes
   */
  record Act(String label, String style, Predicate<Opened> chosen) {}

  /** A panel on the screen. */
  interface Opened {
    /** Takes it away and gives the focus back. */
    void close();
  }
}
