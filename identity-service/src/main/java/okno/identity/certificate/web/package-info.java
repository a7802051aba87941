/** Certificates of persons over HTTP. */
@NullMarked
package okno.identity.certificate.web;

import org.jspecify.annotations.NullMarked;
