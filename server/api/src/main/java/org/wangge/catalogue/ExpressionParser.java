package org.wangge.catalogue;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wangge.catalogue.Expressions.And;
import org.wangge.catalogue.Expressions.Call;
import org.wangge.catalogue.Expressions.Comparison;
import org.wangge.catalogue.Expressions.In;
import org.wangge.catalogue.Expressions.Literal;
import org.wangge.catalogue.Expressions.Name;
import org.wangge.catalogue.Expressions.Named;
import org.wangge.catalogue.Expressions.Node;
import org.wangge.catalogue.Expressions.Not;
import org.wangge.catalogue.Expressions.Or;
import org.wangge.catalogue.Expressions.Presence;
import org.wangge.catalogue.Expressions.Sum;
import org.wangge.catalogue.Expressions.Today;

/** Recursive descent over the grammar that {@link Expression} describes. */
final class ExpressionParser {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:(\\d{4}-\\d{2}-\\d{2})|(\\d+(?:\\.\\d+)?)|'([^']*)'|([a-z][a-z0-9_]*)"
              + "|(<=|>=|<>|[=<>(),+-]))");
  private static final int DEEPEST = 40;

  private enum Sort {
    DATE,
    NUMBER,
    TEXT,
    WORD,
    SIGN,
    END
  }

  private record Token(Sort sort, String text) {}

  private final String source;
  private final List<Token> tokens = new ArrayList<>();
  private int next;
  private int depth;

  ExpressionParser(String source) {
    this.source = source;
    Matcher matcher = TOKEN.matcher(source);
    int at = 0;
    int end = source.stripTrailing().length();
    while (at < end) {
      if (!matcher.region(at, end).lookingAt()) {
        throw Expressions.bad(source, source.substring(at));
      }
      at = matcher.end();
      for (int group = 1; group <= 5; group++) {
        if (matcher.group(group) != null) {
          tokens.add(new Token(Sort.values()[group - 1], matcher.group(group)));
        }
      }
    }
    tokens.add(new Token(Sort.END, ""));
  }

  Node parse() {
    Node node = or();
    if (peek().sort() != Sort.END) {
      throw unexpected();
    }
    return node;
  }

  private Node or() {
    if (++depth > DEEPEST) {
      throw unexpected();
    }
    Node node = and();
    while (takeWord("or")) {
      node = new Or(node, and());
    }
    depth--;
    return node;
  }

  private Node and() {
    Node node = not();
    while (takeWord("and")) {
      node = new And(node, not());
    }
    return node;
  }

  private Node not() {
    if (!takeWord("not")) {
      return comparison();
    }
    if (++depth > DEEPEST) {
      throw unexpected();
    }
    Node inner = not();
    depth--;
    return new Not(inner);
  }

  private Node comparison() {
    if (takeWord("empty")) {
      return new Presence(name(), false);
    }
    if (takeWord("present")) {
      return new Presence(name(), true);
    }
    Node left = sum();
    Token token = peek();
    if (token.sort() == Sort.SIGN
        && List.of("=", "<>", "<", "<=", ">", ">=").contains(token.text())) {
      next++;
      return new Comparison(left, token.text(), sum());
    }
    if (takeWord("in")) {
      List<Node> options = new ArrayList<>();
      demandSign("(");
      do {
        Node option = primary();
        if (!(option instanceof Literal)) {
          throw unexpected();
        }
        options.add(option);
      } while (takeSign(","));
      demandSign(")");
      return new In(left, options);
    }
    return left;
  }

  private Node sum() {
    Node node = primary();
    while (true) {
      if (takeSign("+")) {
        node = new Sum(node, false, primary());
      } else if (takeSign("-")) {
        node = new Sum(node, true, primary());
      } else {
        return node;
      }
    }
  }

  private Node primary() {
    Token token = peek();
    next++;
    return switch (token.sort()) {
      case DATE -> {
        try {
          yield new Literal(LocalDate.parse(token.text()));
        } catch (DateTimeException e) {
          throw Expressions.bad(source, token.text());
        }
      }
      case NUMBER -> new Literal(new BigDecimal(token.text()));
      case TEXT -> new Literal(token.text());
      case WORD -> word(token.text());
      case SIGN -> {
        if (token.text().equals("-") && peek().sort() == Sort.NUMBER) {
          BigDecimal number = new BigDecimal(peek().text());
          next++;
          yield new Literal(number.negate());
        }
        if (!token.text().equals("(")) {
          next--;
          throw unexpected();
        }
        Node inner = or();
        demandSign(")");
        yield inner;
      }
      case END -> {
        next--;
        throw unexpected();
      }
    };
  }

  private Node word(String word) {
    if (word.equals("today")) {
      return new Today();
    }
    if (word.equals("true") || word.equals("false")) {
      return new Literal(Boolean.valueOf(word));
    }
    if (!takeSign("(")) {
      if (List.of("and", "or", "not", "in", "empty", "present").contains(word)) {
        throw Expressions.bad(source, word);
      }
      return new Name(word);
    }
    for (Named function : Named.values()) {
      if (function.name().toLowerCase(Locale.ROOT).equals(word)) {
        List<Node> arguments = new ArrayList<>();
        do {
          arguments.add(sum());
        } while (takeSign(","));
        demandSign(")");
        if (arguments.size() != function.arity()) {
          throw Expressions.bad(source, word);
        }
        return new Call(function, arguments);
      }
    }
    throw Expressions.bad(source, word);
  }

  private Name name() {
    Token token = peek();
    if (token.sort() != Sort.WORD) {
      throw unexpected();
    }
    next++;
    return new Name(token.text());
  }

  private Token peek() {
    return tokens.get(next);
  }

  private boolean takeWord(String word) {
    return take(Sort.WORD, word);
  }

  private boolean takeSign(String sign) {
    return take(Sort.SIGN, sign);
  }

  private boolean take(Sort sort, String text) {
    Token token = peek();
    if (token.sort() == sort && token.text().equals(text)) {
      next++;
      return true;
    }
    return false;
  }

  private void demandSign(String sign) {
    if (!takeSign(sign)) {
      throw unexpected();
    }
  }

  private org.wangge.problem.Problem unexpected() {
    return Expressions.bad(source, peek().text().isEmpty() ? "…" : peek().text());
  }
}
