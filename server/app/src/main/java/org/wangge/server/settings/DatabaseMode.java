package org.wangge.server.settings;

/** Where the database engine runs. */
public enum DatabaseMode {
  /** In this process, in the data folder. */
  EMBEDDED,
  /** In another process or on another host, reached over TLS. */
  DERBY_NETWORK
}
