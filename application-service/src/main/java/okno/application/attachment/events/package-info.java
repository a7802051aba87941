/** Contract {@code application-file-rejected.v1}. */
@NullMarked
package okno.application.attachment.events;

import org.jspecify.annotations.NullMarked;
