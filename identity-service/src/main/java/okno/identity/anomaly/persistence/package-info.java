/** Log-ins and findings in the database. */
@NullMarked
package okno.identity.anomaly.persistence;

import org.jspecify.annotations.NullMarked;
