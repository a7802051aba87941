/**
 * The only way out to addresses that strangers chose: {@link okno.webhook.egress.EndpointUrls} refuses hostile URLs when
 * they are given, {@link okno.webhook.egress.HttpSender} refuses hostile addresses when it connects.
 */
@NullMarked
package okno.webhook.egress;

import org.jspecify.annotations.NullMarked;
