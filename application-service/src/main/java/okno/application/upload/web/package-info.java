/** Resumable uploads over HTTP. */
@NullMarked
package okno.application.upload.web;

import org.jspecify.annotations.NullMarked;
