/**
 * The database engine: opening, encryption, migration, the network server, backup and checking. The
 * only package that knows Derby.
 */
package org.wangge.server.database;
