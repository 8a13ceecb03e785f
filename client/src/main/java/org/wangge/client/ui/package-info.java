/**
 * What every page of the workstation is made of: theme, icons, texts, dialogs, background work and
 * the seam between a page and the window.
 */
package org.wangge.client.ui;
