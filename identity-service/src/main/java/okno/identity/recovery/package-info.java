/**
 * The last way back to an account: an officer of a one-stop office compares the passport and hands out a temporary
 * password. Begin with {@link okno.identity.recovery.ResetByOfficer}.
 */
@NullMarked
package okno.identity.recovery;

import org.jspecify.annotations.NullMarked;
