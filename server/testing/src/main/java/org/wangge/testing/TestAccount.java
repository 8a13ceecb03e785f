package org.wangge.testing;

import org.wangge.server.access.Post;

/** The accounts of a test server: every post, two villages and the town. */
public enum TestAccount {
  /** 村操作员 of the first village. */
  OPERATOR_A("cun-a", "甲一", Post.VILLAGE_OPERATOR, TestServer.VILLAGE_A),
  /** 村操作员 of the second village. */
  OPERATOR_B("cun-b", "乙一", Post.VILLAGE_OPERATOR, TestServer.VILLAGE_B),
  /** 网格员 of the first grid of the first village. */
  GRID_WORKER_A("grid-a", "甲二", Post.GRID_WORKER, TestServer.VILLAGE_A + "001"),
  /** 网格长 of the first grid of the first village. */
  GRID_LEADER_A("leader-a", "甲三", Post.GRID_LEADER, TestServer.VILLAGE_A + "001"),
  /** 村书记 of the first village. */
  SECRETARY_A("shuji-a", "甲四", Post.VILLAGE_SECRETARY, TestServer.VILLAGE_A),
  /** 镇操作员. */
  TOWN_OPERATOR("zhen", "镇一", Post.TOWN_OPERATOR, TestServer.TOWN),
  /** 镇部门. */
  TOWN_DEPARTMENT("bumen", "镇二", Post.TOWN_DEPARTMENT, TestServer.TOWN),
  /** 镇领导. */
  TOWN_LEADER("lingdao", "镇三", Post.TOWN_LEADER, TestServer.TOWN),
  /** 县/市. */
  COUNTY("xian", "县一", Post.COUNTY, TestServer.TOWN),
  /** 系统管理员. */
  SYSTEM_ADMINISTRATOR("admin", "系统管理员", Post.SYSTEM_ADMINISTRATOR, TestServer.TOWN),
  /** 安全管理员. */
  SECURITY_ADMINISTRATOR("anquan", "镇五", Post.SECURITY_ADMINISTRATOR, TestServer.TOWN),
  /** 审计员. */
  AUDITOR("shenji", "镇六", Post.AUDITOR, TestServer.TOWN);

  /** Password of all of them. */
  public static final String PASSWORD = "Tian-luo-47-he";

  private final String account;
  private final String person;
  private final Post post;
  private final String area;

  TestAccount(String account, String person, Post post, String area) {
    this.account = account;
    this.person = person;
    this.post = post;
    this.area = area;
  }

  /** Sign-in name. */
  public String account() {
    return account;
  }

  /** Name of the person. */
  public String person() {
    return person;
  }

  /** Post. */
  public Post post() {
    return post;
  }

  /** Area code. */
  public String area() {
    return area;
  }
}
