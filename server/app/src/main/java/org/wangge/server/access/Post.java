package org.wangge.server.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The posts of the field; what each may do stands in {@link Rights}. */
public enum Post {
  /** 网格员. */
  GRID_WORKER,
  /** 网格长. */
  GRID_LEADER,
  /** 村操作员, the main user of the workstation. */
  VILLAGE_OPERATOR,
  /** 村书记. */
  VILLAGE_SECRETARY,
  /** 镇操作员. */
  TOWN_OPERATOR,
  /** 镇部门. */
  TOWN_DEPARTMENT,
  /** 镇领导. */
  TOWN_LEADER,
  /** 县/市. */
  COUNTY,
  /** 系统管理员: accounts and settings, no records. */
  SYSTEM_ADMINISTRATOR,
  /** 安全管理员: rights and policy, no records. */
  SECURITY_ADMINISTRATOR,
  /** 审计员: reads the audit trail, changes nothing. */
  AUDITOR,
  /** The server's own command line on the machine it runs on. */
  SERVER;

  /** Stable key on the wire and in the database. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The post of this key, or empty. */
  public static Optional<Post> of(String key) {
    return Arrays.stream(values()).filter(post -> post.key().equals(key)).findFirst();
  }
}
