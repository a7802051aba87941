/** Sessions over HTTP. */
@NullMarked
package okno.identity.session.web;

import org.jspecify.annotations.NullMarked;
