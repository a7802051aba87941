/** How personal data lie in the database: encrypted, and found again by keyed hashes. */
@NullMarked
package okno.identity.protection;

import org.jspecify.annotations.NullMarked;
