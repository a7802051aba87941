package okno.webhook.endpoint.web;

import org.jspecify.annotations.Nullable;

/**
 * How to rotate.
 *
 * @param overlapHours hours that the old secret goes on signing beside the new, 0 to 168; 24 when not given
 */
record RotateSecretRequest(@Nullable Integer overlapHours) {}
