/** What a registration consists of. */
@NullMarked
package okno.identity.account.domain;

import org.jspecify.annotations.NullMarked;
