/**
 * Complaints against decisions, delays and demands of agencies, each a case of its own with its own term (210-FZ art. 11.1
 * to 11.2, 59-FZ): {@link okno.application.appeal.LodgeAppeal}, {@link okno.application.appeal.DecideAppeal}. REGISTERED
 * becomes UPHELD or DENIED. Out: {@code okno.appeal.registered.v1}, {@code okno.appeal.decided.v1}.
 */
@NullMarked
package okno.application.appeal;

import org.jspecify.annotations.NullMarked;
