/**
 * The way to the server: trust, session, requests, and what waits on this workstation while the way
 * is closed. The only package that knows HTTP.
 */
package org.wangge.client.connection;
