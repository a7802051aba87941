/** Rules of delivery: what a result means, when to try again. */
@NullMarked
package okno.webhook.delivery.domain;

import org.jspecify.annotations.NullMarked;
