/** HTTP of the console. */
@NullMarked
package okno.webhook.console.web;

import org.jspecify.annotations.NullMarked;
