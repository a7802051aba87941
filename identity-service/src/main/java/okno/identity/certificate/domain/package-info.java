/** A person's certificate and why one is refused. */
@NullMarked
package okno.identity.certificate.domain;

import org.jspecify.annotations.NullMarked;
