package org.wangge.catalogue;

/**
 * One of the nine modules, or a town's own.
 *
 * @param key folder name and stable key
 * @param label Chinese name in the navigation
 */
public record Module(String key, String label) {}
