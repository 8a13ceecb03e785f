/** Readings of Chinese names for search, surname readings first. */
package org.wangge.pinyin;
