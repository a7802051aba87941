/** SQL of organisations. */
@NullMarked
package okno.org.linking.persistence;

import org.jspecify.annotations.NullMarked;
