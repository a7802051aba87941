/** A person and what may be changed of one. */
@NullMarked
package okno.identity.person.domain;

import org.jspecify.annotations.NullMarked;
