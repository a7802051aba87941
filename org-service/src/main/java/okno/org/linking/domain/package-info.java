/** A company as linked to its head, and the policy of the check. */
@NullMarked
package okno.org.linking.domain;

import org.jspecify.annotations.NullMarked;
