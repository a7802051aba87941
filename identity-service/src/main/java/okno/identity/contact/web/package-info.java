/** Changes of phone and e-mail over HTTP. */
@NullMarked
package okno.identity.contact.web;

import org.jspecify.annotations.NullMarked;
