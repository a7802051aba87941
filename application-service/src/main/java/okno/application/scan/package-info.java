/**
 * Looks for malware in every file that came from outside. A file waits as PENDING_SCAN without stopping anybody, until
 * {@link okno.application.scan.ScanDocument} makes it CLEAN or, in quarantine, REJECTED.
 */
@NullMarked
package okno.application.scan;

import org.jspecify.annotations.NullMarked;
