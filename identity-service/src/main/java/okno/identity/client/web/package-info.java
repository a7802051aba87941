/** Client applications over HTTP. */
@NullMarked
package okno.identity.client.web;

import org.jspecify.annotations.NullMarked;
