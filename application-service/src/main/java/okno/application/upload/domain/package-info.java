/** What an upload is. */
@NullMarked
package okno.application.upload.domain;

import org.jspecify.annotations.NullMarked;
