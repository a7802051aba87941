/** Partners' reads over HTTP. */
@NullMarked
package okno.application.partner.web;

import org.jspecify.annotations.NullMarked;
