/** Rules of client applications: what may be asked for, which states follow which. */
@NullMarked
package okno.identity.client.domain;

import org.jspecify.annotations.NullMarked;
