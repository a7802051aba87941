/**
 * A phone or an e-mail is changed only by who holds the new one. {@link okno.identity.contact.StartContactChange} keeps the
 * wish and tells the old address, {@link okno.identity.contact.SendContactCodes} sends a code to the new one,
 * {@link okno.identity.contact.ConfirmContactChange} puts it into the profile, {@link okno.identity.contact.TellContacts} lets
 * Keycloak follow, {@link okno.identity.contact.ForgetContactChanges} removes what was not finished.
 */
@NullMarked
package okno.identity.contact;

import org.jspecify.annotations.NullMarked;
