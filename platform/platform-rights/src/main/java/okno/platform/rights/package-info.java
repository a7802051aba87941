/**
 * What every service owes a person by 152-FZ: a copy of what it keeps, erasure when identity-service orders it, and the
 * removal of what a law made it keep. A service says what it has ({@link okno.platform.rights.PersonalData}), erases
 * ({@link okno.platform.rights.Erasing}) and keeps ({@link okno.platform.rights.Keeping}); paths, events, journal and
 * schedule are here.
 */
@NullMarked
package okno.platform.rights;

import org.jspecify.annotations.NullMarked;
