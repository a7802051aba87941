/** Published contracts of findings. */
@NullMarked
package okno.identity.anomaly.events;

import org.jspecify.annotations.NullMarked;
