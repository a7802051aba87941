/** Complaints over HTTP. */
@NullMarked
package okno.application.appeal.web;

import org.jspecify.annotations.NullMarked;
