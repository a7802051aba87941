/** What a change consists of. */
@NullMarked
package okno.identity.contact.domain;

import org.jspecify.annotations.NullMarked;
