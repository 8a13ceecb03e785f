package org.wangge.wire;

import org.wangge.catalogue.Catalogue;

/**
 * The catalogue as sent at sign-in.
 *
 * @param fingerprint changes whenever the content does
 * @param catalogue modules, types and code lists the account may use
 */
public record CatalogueDocument(String fingerprint, Catalogue catalogue) {}
