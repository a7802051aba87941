/**
 * How an account comes to be. {@link okno.identity.account.RegisterAccount} takes what a person typed and answers at once
 * and always alike; {@link okno.identity.account.SendLetters} opens the account at Keycloak, disabled to everybody who
 * cannot read the letter; {@link okno.identity.account.ConfirmAccount} makes the person when the phone is confirmed, too;
 * {@link okno.identity.account.OpenAccountAtDesk} opens one for a visitor of a one-stop office;
 * {@link okno.identity.account.ExpireRegistrations} and {@link okno.identity.account.ExpireTemporaryPasswords} remove what was
 * not finished.
 */
@NullMarked
package okno.identity.account;

import org.jspecify.annotations.NullMarked;
