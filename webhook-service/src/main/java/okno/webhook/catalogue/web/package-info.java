/** The catalogue for everyone. */
@NullMarked
package okno.webhook.catalogue.web;

import org.jspecify.annotations.NullMarked;
