/**
 * A demonstration town of real place codes and invented people: generated from a seed, taken in by
 * the same ways as real data. Nobody in it exists: id numbers use county code 339999, which is
 * assigned to nobody. Start with {@link org.wangge.server.demo.Demo}.
 */
package org.wangge.server.demo;
