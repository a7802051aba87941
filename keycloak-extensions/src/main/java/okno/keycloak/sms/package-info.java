/**
 * A second factor by SMS, and the confirmation of a phone. {@link okno.keycloak.sms.PhoneCodes} holds the rules: how often,
 * how long, how many guesses.
 */
@NullMarked
package okno.keycloak.sms;

import org.jspecify.annotations.NullMarked;
