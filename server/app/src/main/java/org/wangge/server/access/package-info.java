/**
 * Who may do what: posts, accounts, areas. The one component that answers "may this account do this
 * to this type, field and area", and that gives the store the scope of every query.
 */
package org.wangge.server.access;
