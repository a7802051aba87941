/** Published contracts of accounts. */
@NullMarked
package okno.identity.account.events;

import org.jspecify.annotations.NullMarked;
