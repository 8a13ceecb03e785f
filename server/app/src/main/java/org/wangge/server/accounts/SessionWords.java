package org.wangge.server.accounts;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.wangge.catalogue.Catalogue;
import org.wangge.catalogue.RecordType;
import org.wangge.server.access.Account;
import org.wangge.server.access.Post;
import org.wangge.server.access.Rights;
import org.wangge.wire.Session;

/** What a workstation is told of a session and of what it may do. */
public final class SessionWords {
  private static final ResourceBundle POSTS =
      ResourceBundle.getBundle("org.wangge.server.accounts.posts", Locale.CHINA);

  private SessionWords() {}

  /** Chinese name of a post. */
  public static String label(Post post) {
    return POSTS.getString(post.key());
  }

  /**
   * The session for the wire.
   *
   * @param token token of a session just opened; empty when it is merely told again
   */
  public static Session told(
      SignedIn session, String token, String areaName, Catalogue catalogue, int idleMinutes) {
    Account account = session.account();
    Map<String, Set<String>> records = new LinkedHashMap<>();
    for (RecordType type : catalogue.types()) {
      Set<Rights.Act> acts = Rights.acts(account, type);
      if (!acts.isEmpty()) {
        records.put(type.key(), keys(acts));
      }
    }
    return new Session(
        token,
        account.name(),
        account.person(),
        account.post().key(),
        label(account.post()),
        account.area(),
        areaName,
        records,
        keys(Rights.functions(account.post())),
        Rights.visible(account.post()),
        session.mustChangePassword(),
        idleMinutes,
        session.ends());
  }

  private static Set<String> keys(Set<? extends Enum<?>> values) {
    return values.stream()
        .map(value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
