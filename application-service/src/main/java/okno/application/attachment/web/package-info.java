/** Attachments over HTTP. */
@NullMarked
package okno.application.attachment.web;

import org.jspecify.annotations.NullMarked;
