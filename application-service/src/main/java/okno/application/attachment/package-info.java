/** Files of an application: what the applicant attaches and reads back. {@link okno.application.attachment.KeepPaper} is the one way in. */
@NullMarked
package okno.application.attachment;

import org.jspecify.annotations.NullMarked;
