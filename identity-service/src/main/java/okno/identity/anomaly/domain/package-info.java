/** Log-ins, rules and what they find; the same facts always give the same findings. */
@NullMarked
package okno.identity.anomaly.domain;

import org.jspecify.annotations.NullMarked;
